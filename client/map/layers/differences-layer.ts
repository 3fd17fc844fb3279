import type { CompareAnswer } from '#core/api/plans.ts';
import { DIFFERENCE_LOOKS, DIFFERENCE_SIZES, DIFFERENCE_STATES } from '#core/cartography/difference-look.ts';
import { FONTS } from '#core/cartography/map-scene.ts';
import type { Palette } from '#core/cartography/palettes.ts';
import type { DifferenceLayer, DifferenceState } from '#core/planning/differences.ts';
import type { Overlay } from '../create-style.ts';

const SOURCE = 'differences';
/** The shapes of `DIFFERENCE_LOOKS` as characters. */
export const DIFFERENCE_SIGNS: Readonly<Record<DifferenceState, string>> = {
  gained: '▲',
  lost: '✕',
  changed: '◆',
  same: '●',
};
/** The same below what differs. */
const DRAWING_ORDER = DIFFERENCE_STATES.toReversed();

/** What the first and the last of the compared plans differ in: by colour, and by shape and dash. */
export function createDifferencesLayer(
  differences: CompareAnswer['differences'],
  shown: readonly DifferenceLayer[],
  palette: Palette,
): Overlay {
  const drawn = differences.filter(
    ({ layer, state }) => shown.includes(layer) && !(layer === 'flows' && state === 'same'),
  );
  return {
    sources: { [SOURCE]: { type: 'geojson', data: toGeoJson(drawn) } },
    layers: [
      ...(['segments', 'flows'] as const).flatMap((layer) =>
        DRAWING_ORDER.map((state) => createLine(layer, state, palette)),
      ),
      ...(['settlements', 'sites'] as const).flatMap((layer) =>
        DRAWING_ORDER.map((state) => createSign(layer, state, palette)),
      ),
    ] as unknown as Overlay['layers'],
  };
}

/** Layers in which a pointer finds a difference, the highest first. */
export const DIFFERENCE_LAYER_IDS: readonly string[] = (['sites', 'settlements', 'segments', 'flows'] as const).flatMap(
  (layer) => DIFFERENCE_STATES.map((state) => idOf(layer, state)),
);

function idOf(layer: DifferenceLayer, state: DifferenceState): string {
  return `difference-${layer}-${state}`;
}

const filterOf = (layer: DifferenceLayer, state: DifferenceState) => [
  'all',
  ['==', ['get', 'layer'], layer],
  ['==', ['get', 'state'], state],
];

const sizeOf = (layer: DifferenceLayer, state: DifferenceState): number =>
  DIFFERENCE_SIZES[layer].pixels * (state === 'same' ? DIFFERENCE_SIZES[layer].sameShare : 1);

const createLine = (layer: DifferenceLayer, state: DifferenceState, palette: Palette) => ({
  id: idOf(layer, state),
  source: SOURCE,
  type: 'line',
  filter: filterOf(layer, state),
  layout: { 'line-join': 'round' },
  paint: {
    'line-color': palette[DIFFERENCE_LOOKS[state].color],
    'line-width': sizeOf(layer, state),
    ...(DIFFERENCE_LOOKS[state].dash && { 'line-dasharray': DIFFERENCE_LOOKS[state].dash }),
  },
});

/** Shapes are characters, which every reader's font has. */
const createSign = (layer: DifferenceLayer, state: DifferenceState, palette: Palette) => ({
  id: idOf(layer, state),
  source: SOURCE,
  type: 'symbol',
  filter: filterOf(layer, state),
  layout: {
    'text-field': DIFFERENCE_SIGNS[state],
    'text-font': [...FONTS.regular],
    'text-size': sizeOf(layer, state) * 1.15,
    'text-allow-overlap': true,
    'text-ignore-placement': true,
  },
  paint: {
    'text-color': palette[DIFFERENCE_LOOKS[state].color],
    'text-halo-color': layer === 'sites' ? palette.ink : palette.halo,
    'text-halo-width': layer === 'sites' ? 1 : 0.8,
  },
});

const toGeoJson = (differences: CompareAnswer['differences']): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: differences.map(({ layer, code, state, text, geometry }) => ({
    type: 'Feature',
    properties: { layer, code, state, text },
    geometry,
  })),
});
