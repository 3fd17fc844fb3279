import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { createClassLine } from '../legend-lines.ts';
import { FONTS, type LegendDraft, type MapScene, mapText, type StyledLayer } from '../map-scene.ts';

/** First square of a spot against its thing, in pixels at icon-size 1: beside it, so that its own mark stays visible. */
const FIRST = { right: 15, down: 4 } as const;
/** Pitch of the squares that crowd around one spot, and how many stand in a row. */
const PITCH = 18;
const IN_ROW = 3;
/** More squares than this on one spot cover each other. */
const MOST_BESIDE = 11;

/** Late tasks as numbered red squares; those that crowd around one spot stand in rows. */
export const createLateTasks = (scene: MapScene): StyledLayer => {
  const [iconSize, textSize] = scene.level === 'county' ? [0.8, 9] : [1, 10];
  return {
    layer: {
      id: 'tasks-late',
      type: 'symbol',
      source: 'tasks',
      layout: {
        'icon-image': 'task-late',
        'icon-size': iconSize,
        'icon-offset': offsetByPlace(1),
        'icon-allow-overlap': true,
        'icon-ignore-placement': scene.level === 'county',
        'text-field': ['get', 'number'],
        'text-offset': offsetByPlace(iconSize / textSize),
        'text-font': [...FONTS.bold],
        'text-size': textSize,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': scene.palette.halo },
    },
    paper: { millimetersPerPixel: 0.5, textMillimeters: 3.2, labelPriority: 100, crowding: 'yields' },
  };
};

/** Offset by `beside`, the number of squares already at the spot. */
function offsetByPlace(unit: number): ExpressionSpecification {
  const at = (beside: number): ExpressionSpecification => {
    const right = FIRST.right + PITCH * (beside % IN_ROW);
    const down = FIRST.down + PITCH * Math.floor(beside / IN_ROW);
    return ['literal', [right, down].map((pixels) => Math.round(pixels * unit * 1000) / 1000)];
  };
  const others = Array.from({ length: MOST_BESIDE }, (_, i) => [i + 1, at(i + 1)]).flat();
  return ['match', ['get', 'beside'], ...others, at(0)] as unknown as ExpressionSpecification;
}

/** Legend of the squares. */
export const createLateTaskLegend = (scene: MapScene): LegendDraft => ({
  title: mapText(scene, 'legend_late_tasks'),
  note: null,
  layout: 'list',
  entries: [
    createClassLine({
      id: 'task-late',
      label: mapText(scene, 'legend_late_task'),
      layerIds: ['tasks-late'],
      geometry: 'point',
      layer: 'tasks',
      property: 'late',
      value: true,
      properties: { number: '1', beside: 0 },
    }),
  ],
});
