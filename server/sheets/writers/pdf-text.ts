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
  const setRuns = (mode: number): string => showRuns(item, layout.runs, { ...options, mode });
  const operators = ['q'];
  // letters and their halo are one text: readers and searches must not find the name twice
  const isSpan = layout.needsWording || item.halo !== undefined;
  if (isSpan) operators.push(`/Span <</ActualText <${utf16Of(item.text)}>>> BDC`);
  if (item.halo)
    operators.push(
      colorOperator(item.halo.color, 'stroke'),
      `${formatWidth(item.halo.width * 2)} w 1 j`,
      setRuns(STROKE),
    );
  if (item.outlineWidth)
    operators.push(colorOperator(item.color, 'stroke'), `${formatWidth(item.outlineWidth)} w`, setRuns(STROKE));
  else operators.push(colorOperator(item.color, 'fill'), setRuns(FILL));
  if (isSpan) operators.push('EMC');
  return [...operators, 'Q'].join('\n');
}

function showRuns(
  item: TextItem,
  runs: TextLayout['runs'],
  { fontOf, mode }: { readonly fontOf: (font: PrintFont) => PdfFont; readonly mode: number },
): string {
  const operators = ['BT', `${mode} Tr`];
  if (item.spacing && !item.glyphs) operators.push(`${formatWidth(item.spacing)} Tc`);
  let current: PrintFont | null = null;
  for (const run of runs) {
    const { name, encode } = fontOf(run.font);
    if (run.font !== current) operators.push(`/${name} ${formatWidth(item.size)} Tf`);
    current = run.font;
    operators.push(`${matrixOf(run)} Tm`, `<${encode(run.text)}> Tj`);
  }
  return [...operators, 'ET'].join('\n');
}

const matrixOf = ({ matrix: [a, b, c, d, e, f] }: PlacedRun): string =>
  [...[a, b, c, d].map(formatFactor), formatWidth(e), formatWidth(f)].join(' ');

/** A text as UTF-16 with its byte order mark, in hexadecimal digits: how PDF wants strings of any script. */
const utf16Of = (text: string): string =>
  `FEFF${Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('')}`.toUpperCase();
