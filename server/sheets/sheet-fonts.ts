import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import * as fontkit from 'fontkit';
import type { MeasureText, SheetFont } from '#core/cartography/sheet/drawing.ts';

/** A font that characters are printed in: those of the drawing list, and the one for rare characters. */
export type PrintFont = SheetFont | 'rare';

/** A stretch of text that one font can set. */
export interface FontRun {
  readonly font: PrintFont;
  /** What is printed: `□` for each character that no font has. */
  readonly text: string;
  /** Whether `text` stands for characters that no font has. */
  readonly isMissing: boolean;
}

/** The fonts of `data/fonts`, opened once for each process; that of rare characters at its first use. */
export interface SheetFonts {
  readonly measure: MeasureText;
  /** Whether any of the fonts has a character. */
  readonly hasGlyph: (character: string) => boolean;
  /** Whether a character is printed in the font for rare characters. */
  readonly isRare: (character: string) => boolean;
  /** A text in runs that each have all their glyphs. */
  splitRuns(text: string, font: SheetFont): readonly FontRun[];
  /** Font object for pdfkit: one glyph for each character, no kerning, so that measured and printed widths agree exactly. */
  createPdfFont(font: PrintFont): object;
  /** The font file as fontkit reads it, for outlines. */
  openFont(font: PrintFont): fontkit.Font;
}

/** Files of `data/fonts`; `.br` is compressed with brotli. */
const FILES: Readonly<Record<PrintFont, string>> = {
  sans: 'noto-sans-sc-regular.ttf',
  bold: 'noto-sans-sc-bold.ttf',
  serif: 'noto-serif-sc-regular.ttf',
  rare: 'hanamin-b.ttf.br',
};

/** What the font for rare characters is called on sheets that use it. */
export const RARE_FONT_NAME = 'HanaMinB';

/** Supplementary ideographic plane, U+20000 to U+2FFFF: the only one that the font for rare characters is opened for. */
const isRareCodePoint = (codePoint: number): boolean => codePoint >>> 16 === 2;

/** Stands for a character that none of the fonts has. */
export const MISSING_GLYPH = '□';

let opened: SheetFonts | null = null;

/** Opens the fonts, or returns those already open. */
export function getSheetFonts(): SheetFonts {
  opened ??= createSheetFonts();
  return opened;
}

function createSheetFonts(): SheetFonts {
  const fonts: Partial<Record<PrintFont, fontkit.Font>> = {};
  const openFont = (font: PrintFont): fontkit.Font => {
    const open = fonts[font] ?? readFont(font);
    fonts[font] = open;
    return open;
  };
  const fontFor = rememberPairs((wanted: SheetFont, codePoint: number): PrintFont | null => {
    const order: readonly PrintFont[] = [
      wanted,
      'sans',
      'serif',
      ...(isRareCodePoint(codePoint) ? (['rare'] as const) : []),
    ];
    return order.find((font) => openFont(font).hasGlyphForCodePoint(codePoint)) ?? null;
  });
  const emsOf = rememberPairs((wanted: SheetFont, codePoint: number): number => {
    const found = fontFor(wanted, codePoint);
    const font = openFont(found ?? wanted);
    return font.glyphForCodePoint(found ? codePoint : codePointOf(MISSING_GLYPH)).advanceWidth / font.unitsPerEm;
  });
  const isSetIn = (font: SheetFont, text: string): boolean => {
    for (const character of text) if (fontFor(font, codePointOf(character)) !== font) return false;
    return text !== '';
  };
  return {
    openFont,
    createPdfFont: (font) => withPlainLayout(openFont(font)),
    measure: (text, font, size) => {
      let ems = 0;
      for (let i = 0; i < text.length; i++) {
        const codePoint = text.codePointAt(i) ?? 0;
        ems += emsOf(font, codePoint);
        // beyond the first plane a character has two units
        if (codePoint > LAST_OF_FIRST_PLANE) i += 1;
      }
      return ems * size;
    },
    hasGlyph: (character) => fontFor('sans', codePointOf(character)) !== null,
    isRare: (character) => fontFor('sans', codePointOf(character)) === 'rare',
    splitRuns: (text, font) => {
      if (isSetIn(font, text)) return [{ font, text, isMissing: false }];
      const runs: { font: PrintFont; text: string; isMissing: boolean }[] = [];
      for (const character of text) {
        const found = fontFor(font, codePointOf(character));
        const last = runs.at(-1);
        const printed = found ? character : MISSING_GLYPH;
        if (last && last.font === (found ?? font) && last.isMissing === (found === null)) last.text += printed;
        else runs.push({ font: found ?? font, text: printed, isMissing: found === null });
      }
      return runs;
    },
  };
}

const LAST_OF_FIRST_PLANE = 0xffff;

/** Looks each pair of font and character up once. Sheets measure millions of characters: those of the first plane are in lists, faster than maps. */
function rememberPairs<T>(look: (font: SheetFont, codePoint: number) => T): (font: SheetFont, codePoint: number) => T {
  const createList = (): (T | undefined)[] => new Array<T | undefined>(LAST_OF_FIRST_PLANE + 1);
  const known: Record<SheetFont, (T | undefined)[]> = { sans: createList(), bold: createList(), serif: createList() };
  const beyond: Record<SheetFont, Map<number, T>> = { sans: new Map(), bold: new Map(), serif: new Map() };
  return (font, codePoint) => {
    const isFirst = codePoint <= LAST_OF_FIRST_PLANE;
    const found = isFirst ? known[font][codePoint] : beyond[font].get(codePoint);
    if (found !== undefined) return found;
    const looked = look(font, codePoint);
    if (isFirst) known[font][codePoint] = looked;
    else beyond[font].set(codePoint, looked);
    return looked;
  };
}

const codePointOf = (character: string): number => character.codePointAt(0) ?? 0;

function readFont(font: PrintFont): fontkit.Font {
  const file = fileURLToPath(new URL(`../../data/fonts/${FILES[font]}`, import.meta.url));
  const bytes = readFileSync(file);
  const parsed = fontkit.create(file.endsWith('.br') ? brotliDecompressSync(bytes) : bytes);
  if (!('layout' in parsed)) throw new RangeError(`Got a font collection in ${file}, expected one font.`);
  return parsed;
}

/** The same font with the simplest layout; fresh objects each time, since pdfkit writes into them. */
function withPlainLayout(font: fontkit.Font): object {
  return Object.create(font, {
    layout: {
      value: (text: string) => {
        const glyphs = [...text].map((character) => {
          const codePoint = character.codePointAt(0) ?? 0;
          const { id, advanceWidth } = font.glyphForCodePoint(codePoint);
          return { id, advanceWidth, codePoints: [codePoint] };
        });
        return {
          glyphs,
          positions: glyphs.map(({ advanceWidth }) => ({
            xAdvance: advanceWidth,
            yAdvance: 0,
            xOffset: 0,
            yOffset: 0,
          })),
          advanceWidth: glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0),
        };
      },
    },
  });
}
