import type { DrawnLine, DrawnLineKind } from '#client/state/tool-drawing.ts';
import type { Palette } from '#core/cartography/palettes.ts';
import type { Overlay } from '../create-style.ts';

const SOURCE = 'screen-ways';

const WIDTHS: Readonly<Record<DrawnLineKind, number>> = {
  straight: 1.8,
  off_road: 3,
  road: 4.5,
  gap: 4.5,
  chosen: 5.5,
  new_road: 3,
};
/** In line widths; a straight line is dotted, what is off the road dashed. */
const DASHES: Partial<Record<DrawnLineKind, [number, number]>> = {
  straight: [1.5, 2],
  off_road: [1.6, 1.2],
  new_road: [1.6, 1.2],
};
/** Lowest first. */
const ORDER: readonly DrawnLineKind[] = ['straight', 'new_road', 'gap', 'chosen', 'road', 'off_road'];

/** Lines that a tool draws: ways cased and solid, stretches off the road dashed, straight legs dotted. */
export function createWaysLayer(lines: readonly DrawnLine[], palette: Palette): Overlay {
  const colors: Readonly<Record<DrawnLineKind, string>> = {
    straight: palette.ink,
    off_road: palette.primary,
    road: palette.primary,
    gap: palette.lightRed,
    chosen: palette.primary,
    new_road: palette.lightRed,
  };
  return {
    sources: {
      [SOURCE]: {
        type: 'geojson',
        data: {
          type: 'FeatureCollection',
          features: lines.map(({ kind, line }) => ({
            type: 'Feature',
            properties: { kind },
            geometry: { type: 'LineString', coordinates: line.map((position) => [...position]) },
          })),
        },
      },
    },
    layers: ORDER.flatMap((kind) => [
      // A straight line is no road: it stands on the map without a bed of its own.
      ...(kind === 'straight' ? [] : [createLine(kind, 'case', palette.halo)]),
      createLine(kind, 'line', colors[kind]),
    ]),
  };
}

function createLine(kind: DrawnLineKind, part: 'case' | 'line', color: string): Overlay['layers'][number] {
  const dash = DASHES[kind];
  return {
    id: `screen-way-${kind}-${part}`,
    source: SOURCE,
    type: 'line',
    filter: ['==', ['get', 'kind'], kind],
    layout: { 'line-join': 'round', 'line-cap': dash ? 'butt' : 'round' },
    paint: {
      'line-color': color,
      'line-width': WIDTHS[kind] + (part === 'case' ? 3 : 0),
      ...(part === 'case' ? { 'line-opacity': 0.85 } : {}),
      ...(dash && part === 'line' ? { 'line-dasharray': dash } : {}),
    },
  };
}
