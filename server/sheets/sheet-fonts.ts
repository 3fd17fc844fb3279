import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import type { MeasureText, SheetFont } from '#core/cartography/sheet/drawing.ts';

/** A stretch of text that one font can set. */
export interface FontRun {
  readonly font: SheetFont;
  readonly text: string;
}

/** The fonts of `data/fonts`, opened once for each process. */
export interface SheetFonts {
  /** Font objects for pdfkit: one glyph for each character, no kerning, so that measured and printed widths agree exactly. */
  readonly pdfFonts: Readonly<Record<SheetFont, object>>;
  readonly measure: MeasureText;
  /** Whether any of the fonts has a character. */
  readonly hasGlyph: (character: string) => boolean;
  /** A text in runs that each have all their glyphs; a character that no font has becomes `□`. */
  splitRuns(text: string, font: SheetFont): readonly FontRun[];
}

const FILES: Readonly<Record<SheetFont, string>> = {
  sans: 'noto-sans-sc-regular.ttf',
  bold: 'noto-sans-sc-bold.ttf',
  serif: 'noto-serif-sc-regular.ttf',
};

/** Stands for a character that none of the fonts has. */
export const MISSING_GLYPH = '□';

let opened: SheetFonts | null = null;

/** Opens the fonts, or returns those already open. */
export function getSheetFonts(): SheetFonts {
  opened ??= createSheetFonts();
  return opened;
}

function createSheetFonts(): SheetFonts {
  const fonts = { sans: openFont('sans'), bold: openFont('bold'), serif: openFont('serif') };
  const widths = { sans: new Map(), bold: new Map(), serif: new Map() } as Record<SheetFont, Map<number, number>>;
  const has = (font: SheetFont, codePoint: number): boolean => fonts[font].hasGlyphForCodePoint(codePoint);
  const fontFor = (wanted: SheetFont, codePoint: number): SheetFont | null =>
    [wanted, 'sans' as const, 'serif' as const].find((font) => has(font, codePoint)) ?? null;
  const emsOf = (wanted: SheetFont, codePoint: number): number => {
    const known = widths[wanted].get(codePoint);
    if (known !== undefined) return known;
    const font = fontFor(wanted, codePoint);
    const glyph = fonts[font ?? wanted].glyphForCodePoint(font ? codePoint : (MISSING_GLYPH.codePointAt(0) ?? 0));
    const ems = glyph.advanceWidth / fonts[font ?? wanted].unitsPerEm;
    widths[wanted].set(codePoint, ems);
    return ems;
  };
  return {
    pdfFonts: {
      sans: withPlainLayout(fonts.sans),
      bold: withPlainLayout(fonts.bold),
      serif: withPlainLayout(fonts.serif),
    },
    measure: (text, font, size) => {
      let ems = 0;
      for (const character of text) ems += emsOf(font, character.codePointAt(0) ?? 0);
      return ems * size;
    },
    hasGlyph: (character) => fontFor('sans', character.codePointAt(0) ?? 0) !== null,
    splitRuns: (text, font) => {
      const runs: { font: SheetFont; text: string }[] = [];
      for (const character of text) {
        const found = fontFor(font, character.codePointAt(0) ?? 0);
        const last = runs.at(-1);
        const printed = found ? character : MISSING_GLYPH;
        if (last && last.font === (found ?? font)) last.text += printed;
        else runs.push({ font: found ?? font, text: printed });
      }
      return runs;
    },
  };
}

function openFont(font: SheetFont): fontkit.Font {
  const file = fileURLToPath(new URL(`../../data/fonts/${FILES[font]}`, import.meta.url));
  const parsed = fontkit.create(readFileSync(file));
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
