import PDFDocument from 'pdfkit';
import type { DrawItem, GroupItem, ImageItem, Rect } from '#core/cartography/sheet/drawing.ts';
import type { PrintFont, SheetFonts } from '../sheet-fonts.ts';
import { createPdfContent, type PdfContent } from './pdf-content.ts';
import { formatFactor, formatPlace } from './pdf-numbers.ts';
import { circleOperators, writePath } from './pdf-shapes.ts';
import { type PdfFont, textOperators } from './pdf-text.ts';
import { joinBytes, pageDimensions, type SheetPage, type WriteBytes } from './sheet-page.ts';

/** What a PDF file says about itself. */
export interface PdfInfo {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** Stands for "created": the as-of date, never the clock, so that the same sheet gives the same bytes. */
  readonly date: Date;
  readonly language: string;
}

/** A page of a PDF, with what leads to it. */
export interface PdfPage extends SheetPage {
  /** Entry in the list of bookmarks; level 1 stands under the last entry of level 0. */
  readonly bookmark?: { readonly title: string; readonly level: number };
  /** What a reader shows as the page's number: `iv`, `3`, `529901001-2`. Pages without one are counted from 1. */
  readonly label?: string;
  /** Name that links of other pages lead to, unique in the file. */
  readonly destination?: string;
  /** Places on the page that lead to a destination, in millimetres. */
  readonly links?: readonly { readonly rect: Rect; readonly destination: string }[];
}

const POINTS_PER_MILLIMETER = 72 / 25.4;

/**
 * Writes pages as one PDF: vectors, text as text in embedded subsets, at most the images of the lists. Pages are taken one at a time and
 * written at once, so that memory does not grow with their number.
 *
 * @param options.write takes the bytes; a page is taken when those of the page before have been
 */
export async function writePdf(
  pages: Iterable<PdfPage> | AsyncIterable<PdfPage>,
  options: { readonly info: PdfInfo; readonly fonts: SheetFonts; readonly write: WriteBytes },
): Promise<void> {
  const document = createDocument(options.info);
  let waiting: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => waiting.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  const drain = async (): Promise<void> => {
    // pdfkit hands its bytes on in a later turn
    await new Promise((resolve) => setImmediate(resolve));
    const bytes = joinBytes(waiting);
    waiting = [];
    if (bytes.length > 0) await options.write(bytes);
  };
  const labels: string[] = [];
  const marks = createBookmarks(document);
  for await (const page of pages) {
    await addPage(document, page, options.fonts);
    marks.add(page);
    labels.push(page.label ?? String(labels.length + 1));
    await drain();
  }
  addLabels(document, labels);
  document.end();
  await finished;
  await drain();
}

function createDocument(info: PdfInfo): PDFKit.PDFDocument {
  return new PDFDocument({
    autoFirstPage: false,
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
}

interface PageWriter {
  readonly document: PDFKit.PDFDocument;
  readonly content: PdfContent;
  readonly fonts: SheetFonts;
  readonly fontOf: (font: PrintFont) => PdfFont;
  images: number;
}

async function addPage(document: PDFKit.PDFDocument, page: PdfPage, fonts: SheetFonts): Promise<void> {
  const { width, height } = pageDimensions(page);
  const bleed = page.bleedMillimeters;
  document.addPage({ size: [width * POINTS_PER_MILLIMETER, height * POINTS_PER_MILLIMETER], margin: 0 });
  setBoxes(document, page);
  // from here on one unit is one millimetre, from the corner of the trimmed paper
  document.scale(POINTS_PER_MILLIMETER);
  if (bleed > 0) document.translate(bleed, bleed);
  const content = createPdfContent();
  const writer: PageWriter = { document, content, fonts, fontOf: createFontUser(document, fonts), images: 0 };
  for (const item of page.items) writeItem(writer, item);
  addStreams(document, await content.finish());
  if (page.destination !== undefined) document.addNamedDestination(page.destination, 'Fit');
  for (const { rect, destination } of page.links ?? [])
    document.goTo(rect.x, rect.y, rect.width, rect.height, destination, {});
}

/** Lets the page show packed streams after what pdfkit itself wrote on it. */
function addStreams(document: PDFKit.PDFDocument, streams: readonly Uint8Array[]): void {
  const { dictionary, content } = document.page as unknown as {
    readonly dictionary: { readonly data: Record<string, unknown> };
    readonly content: unknown;
  };
  const references = streams.map((bytes) => {
    const reference = document.ref({ Filter: 'FlateDecode' });
    reference.end(bytes as Buffer);
    return reference;
  });
  dictionary.data.Contents = [content, ...references];
}

/** Where the printer cuts, and how far the ground reaches beyond. */
function setBoxes(document: PDFKit.PDFDocument, { paper, bleedMillimeters }: SheetPage): void {
  const points = (millimeters: number): number => millimeters * POINTS_PER_MILLIMETER;
  const bleed = bleedMillimeters;
  const data = document.page.dictionary.data as Record<string, unknown>;
  const trim = [bleed, bleed, bleed + paper.width, bleed + paper.height].map(points);
  data.TrimBox = trim;
  data.BleedBox = [0, 0, paper.width + 2 * bleed, paper.height + 2 * bleed].map(points);
}

/** What pdfkit's declarations leave out of a font: it is set by `document.font`. */
interface OpenFont {
  readonly id: string;
  ref(): unknown;
  encode(text: string, features: readonly string[]): readonly [readonly string[], unknown];
}

function createFontUser(document: PDFKit.PDFDocument, fonts: SheetFonts): (font: PrintFont) => PdfFont {
  const used: Partial<Record<PrintFont, PdfFont>> = {};
  return (font) => {
    const known = used[font];
    if (known) return known;
    const { _registeredFonts: registered } = document as unknown as { _registeredFonts: Record<string, unknown> };
    if (!(font in registered)) document.registerFont(font, fonts.createPdfFont(font) as never);
    document.font(font);
    const open = (document as unknown as { _font: OpenFont })._font;
    (document.page as unknown as { fonts: Record<string, unknown> }).fonts[open.id] ??= open.ref();
    const created: PdfFont = { name: open.id, encode: (text) => encodeText(open, text) };
    used[font] = created;
    return created;
  };
}

/** Codes of characters in the subset of a font: pdfkit takes its time to look one up. */
const knownCodes = new WeakMap<OpenFont, Map<number, string>>();

function encodeText(font: OpenFont, text: string): string {
  let codes = knownCodes.get(font);
  if (!codes) {
    codes = new Map();
    knownCodes.set(font, codes);
  }
  let encoded = '';
  for (let i = 0; i < text.length; i++) {
    const codePoint = text.codePointAt(i) as number;
    let code = codes.get(codePoint);
    if (code === undefined) {
      code = font.encode(String.fromCodePoint(codePoint), [])[0].join('');
      codes.set(codePoint, code);
    }
    encoded += code;
    // beyond the first plane a character has two units
    if (codePoint > 0xffff) i += 1;
  }
  return encoded;
}

function writeItem(writer: PageWriter, item: DrawItem): void {
  if (item.kind === 'group') writeGroup(writer, item);
  else if (item.kind === 'image') writeImage(writer, item);
  else if (item.kind === 'path') writePath(writer.content, item);
  else {
    const operators = item.kind === 'circle' ? circleOperators(item) : textOperators(item, writer);
    if (operators !== '') writer.content.add(operators);
  }
}

function writeGroup(writer: PageWriter, { at, clip, items }: GroupItem): void {
  const { content } = writer;
  content.add('q');
  if (at) content.add(`1 0 0 1 ${formatFactor(at[0])} ${formatFactor(at[1])} cm`);
  if (clip) {
    content.addContours(clip, true);
    content.add('W* n');
  }
  for (const item of items) writeItem(writer, item);
  content.add('Q');
}

function writeImage(writer: PageWriter, { x, y, width, height, columns, rows, pixels }: ImageItem): void {
  const { document } = writer;
  writer.images += 1;
  const name = `Relief${writer.images}`;
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
  document.page.ext_gstates[`Multiply${writer.images}`] = multiply;
  writer.content.add(
    `q\n/Multiply${writer.images} gs\n${formatPlace(width)} 0 0 ${formatPlace(-height)} ${formatPlace(x)} ${formatPlace(y + height)} cm\n/${name} Do\nQ`,
  );
}

/** Bookmarks of pages, each under the last one of a lower level. */
function createBookmarks(document: PDFKit.PDFDocument): { add(page: PdfPage): void } {
  const open: PDFKit.PDFOutline[] = [document.outline];
  return {
    add({ bookmark }) {
      if (!bookmark) return;
      const level = Math.min(bookmark.level, open.length - 1);
      const parent = open[level] ?? document.outline;
      open.length = level + 1;
      open.push(parent.addItem(bookmark.title, { fit: true, expanded: level === 0 } as never));
    },
  };
}

/** Page labels (ISO 32000-1, 12.4.2): each page has its own prefix and no number of its style. */
function addLabels(document: PDFKit.PDFDocument, labels: readonly string[]): void {
  if (labels.every((label, i) => label === String(i + 1))) return;
  const nums = labels.flatMap((label, i) => [i, { P: new String(label) }]);
  (document as unknown as { _root: { data: Record<string, unknown> } })._root.data.PageLabels = { Nums: nums };
}
