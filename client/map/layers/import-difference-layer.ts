import { CHANGE_LOOKS } from '#client/state/import-difference-look.ts';
import type { ChangeKind } from '#client/state/import-view.ts';
import type { FeatureCollection } from '#core/cartography/features/map-feature.ts';
import { FONTS } from '#core/cartography/map-scene.ts';
import type { Palette } from '#core/cartography/palettes.ts';
import type { Overlay } from '../create-style.ts';

const SOURCE = 'import-difference';

/** Kinds that are drawn, the lowest first: what stays the same is on the map already. */
const DRAWN = ['removed', 'changed', 'new'] as const satisfies readonly ChangeKind[];
const SIGN_PIXELS = 15;
const LINE_PIXELS = 3.4;

type Drawn = (typeof DRAWN)[number];

const idOf = (geometry: 'area' | 'line' | 'sign', kind: Drawn | 'from'): string =>
  `import-difference-${geometry}-${kind}`;

/** Layers in which a pointer finds a change, the highest first. */
export const IMPORT_DIFFERENCE_LAYERS: readonly string[] = (['sign', 'line', 'area'] as const).flatMap((geometry) =>
  DRAWN.toReversed().map((kind) => idOf(geometry, kind)),
);

const isKind = (kind: string) => ['==', ['get', 'change'], kind];

/** What an import changes, by colour and by sign or dash; where a thing stood before is a hollow dot or a thin line. */
export const createImportDifferenceLayer = (difference: FeatureCollection, palette: Palette): Overlay => ({
  sources: { [SOURCE]: { type: 'geojson', data: difference as unknown as GeoJSON.FeatureCollection } },
  layers: [
    ...DRAWN.map((kind) => createArea(kind, palette)),
    createFromLine(palette),
    ...DRAWN.map((kind) => createLine(kind, palette)),
    createFromSign(palette),
    ...DRAWN.map((kind) => createSign(kind, palette)),
  ] as unknown as Overlay['layers'],
});

const createArea = (kind: Drawn, palette: Palette) => ({
  id: idOf('area', kind),
  source: SOURCE,
  type: 'fill',
  filter: ['all', isKind(kind), ['==', ['geometry-type'], 'Polygon']],
  paint: { 'fill-color': palette[CHANGE_LOOKS[kind].color], 'fill-opacity': 0.18 },
});

/** Lines, and the outlines of areas. */
const createLine = (kind: Drawn, palette: Palette) => ({
  id: idOf('line', kind),
  source: SOURCE,
  type: 'line',
  filter: ['all', isKind(kind), ['!=', ['geometry-type'], 'Point']],
  layout: { 'line-join': 'round' },
  paint: {
    'line-color': palette[CHANGE_LOOKS[kind].color],
    'line-width': ['case', ['==', ['geometry-type'], 'Polygon'], LINE_PIXELS / 2, LINE_PIXELS],
    ...(CHANGE_LOOKS[kind].dash && { 'line-dasharray': CHANGE_LOOKS[kind].dash }),
  },
});

const createFromLine = (palette: Palette) => ({
  id: idOf('line', 'from'),
  source: SOURCE,
  type: 'line',
  filter: ['all', isKind('changed_from'), ['!=', ['geometry-type'], 'Point']],
  paint: { 'line-color': palette.lightGrey, 'line-width': 1.4 },
});

/** Signs are characters, which every reader's font has. */
const createSign = (kind: Drawn, palette: Palette) => ({
  id: idOf('sign', kind),
  source: SOURCE,
  type: 'symbol',
  filter: ['all', isKind(kind), ['==', ['geometry-type'], 'Point']],
  layout: {
    'text-field': CHANGE_LOOKS[kind].sign,
    'text-font': [...FONTS.regular],
    'text-size': SIGN_PIXELS,
    'text-allow-overlap': true,
    'text-ignore-placement': true,
  },
  paint: {
    'text-color': palette[CHANGE_LOOKS[kind].color],
    'text-halo-color': palette.halo,
    'text-halo-width': 1.2,
  },
});

const createFromSign = (palette: Palette) => ({
  id: idOf('sign', 'from'),
  source: SOURCE,
  type: 'circle',
  filter: ['all', isKind('changed_from'), ['==', ['geometry-type'], 'Point']],
  paint: {
    'circle-radius': 4,
    'circle-color': palette.surface,
    'circle-stroke-color': palette.lightGrey,
    'circle-stroke-width': 1.6,
  },
});
