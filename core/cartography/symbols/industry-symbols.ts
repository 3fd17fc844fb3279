import type { ParkKind } from '../../county/kinds.ts';
import type { Bilingual } from '../../texts/language.ts';
import type { PaletteToken } from '../palettes.ts';
import { letterPart, type MapSymbol, pathPart, polygonPath } from './map-symbol.ts';

const LOZENGE = polygonPath([
  [0.5, 0.02],
  [0.98, 0.5],
  [0.5, 0.98],
  [0.02, 0.5],
]);

/** Colour and letter of each kind of park, base and cooperative. */
export const PARK_MARKS: Readonly<Record<ParkKind, { readonly token: PaletteToken; readonly letter: Bilingual }>> = {
  industrial_park: { token: 'parkIndustrial', letter: { zh: '工', en: 'I' } },
  agricultural_park: { token: 'parkAgricultural', letter: { zh: '农', en: 'A' } },
  scenic_area: { token: 'parkScenic', letter: { zh: '游', en: 'T' } },
  community_factory: { token: 'base', letter: { zh: '坊', en: 'F' } },
  base: { token: 'base', letter: { zh: '基', en: 'B' } },
  cooperative: { token: 'base', letter: { zh: '社', en: 'C' } },
  belt: { token: 'parkAgricultural', letter: { zh: '带', en: 'Z' } },
};

/** Parks are full lozenges, bases hollow ones. */
const park = (kind: ParkKind, full: boolean): MapSymbol => {
  const { token, letter } = PARK_MARKS[kind];
  return {
    aspect: 1,
    heightPixels: full ? 26 : 18,
    parts: [
      pathPart(LOZENGE, { fill: full ? token : 'surface', stroke: full ? 'halo' : token, strokeWidth: 0.07 }),
      letterPart(letter, full ? 'surface' : token, { height: 0.44 }),
    ],
  };
};

/** Parks, bases, cooperatives and community factories: a letter in a lozenge. */
export const INDUSTRY_SYMBOLS = {
  'park-industrial_park': park('industrial_park', true),
  'park-agricultural_park': park('agricultural_park', true),
  'park-scenic_area': park('scenic_area', true),
  'park-community_factory': park('community_factory', false),
  'park-base': park('base', false),
  'park-cooperative': park('cooperative', false),
  'park-belt': park('belt', false),
} satisfies Record<string, MapSymbol>;
