import type { TargetCategory } from '../../county/kinds.ts';
import type { Bilingual } from '../../texts/language.ts';
import type { PaletteToken } from '../palettes.ts';
import { letterPart, linePath, type MapSymbol, pathPart, polygonPath, rectanglePath } from './map-symbol.ts';

/** Colour and letter of each category of measures: 产 迁 生 教 保 医. */
export const CATEGORY_MARKS: Readonly<
  Record<TargetCategory, { readonly token: PaletteToken; readonly letter: Bilingual }>
> = {
  industry: { token: 'categoryIndustry', letter: { zh: '产', en: 'I' } },
  relocation: { token: 'categoryRelocation', letter: { zh: '迁', en: 'R' } },
  ecological_post: { token: 'categoryPost', letter: { zh: '生', en: 'P' } },
  education: { token: 'categoryEducation', letter: { zh: '教', en: 'E' } },
  social_security: { token: 'categorySecurity', letter: { zh: '保', en: 'S' } },
  medical: { token: 'categoryMedical', letter: { zh: '医', en: 'M' } },
};

const FRAME = rectanglePath([0.08, 0.08, 0.84, 0.84]);
const household = (...parts: MapSymbol['parts']): MapSymbol => ({ aspect: 1, heightPixels: 16, parts });
const frame = pathPart(FRAME, { fill: 'surface', stroke: 'ink', strokeWidth: 0.1 });

/** A household's square in its category's colour with its letter. */
const categorySymbol = (category: TargetCategory): MapSymbol => {
  const { token, letter } = CATEGORY_MARKS[category];
  return household(
    pathPart(FRAME, { fill: 'surface', stroke: token, strokeWidth: 0.12 }),
    letterPart(letter, token, { height: 0.62 }),
  );
};

/** Target households: hollow = open, half = under way, struck = done; by category with letter; box to tick. */
export const HOUSEHOLD_SYMBOLS = {
  'household-open': household(frame),
  'household-part': household(
    frame,
    pathPart(
      polygonPath([
        [0.08, 0.92],
        [0.92, 0.08],
        [0.92, 0.92],
      ]),
      { fill: 'primary' },
    ),
    pathPart(FRAME, { stroke: 'ink', strokeWidth: 0.1 }),
  ),
  'household-done': household(
    pathPart(FRAME, { fill: 'surface', stroke: 'ink2', strokeWidth: 0.1 }),
    pathPart(
      linePath([
        [0.1, 0.9],
        [0.9, 0.1],
      ]),
      { stroke: 'seal', strokeWidth: 0.15 },
    ),
    pathPart(
      linePath([
        [0.1, 0.1],
        [0.9, 0.9],
      ]),
      { stroke: 'seal', strokeWidth: 0.15 },
    ),
  ),
  'household-linked': household(
    pathPart(FRAME, { fill: 'categoryIndustry', stroke: 'ink', strokeWidth: 0.1 }),
    letterPart({ zh: '联', en: 'L' }, 'surface', { height: 0.6 }),
  ),
  'household-working': household(
    frame,
    pathPart(rectanglePath([0.08, 0.5, 0.84, 0.42]), { fill: 'categoryIndustry' }),
    pathPart(FRAME, { stroke: 'ink', strokeWidth: 0.1 }),
  ),
  'household-industry': categorySymbol('industry'),
  'household-relocation': categorySymbol('relocation'),
  'household-ecological_post': categorySymbol('ecological_post'),
  'household-education': categorySymbol('education'),
  'household-social_security': categorySymbol('social_security'),
  'household-medical': categorySymbol('medical'),
} satisfies Record<string, MapSymbol>;
