import PDFDocument from 'pdfkit';
import type {
  CircleItem,
  Contour,
  DrawItem,
  GroupItem,
  ImageItem,
  PathItem,
  Stroke,
  TextItem,
} from '#core/cartography/sheet/drawing.ts';
import type { PaperDimensions } from '#core/cartography/sheet/paper.ts';
import type { SheetFonts } from './sheet-fonts.ts';

/** What a PDF file says about itself. */
export interface PdfInfo {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** Stands for "created": the as-of date, never the clock, so that the same sheet gives the same bytes. */
  readonly date: Date;
  readonly language: string;
}

const POINTS_PER_MILLIMETER = 72 / 25.4;
/** Handle length of a quarter circle drawn as a cubic curve, 4/3 (sqrt 2 - 1). */
const QUARTER_CIRCLE = (4 / 3) * (Math.SQRT2 - 1);
const CAPS = { butt: 0, round: 1, square: 2 } as const;
const JOINS = { miter: 0, round: 1, bevel: 2 } as const;

/** Writes a drawing list as one page of PDF: vectors, text as text in embedded subsets, at most the images of the list. */
export async function writePdf(
  items: readonly DrawItem[],
  options: { readonly paper: PaperDimensions; readonly info: PdfInfo; readonly fonts: SheetFonts },
): Promise<Uint8Array> {
  const { paper, info, fonts } = options;
  const document = new PDFDocument({
    size: [paper.width * POINTS_PER_MILLIMETER, paper.height * POINTS_PER_MILLIMETER],
    margin: 0,
    pdfVersion: '1.7',
    lang: info.language,
    displayTitle: true,
    // an empty name keeps pdfkit from loading Helvetica
    font: '',
    info: {
      Title: info.title,
      Subject: info.subject,
      Author: info.author,
      Creator: 'Guatu',
      Producer: 'Guatu',
      CreationDate: info.date,
      ModDate: info.date,
    },
  });
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  for (const [name, font] of Object.entries(fonts.pdfFonts)) document.registerFont(name, font as never);
  // from here on one unit is one millimetre
  document.scale(POINTS_PER_MILLIMETER);
  const page: Page = { document, fonts, images: 0 };
  for (const item of items) writeItem(page, item);
  document.end();
  await finished;
  return new Uint8Array(Buffer.concat(chunks));
}

interface Page {
  readonly document: PDFKit.PDFDocument;
  readonly fonts: SheetFonts;
  images: number;
}

function writeItem(page: Page, item: DrawItem): void {
  if (item.kind === 'path') writePath(page, item);
  else if (item.kind === 'circle') writeCircle(page, item);
  else if (item.kind === 'text') writeText(page, item);
  else if (item.kind === 'image') writeImage(page, item);
  else writeGroup(page, item);
}

function writeGroup(page: Page, { at, clip, items }: GroupItem): void {
  const { document } = page;
  document.save();
  if (at) document.translate(at[0], at[1]);
  if (clip) document.addContent(`${clip.map((contour) => contourOperators(contour, true)).join('\n')}\nW* n`);
  for (const item of items) writeItem(page, item);
  document.restore();
}

function writePath({ document }: Page, { contours, closed, fill, stroke }: PathItem): void {
  const paint = paintOperator(fill, stroke);
  if (contours.length === 0 || paint === 'n') return;
  const path = contours.map((contour) => contourOperators(contour, closed)).join('\n');
  document.addContent(`q\n${styleOperators(fill, stroke)}${path}\n${paint}\nQ`);
}

function contourOperators(contour: Contour, closed: boolean): string {
  let operators = '';
  for (let i = 0; i + 1 < contour.length; i += 2)
    operators += `${format(contour[i] ?? 0)} ${format(contour[i + 1] ?? 0)} ${i === 0 ? 'm' : 'l'}\n`;
  return closed ? `${operators}h` : operators;
}

function writeCircle({ document }: Page, { x, y, radius, fill, stroke }: CircleItem): void {
  const handle = radius * QUARTER_CIRCLE;
  const curve = (...numbers: number[]): string => `${numbers.map(format).join(' ')} c`;
  const path = [
    `${format(x + radius)} ${format(y)} m`,
    curve(x + radius, y + handle, x + handle, y + radius, x, y + radius),
    curve(x - handle, y + radius, x - radius, y + handle, x - radius, y),
    curve(x - radius, y - handle, x - handle, y - radius, x, y - radius),
    curve(x + handle, y - radius, x + radius, y - handle, x + radius, y),
    'h',
  ].join('\n');
  document.addContent(`q\n${styleOperators(fill, stroke)}${path}\n${paintOperator(fill, stroke)}\nQ`);
}

/** Fills are by the even-odd rule, so that holes stay open whatever their direction. */
const paintOperator = (fill: string | undefined, stroke: Stroke | undefined): string =>
  fill ? (stroke ? 'B*' : 'f*') : stroke ? 'S' : 'n';

function styleOperators(fill: string | undefined, stroke: Stroke | undefined): string {
  const operators: string[] = [];
  if (fill) operators.push(colorOperator(fill, 'fill'));
  if (stroke) {
    operators.push(colorOperator(stroke.color, 'stroke'), `${format3(stroke.width)} w`);
    if (stroke.cap && stroke.cap !== 'butt') operators.push(`${CAPS[stroke.cap]} J`);
    if (stroke.join && stroke.join !== 'miter') operators.push(`${JOINS[stroke.join]} j`);
    if (stroke.dash) operators.push(`[${stroke.dash.map(format3).join(' ')}] 0 d`);
  }
  return operators.map((operator) => `${operator}\n`).join('');
}

/** Greys are written as grey, so that black stays pure black on a plotter and does not become four inks. */
function colorOperator(color: string, use: 'fill' | 'stroke'): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  if (red === green && green === blue) return `${format3(red)} ${use === 'fill' ? 'g' : 'G'}`;
  return `${format3(red)} ${format3(green)} ${format3(blue)} ${use === 'fill' ? 'rg' : 'RG'}`;
}

function writeText(page: Page, item: TextItem): void {
  const { document, fonts } = page;
  const spacing = item.spacing ?? 0;
  const runs = fonts.splitRuns(item.text, item.font).map((run) => ({
    ...run,
    width: fonts.measure(run.text, run.font, item.size) + spacing * [...run.text].length,
  }));
  const width = runs.reduce((sum, run) => sum + run.width, 0) - spacing;
  const start = item.anchor === 'middle' ? -width / 2 : item.anchor === 'end' ? -width : 0;
  document.save();
  document.translate(item.x, item.y);
  if (item.rotation) document.rotate(item.rotation);
  if (item.shear) document.transform(1, 0, -item.shear, 1, 0, 0);
  const setRuns = (stroke: boolean): void => {
    let x = start;
    for (const run of runs) {
      document.font(run.font).fontSize(item.size);
      const mode = stroke ? { stroke: true, fill: false } : { fill: true };
      document.text(run.text, x, 0, {
        ...mode,
        lineBreak: false,
        baseline: 'alphabetic',
        characterSpacing: spacing,
        features: [],
      });
      x += run.width;
    }
  };
  if (item.halo) {
    // the halo is decoration: readers and searches must not find the name twice
    document.addContent(
      `/Artifact BMC\n${colorOperator(item.halo.color, 'stroke')}\n${format3(item.halo.width * 2)} w 1 j`,
    );
    setRuns(true);
    document.addContent('EMC');
  }
  if (item.outlineWidth) {
    document.addContent(`${colorOperator(item.color, 'stroke')}\n${format3(item.outlineWidth)} w`);
    setRuns(true);
  } else {
    document.addContent(colorOperator(item.color, 'fill'));
    setRuns(false);
  }
  document.restore();
}

function writeImage(page: Page, { x, y, width, height, columns, rows, pixels }: ImageItem): void {
  const { document } = page;
  page.images += 1;
  const name = `Relief${page.images}`;
  const image = document.ref({
    Type: 'XObject',
    Subtype: 'Image',
    Width: columns,
    Height: rows,
    ColorSpace: 'DeviceGray',
    BitsPerComponent: 8,
    Interpolate: true,
  });
  image.end(Buffer.from(pixels));
  const multiply = document.ref({ Type: 'ExtGState', BM: 'Multiply' });
  multiply.end(undefined);
  document.page.xobjects[name] = image;
  document.page.ext_gstates[`Multiply${page.images}`] = multiply;
  document.addContent(
    `q\n/Multiply${page.images} gs\n${format(width)} 0 0 ${format(-height)} ${format(x)} ${format(y + height)} cm\n/${name} Do\nQ`,
  );
}

/** Hundredths of a millimetre: finer than any plotter. */
const format = (value: number): string => String(Math.round(value * 100) / 100);
const format3 = (value: number): string => String(Math.round(value * 1000) / 1000);
