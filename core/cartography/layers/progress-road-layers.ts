import { createClassLine } from '../legend-lines.ts';
import {
  type LegendDraft,
  type MapScene,
  mapText,
  matchProperty,
  type StyledLayer,
  sizeByZoom,
  whereEquals,
} from '../map-scene.ts';
import { ROAD_PAPER, ROAD_WIDTHS_PIXELS } from './road-widths.ts';

const width = matchProperty('width', ROAD_WIDTHS_PIXELS, 1);
const wider = matchProperty(
  'width',
  Object.fromEntries(Object.entries(ROAD_WIDTHS_PIXELS).map(([key, pixels]) => [key, pixels + 1.4])),
  2.4,
);

/** A line of the segments in one state. */
const stateLayer = (
  scene: MapScene,
  look: {
    readonly id: string;
    readonly progress: string;
    readonly color: string;
    readonly wide: boolean;
    readonly dash?: number[];
  },
): StyledLayer => ({
  layer: {
    id: look.id,
    type: 'line',
    source: 'segments',
    filter: whereEquals('progress', look.progress),
    layout: { 'line-cap': look.dash ? 'butt' : 'round', 'line-join': 'round' },
    paint: {
      'line-color': look.color,
      'line-width': sizeByZoom(scene, look.wide ? wider : width),
      ...(look.dash ? { 'line-dasharray': look.dash } : {}),
    },
  },
  paper: ROAD_PAPER,
});

/**
 * Segments by state: hardened = solid dark, under way = dark and white dashes, not begun = hollow cased, not in the plan = thin grey. What is
 * not done lies above what is.
 */
export const createProgressRoadLayers = (scene: MapScene): readonly StyledLayer[] => {
  const { palette } = scene;
  return [
    stateLayer(scene, { id: 'segments-none', progress: 'none', color: palette.outsidePlan, wide: false }),
    stateLayer(scene, { id: 'segments-hardened', progress: 'hardened', color: palette.hardened, wide: false }),
    stateLayer(scene, { id: 'segments-not_begun-case', progress: 'not_begun', color: palette.pending, wide: true }),
    stateLayer(scene, { id: 'segments-not_begun', progress: 'not_begun', color: palette.notBegun, wide: false }),
    stateLayer(scene, { id: 'segments-under_way-case', progress: 'under_way', color: palette.pending, wide: true }),
    stateLayer(scene, {
      id: 'segments-under_way',
      progress: 'under_way',
      color: palette.notBegun,
      wide: false,
      dash: [3, 3],
    }),
  ];
};

/** Legend of the segments' states. */
export const createProgressRoadLegend = (scene: MapScene): LegendDraft => ({
  title: mapText(scene, 'legend_progress_roads'),
  note: null,
  layout: 'list',
  entries: (['hardened', 'under_way', 'not_begun', 'none'] as const).map((progress) =>
    createClassLine({
      id: `segment-${progress}`,
      label: mapText(scene, `segment_${progress}`),
      layerIds:
        progress === 'not_begun' || progress === 'under_way'
          ? [`segments-${progress}-case`, `segments-${progress}`]
          : [`segments-${progress}`],
      geometry: 'line',
      layer: 'segments',
      property: 'progress',
      value: progress,
      properties: { width: 'Y' },
    }),
  ),
});
