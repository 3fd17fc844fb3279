import { countUnreached } from '../features/area-reach.ts';
import { listReachBands } from '../features/reach-bands.ts';
import { createClassLine } from '../legend-lines.ts';
import {
  type LegendDraft,
  type MapScene,
  mapText,
  matchProperty,
  type StyledLayer,
  whereAll,
  whereEquals,
} from '../map-scene.ts';

/** Bands of the reach of parks along roads; their edges tell them apart in black and white. */
export const createReachLayers = ({ palette }: MapScene): readonly StyledLayer[] => [
  ...(['far', 'near'] as const).map((band) => ({
    layer: {
      id: `reach-${band}`,
      type: 'fill' as const,
      source: 'reach',
      filter: whereEquals('band', band),
      paint: { 'fill-color': band === 'far' ? palette.reachFar : palette.reachNear },
    },
  })),
  {
    layer: {
      id: 'reach-edge',
      type: 'line',
      source: 'reach',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.reachEdge, 'line-width': matchProperty('band', { near: 1 }, 0.5) },
    },
    paper: { millimetersPerPixel: 0.2 },
  },
];

/** Villages that no park reaches. */
export const createUnreachedLayer = ({ unitLevel }: MapScene): StyledLayer => ({
  layer: {
    id: 'areas-unreached',
    type: 'fill',
    source: 'areas',
    filter: whereAll(whereEquals('level', unitLevel), whereEquals('reach', 'not_reached')),
    paint: { 'fill-pattern': 'hatch-unreached' },
  },
  paper: { millimetersPerPixel: 0.3 },
});

/** Legend of the bands, and of the villages outside them with their number. */
export function createReachLegend(scene: MapScene): LegendDraft {
  const { settings } = scene.county;
  return {
    title: mapText(scene, 'legend_reach'),
    note: mapText(scene, 'legend_reach_note', { version: settings.speeds.version }),
    layout: 'list',
    entries: [
      ...[...listReachBands(settings)].reverse().map(({ band, minutes }) =>
        createClassLine({
          id: `reach-${band}`,
          label: mapText(scene, 'legend_reach_within', { minutes }),
          layerIds: [`reach-${band}`, 'reach-edge'],
          geometry: 'polygon',
          layer: 'reach',
          property: 'band',
          value: band,
        }),
      ),
      createClassLine({
        id: 'unreached',
        label: mapText(scene, 'legend_unreached', {
          minutes: settings.parkMinutes,
          count: countUnreached(scene.context, scene.area.code, scene.unitLevel),
        }),
        layerIds: ['areas-unreached'],
        geometry: 'polygon',
        layer: 'areas',
        property: 'reach',
        value: 'not_reached',
        properties: { level: scene.unitLevel },
      }),
    ],
  };
}
