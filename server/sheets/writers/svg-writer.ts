import type {
  CircleItem,
  Contours,
  DrawItem,
  GroupItem,
  ImageItem,
  PathItem,
  Rect,
  Stroke,
  TextItem,
} from '#core/cartography/sheet/drawing.ts';
import { forEachContour } from '#core/cartography/sheet/packed-contours.ts';
import type { SheetFonts } from '../sheet-fonts.ts';
import { createGlyphOutlines, type GlyphOutlines } from './glyph-outlines.ts';
import { encodeGreyPng } from './grey-png.ts';
import { pageDimensions, type SheetPage } from './sheet-page.ts';
import { layoutText } from './text-layout.ts';

/** What a file says about itself. */
export interface SvgInfo {
  readonly title: string;
  readonly language: string;
}

/**
 * Writes a page as SVG that looks the same wherever it is opened: letters are outlines, each kept once and used where it stands, and every text is
 * said in words beside them. One unit is one millimetre.
 *
 * @param options.window part of the page that is shown, by default all of it with its bleed; what lies outside is left out
 * @param options.pixels size of the picture in pixels; by default millimetres are said
 */
export function writeSvg(
  page: SheetPage,
  options: {
    readonly info: SvgInfo;
    readonly fonts: SheetFonts;
    readonly window?: Rect;
    readonly pixels?: { readonly width: number; readonly height: number };
  },
): string {
  const { info, fonts } = options;
  const window = options.window ?? wholePage(page);
  const writer: SvgWriter = {
    fonts,
    outlines: createGlyphOutlines(fonts),
    hasWords: options.pixels === undefined,
    clips: [],
    parts: [],
  };
  for (const item of page.items) writeItem(writer, item);
  const size = options.pixels
    ? `width="${options.pixels.width}" height="${options.pixels.height}" preserveAspectRatio="none"`
    : `width="${place(window.width)}mm" height="${place(window.height)}mm"`;
  const box = [window.x, window.y, window.width, window.height].map(exact).join(' ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="${box}" xml:lang="${info.language}" stroke-miterlimit="10">`,
    `<title>${escapeText(info.title)}</title>`,
    `<defs>${writer.outlines.list().join('')}${writer.clips.join('')}</defs>`,
    `<rect x="${exact(window.x)}" y="${exact(window.y)}" width="${exact(window.width)}" height="${exact(window.height)}" fill="#fff"/>`,
    ...writer.parts,
    '</svg>\n',
  ].join('\n');
}

const wholePage = (page: SheetPage): Rect => ({
  x: -page.bleedMillimeters,
  y: -page.bleedMillimeters,
  ...pageDimensions(page),
});

interface SvgWriter {
  readonly fonts: SheetFonts;
  readonly outlines: GlyphOutlines;
  /** Whether texts are also said in words: not when nobody will read the file. */
  readonly hasWords: boolean;
  readonly clips: string[];
  readonly parts: string[];
}

function writeItem(writer: SvgWriter, item: DrawItem): void {
  if (item.kind === 'path') writePath(writer, item);
  else if (item.kind === 'circle') writeCircle(writer, item);
  else if (item.kind === 'text') writeText(writer, item);
  else if (item.kind === 'image') writeImage(writer, item);
  else writeGroup(writer, item);
}

function writeGroup(writer: SvgWriter, { at, clip, items }: GroupItem): void {
  const moved = at && (at[0] !== 0 || at[1] !== 0) ? ` transform="translate(${fine(at[0])} ${fine(at[1])})"` : '';
  let cut = '';
  if (clip) {
    const id = `k${writer.clips.length}`;
    writer.clips.push(`<clipPath id="${id}"><path clip-rule="evenodd" d="${pathData(clip, true)}"/></clipPath>`);
    cut = ` clip-path="url(#${id})"`;
  }
  writer.parts.push(`<g${moved}${cut}>`);
  for (const item of items) writeItem(writer, item);
  writer.parts.push('</g>');
}

function writePath({ parts }: SvgWriter, { contours, closed, fill, stroke }: PathItem): void {
  if (contours.length === 0 || !(fill || stroke)) return;
  parts.push(`<path d="${pathData(contours, closed)}"${paint(fill, stroke)}/>`);
}

function writeCircle({ parts }: SvgWriter, { x, y, radius, fill, stroke }: CircleItem): void {
  parts.push(`<circle cx="${place(x)}" cy="${place(y)}" r="${fine(radius)}"${paint(fill, stroke)}/>`);
}

/** Lines as `M x y l dx dy …` in hundredths of a millimetre that do not add up their rounding. */
function pathData(contours: Contours, closed: boolean): string {
  let data = '';
  forEachContour(contours, (numbers, start, end) => {
    let [lastX, lastY] = [0, 0];
    for (let i = start; i + 1 < end; i += 2) {
      const x = Math.round((numbers[i] ?? 0) * 100);
      const y = Math.round((numbers[i + 1] ?? 0) * 100);
      if (i === start) data += `M${x / 100} ${y / 100}`;
      else data += `${i === start + 2 ? 'l' : ' '}${hundredths(x - lastX)} ${hundredths(y - lastY)}`;
      lastX = x;
      lastY = y;
    }
    if (closed) data += 'z';
  });
  return data;
}

function paint(fill: string | undefined, stroke: Stroke | undefined): string {
  let attributes = fill ? ` fill="${fill}" fill-rule="evenodd"` : ' fill="none"';
  if (stroke) {
    attributes += ` stroke="${stroke.color}" stroke-width="${fine(stroke.width)}"`;
    if (stroke.cap && stroke.cap !== 'butt') attributes += ` stroke-linecap="${stroke.cap}"`;
    if (stroke.join && stroke.join !== 'miter') attributes += ` stroke-linejoin="${stroke.join}"`;
    if (stroke.dash) attributes += ` stroke-dasharray="${stroke.dash.map(fine).join(' ')}"`;
  }
  return attributes;
}

function writeText(writer: SvgWriter, item: TextItem): void {
  const { runs } = layoutText(item, writer.fonts);
  const uses = runs.map((run) => {
    const { unitsPerEm, marks } = writer.outlines.set(run, (item.spacing ?? 0) / item.size);
    const scale = item.size / unitsPerEm;
    const [a, b, c, d, e, f] = run.matrix;
    // outlines have their axis up, as the run's own axes have
    const matrix = [a * scale, b * scale, c * scale, d * scale].map(exact).join(' ');
    return {
      scale,
      group: (style: string) => `<g transform="matrix(${matrix} ${fine(e)} ${fine(f)})"${style}>${marks}</g>`,
    };
  });
  const words = writer.hasWords ? ` role="img" aria-label="${escapeText(item.text)}"` : '';
  const drawn: string[] = [];
  const outline = (color: string, width: number): void => {
    for (const { scale, group } of uses)
      drawn.push(group(` fill="none" stroke="${color}" stroke-width="${fine(width / scale)}" stroke-linejoin="round"`));
  };
  if (item.halo) outline(item.halo.color, item.halo.width * 2);
  if (item.outlineWidth) outline(item.color, item.outlineWidth);
  else for (const { group } of uses) drawn.push(group(` fill="${item.color}"`));
  if (drawn.length > 0) writer.parts.push(`<g${words}>${drawn.join('')}</g>`);
}

function writeImage({ parts }: SvgWriter, item: ImageItem): void {
  const { x, y, width, height } = item;
  parts.push(
    `<image x="${place(x)}" y="${place(y)}" width="${place(width)}" height="${place(height)}" preserveAspectRatio="none" style="mix-blend-mode:multiply" href="${imageAddress(item)}"/>`,
  );
}

/** Addresses by their pixels: the bands of a picture show the same image again and again. */
const addresses = new WeakMap<Uint8Array, string>();

function imageAddress({ columns, rows, pixels }: ImageItem): string {
  const known = addresses.get(pixels);
  if (known) return known;
  const png = encodeGreyPng({ columns, rows, pixels });
  const address = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  addresses.set(pixels, address);
  return address;
}

/** Steps of lines are short: those up to 20 mm are written once, as a sheet has a hundred thousand. */
const LONGEST_STEP = 2000;
const steps = Array.from({ length: 2 * LONGEST_STEP + 1 }, (_, i) => String((i - LONGEST_STEP) / 100));

const hundredths = (count: number): string => steps[count + LONGEST_STEP] ?? String(count / 100);
const place = (value: number): string => String(Math.round(value * 100) / 100);
const fine = (value: number): string => String(Math.round(value * 1000) / 1000);
const exact = (value: number): string => String(Math.round(value * 1_000_000) / 1_000_000);

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML: signs escaped, and control characters, which XML has not, left out. */
const escapeText = (text: string): string =>
  text
    .replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
