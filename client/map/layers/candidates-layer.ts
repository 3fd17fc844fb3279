import type { DrawnCandidate } from '#client/state/choice-drawing.ts';
import { FONTS } from '#core/cartography/map-scene.ts';
import type { Palette } from '#core/cartography/palettes.ts';
import type { Overlay } from '../create-style.ts';

/** Sites that a click can pick. */
export const CANDIDATES_LAYER = 'choice-candidates';

/** Candidates of a choice of sites, or what the answer made of them. */
export function createCandidatesLayer(
  candidates: readonly DrawnCandidate[],
  pointed: string | null,
  palette: Palette,
): Overlay {
  const isPointed = ['==', ['get', 'code'], pointed ?? ''];
  const byState = (values: Readonly<Partial<Record<DrawnCandidate['state'], unknown>>>, other: unknown) => [
    'match',
    ['get', 'state'],
    ...Object.entries(values).flat(),
    other,
  ];
  return {
    sources: { [CANDIDATES_LAYER]: { type: 'geojson', data: drawPoints(candidates) } },
    layers: [
      {
        id: CANDIDATES_LAYER,
        source: CANDIDATES_LAYER,
        type: 'circle',
        paint: {
          'circle-radius': [
            'case',
            isPointed,
            12,
            byState({ not_opened: 4, drawn: 7, opened: 9, opened_new: 9, required: 8 }, 6.5),
          ],
          'circle-color': byState(
            {
              required: palette.primary,
              excluded: palette.surface,
              drawn: palette.seal,
              opened: palette.primary,
              opened_new: palette.seal,
              not_opened: palette.lightGrey,
            },
            palette.ink,
          ),
          'circle-stroke-width': ['case', isPointed, 4, byState({ excluded: 2.5, not_opened: 1 }, 2)],
          'circle-stroke-color': byState({ excluded: palette.lightRed }, palette.halo),
        },
      },
      {
        id: 'choice-candidate-marks',
        source: CANDIDATES_LAYER,
        type: 'symbol',
        filter: ['in', ['get', 'state'], ['literal', ['required', 'excluded']]],
        layout: {
          'text-field': byState({ required: '✓', excluded: '×' }, ''),
          'text-font': [...FONTS.regular],
          'text-size': 12,
          'text-allow-overlap': true,
        },
        paint: { 'text-color': byState({ excluded: palette.lightRed }, palette.surface) },
      },
      {
        id: 'choice-candidate-names',
        source: CANDIDATES_LAYER,
        type: 'symbol',
        layout: {
          'text-field': ['get', 'written'],
          'text-font': [...FONTS.regular],
          'text-size': 12,
          'text-offset': [0, 1.1],
          'text-anchor': 'top',
          'text-optional': true,
          'symbol-sort-key': ['case', isPointed, 0, 1],
        },
        paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
      },
    ] as unknown as Overlay['layers'],
  };
}

const drawPoints = (candidates: readonly DrawnCandidate[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: candidates.map(({ code, written, position, state }) => ({
    type: 'Feature',
    properties: { code, written, state },
    geometry: { type: 'Point', coordinates: [...position] },
  })),
});
