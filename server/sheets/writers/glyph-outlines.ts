import type { PrintFont, SheetFonts } from '../sheet-fonts.ts';

/** Outlines of the characters that a file uses, each kept once. */
export interface GlyphOutlines {
  /**
   * Characters one after the other on a line, in the font's own units with y up.
   *
   * @param spacingEms extra space after each character in ems
   */
  set(
    run: { readonly font: PrintFont; readonly text: string },
    spacingEms: number,
  ): { readonly unitsPerEm: number; readonly marks: string };
  /** Definitions of what was set, in the order of first use. */
  list(): readonly string[];
}

/** One outline, with where the next character begins. */
interface Outline {
  /** Null for a character without ink. */
  readonly path: string | null;
  readonly advance: number;
}

const known: Record<PrintFont, Map<string, Outline>> = {
  sans: new Map(),
  bold: new Map(),
  serif: new Map(),
  rare: new Map(),
};
/** More than a county's names have; then all are forgotten, so that a server does not keep a whole font as text. */
const MOST_KEPT = 12_000;

/** Begins the outlines of one file. Those that earlier files of this process used are at hand. */
export function createGlyphOutlines(fonts: SheetFonts): GlyphOutlines {
  const ids = new Map<string, string>();
  const definitions: string[] = [];
  const idOf = (font: PrintFont, character: string, path: string): string => {
    const key = `${font} ${character}`;
    const given = ids.get(key);
    if (given) return given;
    const id = `g${ids.size.toString(36)}`;
    ids.set(key, id);
    definitions.push(`<path id="${id}" d="${path}"/>`);
    return id;
  };
  return {
    set({ font, text }, spacingEms) {
      const { unitsPerEm } = fonts.openFont(font);
      const uses: string[] = [];
      let x = 0;
      for (const character of text) {
        const { path, advance } = getOutline(fonts, font, character);
        if (path !== null) {
          const at = Math.round(x);
          uses.push(`<use href="#${idOf(font, character, path)}"${at === 0 ? '' : ` x="${at}"`}/>`);
        }
        x += advance + spacingEms * unitsPerEm;
      }
      return { unitsPerEm, marks: uses.join('') };
    },
    list: () => definitions,
  };
}

function getOutline(fonts: SheetFonts, font: PrintFont, character: string): Outline {
  const found = known[font].get(character);
  if (found) return found;
  const glyph = fonts.openFont(font).glyphForCodePoint(character.codePointAt(0) ?? 0);
  const path = glyph.path.toSVG();
  const outline = { path: path === '' ? null : path, advance: glyph.advanceWidth };
  if (known[font].size >= MOST_KEPT) known[font].clear();
  known[font].set(character, outline);
  return outline;
}
