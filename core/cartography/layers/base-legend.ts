import { CONTOUR_INTERVAL_METERS } from '../features/contour-features.ts';
import { createClassLine, createLegendLine } from '../legend-lines.ts';
import { type LegendDraft, type LegendLine, type MapScene, mapText, thingText } from '../map-scene.ts';

/** Legend of the base map: boundaries, seats, roads, water and contours. */
export function createBaseLegend(
  scene: MapScene,
  options: { readonly localRoads: boolean; readonly contours: boolean; readonly settlementDots: boolean },
): LegendDraft {
  const boundary = (rank: 'county' | 'town' | 'village'): LegendLine =>
    createClassLine({
      id: `boundary-${rank}`,
      label: mapText(scene, `legend_boundary_${rank}`),
      layerIds: [`boundary-${rank}`],
      geometry: 'line',
      layer: 'boundaries',
      property: 'rank',
      value: rank,
    });
  const road = (roadClass: 'G' | 'S' | 'X' | 'Y'): LegendLine =>
    createClassLine({
      id: `road-${roadClass}`,
      label: thingText(scene, `road_class_${roadClass}`),
      layerIds: ['roads-case', 'roads'],
      geometry: 'line',
      layer: 'main_roads',
      property: 'class',
      value: roadClass,
    });
  const localRoads = createClassLine({
    id: 'road-local',
    label: mapText(scene, 'legend_road_local'),
    layerIds: ['roads-local'],
    geometry: 'line',
    layer: 'segments',
    property: 'class',
    value: 'C',
    properties: { width: 'village_access' },
  });
  return {
    title: mapText(scene, 'legend_base'),
    note: null,
    layout: 'list',
    entries: [
      boundary('county'),
      boundary('town'),
      boundary('village'),
      ...createSeatLines(scene),
      ...(options.settlementDots ? [createSettlementLine(scene)] : []),
      road('G'),
      road('S'),
      road('X'),
      road('Y'),
      ...(options.localRoads ? [localRoads] : []),
      createClassLine({
        id: 'river',
        label: mapText(scene, 'legend_river'),
        layerIds: ['rivers'],
        geometry: 'line',
        layer: 'rivers',
        property: 'kind',
        value: 'river',
        properties: { size: 1 },
      }),
      ...(options.contours ? [createContourLine(scene)] : []),
    ],
  };
}

const createSettlementLine = (scene: MapScene): LegendLine =>
  createLegendLine({
    id: 'settlement',
    label: mapText(scene, 'legend_settlement'),
    layerIds: ['settlements'],
    geometry: 'point',
  });

const createContourLine = (scene: MapScene): LegendLine =>
  createClassLine({
    id: 'contour',
    label: mapText(scene, 'legend_contour', { interval: CONTOUR_INTERVAL_METERS[scene.level] }),
    layerIds: ['contours-index'],
    geometry: 'line',
    layer: 'contours',
    property: 'index',
    value: true,
  });

const createSeatLines = (scene: MapScene): readonly LegendLine[] => {
  const levels = { county: ['county', 'town'], town: ['town', 'village'], village: ['village'] } as const;
  return levels[scene.level].map((level) =>
    createLegendLine({
      id: `seat-${level}`,
      label: mapText(scene, `legend_seat_${level}`),
      layerIds: ['seats'],
      geometry: 'point',
      properties: { level },
      occursWhen: { layer: 'seats', property: 'level', value: level },
    }),
  );
};
