import type { DrawItem } from './drawing.ts';

/** Whether a font of the sheet can set a character. */
export type HasGlyph = (character: string) => boolean;

/**
 * Characters that no font of the sheet has, as code points (`U+20BB7`), each once, in ascending order. They are printed as an empty box, so the
 * sheet has to say so.
 */
export function listMissingGlyphs(items: readonly DrawItem[], hasGlyph: HasGlyph): string[] {
  return listCodePoints(items, (character) => !hasGlyph(character));
}

/** Characters that are printed in the font for rare ones, as code points like those above. */
export const listRareGlyphs = (items: readonly DrawItem[], isRare: HasGlyph): string[] => listCodePoints(items, isRare);

function listCodePoints(items: readonly DrawItem[], isWanted: HasGlyph): string[] {
  const characters = new Set<string>();
  collectCharacters(items, characters);
  return [...characters]
    .filter(isWanted)
    .map((character) => character.codePointAt(0) ?? 0)
    .sort((a, b) => a - b)
    .map((codePoint) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`);
}

function collectCharacters(items: readonly DrawItem[], into: Set<string>): void {
  for (const item of items) {
    if (item.kind === 'group') collectCharacters(item.items, into);
    else if (item.kind === 'text') for (const character of item.text) into.add(character);
  }
}
