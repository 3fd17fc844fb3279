import type { TextItem } from '#core/cartography/sheet/drawing.ts';
import type { PrintFont, SheetFonts } from '../sheet-fonts.ts';
import { colorOperator, formatFactor, formatWidth } from './pdf-numbers.ts';
import { layoutText, type PlacedRun, type TextLayout } from './text-layout.ts';

/** A font in a PDF: its name on the page, and the codes of characters in its subset. */
export interface PdfFont {
  readonly name: string;
  /** Codes of four hexadecimal digits, one for each character. */
  encode(text: string): string;
}

const FILL = 0;
const STROKE = 1;

/** Operators that set a text in subset fonts, its halo first. What cannot be read off the letters is said beside them, as one string. */
export function textOperators(
  item: TextItem,
  options: { readonly fonts: SheetFonts; readonly fontOf: (font: PrintFont) => PdfFont },
): string {
  const layout = layoutText(item, options.fonts);
  if (layout.runs.length === 0) return '';
  const shown = showRuns(item, layout.runs, options.fontOf);
  const { halo, outlineWidth, color } = item;
  // letters and their halo are one text: readers and searches must not find the name twice
  const isSpan = layout.needsWording || halo !== undefined;
  const span = isSpan ? `/Span <</ActualText <${utf16Of(item.text)}>>> BDC\n` : '';
  const around = halo
    ? `${colorOperator(halo.color, 'stroke')}\n${formatWidth(halo.width * 2)} w 1 j\n${setText(shown, STROKE)}`
    : '';
  const letters = outlineWidth
    ? `${colorOperator(color, 'stroke')}\n${formatWidth(outlineWidth)} w\n${setText(shown, STROKE)}`
    : `${colorOperator(color, 'fill')}\n${setText(shown, FILL)}`;
  return `q\n${span}${around}${letters}${isSpan ? 'EMC\n' : ''}Q`;
}

const setText = (shown: string, mode: number): string => `BT\n${mode} Tr\n${shown}ET\n`;

/** Operators that show the runs of a text, whichever way its letters are painted. */
function showRuns(item: TextItem, runs: TextLayout['runs'], fontOf: (font: PrintFont) => PdfFont): string {
  let operators = item.spacing && !item.glyphs ? `${formatWidth(item.spacing)} Tc\n` : '';
  let current: PrintFont | null = null;
  for (const run of runs) {
    const { name, encode } = fontOf(run.font);
    if (run.font !== current) operators += `/${name} ${formatWidth(item.size)} Tf\n`;
    current = run.font;
    operators += `${matrixOf(run)} Tm\n<${encode(run.text)}> Tj\n`;
  }
  return operators;
}

const matrixOf = ({ matrix: [a, b, c, d, e, f] }: PlacedRun): string => {
  const isUpright = a === 1 && b === 0 && c === 0 && d === -1;
  const axes = isUpright ? '1 0 0 -1' : `${formatFactor(a)} ${formatFactor(b)} ${formatFactor(c)} ${formatFactor(d)}`;
  return `${axes} ${formatWidth(e)} ${formatWidth(f)}`;
};

/** Digits of each unit of UTF-16, written at their first use. */
const unitDigits: string[] = [];

/** A text as UTF-16 with its byte order mark, in hexadecimal digits: how PDF wants strings of any script. */
function utf16Of(text: string): string {
  let digits = 'FEFF';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    unitDigits[unit] ??= unit.toString(16).toUpperCase().padStart(4, '0');
    digits += unitDigits[unit];
  }
  return digits;
}
