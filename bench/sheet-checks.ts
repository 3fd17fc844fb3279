import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import type { ComposedSheet } from '#core/cartography/sheet/composed-sheet.ts';
import { rectTouchesContours } from '#core/cartography/sheet/contour-geometry.ts';
import {
  type DrawItem,
  type MeasureText,
  type Rect,
  rectContains,
  rectsOverlap,
  type TextItem,
} from '#core/cartography/sheet/drawing.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { formatFraction, writeFigureValue } from '#core/indicators/format-figure.ts';

/** What a sheet is checked with. */
export interface SheetCheckInput {
  readonly spec: SheetSpec;
  readonly context: IndicatorContext;
  readonly measure: MeasureText;
}

/** Ink of a character against its em: Chinese characters of the sheets' fonts fill less. */
const ASCENT = 0.78;
const DESCENT = 0.05;
/** Ink that may touch without reading as an overlap, millimetres and ems. */
const SLACK_EMS = 0.06;
const CELL_MILLIMETERS = 8;

type Corners = readonly (readonly [number, number])[];

/** A text of a sheet with the boxes of its ink. `isInSymbol`: a letter, number or stamp of a symbol, which stands where its thing does. */
interface InkedText {
  readonly text: string;
  readonly isInSymbol: boolean;
  readonly boxes: readonly Corners[];
}

/**
 * Everything that is wrong with the pages of a sheet, a sentence each: texts over one another or cut by the paper, names cut by the frame, furniture on the
 * area, figures other than the indicator's. Looks only at the drawing list and the indicators, not at how the sheet was laid out.
 */
export function checkSheet(pages: readonly ComposedSheet[], input: SheetCheckInput): readonly string[] {
  return [
    ...pages.flatMap((page) => [...checkTexts(page, input.measure), ...checkFurniture(page)]),
    ...checkFigures(pages, input),
  ];
}

/** Every text of a drawing list on the paper, groups opened, in the order of being drawn. */
export function listSheetTexts(
  items: readonly DrawItem[],
  at: readonly [number, number] = [0, 0],
): readonly TextItem[] {
  return items.flatMap((item) => {
    if (item.kind === 'text') return [moveText(item, at)];
    if (item.kind !== 'group') return [];
    const [x, y] = item.at ?? [0, 0];
    return listSheetTexts(item.items, [at[0] + x, at[1] + y]);
  });
}

const moveText = (item: TextItem, [x, y]: readonly [number, number]): TextItem => ({
  ...item,
  x: item.x + x,
  y: item.y + y,
  ...(item.glyphs && { glyphs: item.glyphs.map((glyph) => ({ ...glyph, x: glyph.x + x, y: glyph.y + y })) }),
});

function checkTexts(page: ComposedSheet, measure: MeasureText): readonly string[] {
  const { items, paper, bleedMillimeters, layout, report } = page;
  // names on the map have a halo, furniture has its own ground, what symbols say has neither
  const isInSymbol = ({ halo, x, y }: TextItem): boolean =>
    halo === undefined && isIn(layout.map, x, y) && !report.insetRects.some((rect) => isIn(rect, x, y));
  const texts = listSheetTexts(items)
    .filter(({ text, outlineWidth }) => text.trim() !== '' && outlineWidth === undefined)
    .map((item): InkedText => ({ text: item.text, isInSymbol: isInSymbol(item), boxes: boxesOf(item, measure) }));
  const bleed = bleedMillimeters;
  const isCut = ({ boxes }: InkedText): boolean =>
    boxes.some((corners) =>
      corners.some(([x, y]) => x < -bleed || y < -bleed || x > paper.width + bleed || y > paper.height + bleed),
    );
  return [
    ...texts.filter(isCut).map(({ text }) => `cut by the paper: ${text}`),
    ...listOverlaps(texts).map(([a, b]) => `${describeOverlap(a, b)}: ${a.text} / ${b.text}`),
  ];
}

/** Symbols that stand close together cover each other's letters; names keep off them where they can. Of texts among themselves none may. */
const describeOverlap = (a: InkedText, b: InkedText): string =>
  a.isInSymbol && b.isInSymbol
    ? 'symbol over symbol'
    : a.isInSymbol || b.isInSymbol
      ? 'name over symbol'
      : 'over one another';

/** Oriented boxes of the ink, one for a line, or one for each character that stands by itself. */
function boxesOf(item: TextItem, measure: MeasureText): readonly Corners[] {
  const { text, size, font, glyphs, rotation = 0, spacing = 0, anchor = 'start' } = item;
  if (glyphs)
    return [...text].flatMap((character, i) => {
      const glyph = glyphs[i];
      if (!glyph || character.trim() === '') return [];
      return [turnBox({ ...glyph, from: 0, width: measure(character, font, size), size })];
    });
  const width = measure(text, font, size) + spacing * (text.length - 1);
  const from = anchor === 'start' ? 0 : anchor === 'middle' ? -width / 2 : -width;
  return [turnBox({ x: item.x, y: item.y, rotation, from, width, size })];
}

function turnBox(box: {
  readonly x: number;
  readonly y: number;
  readonly rotation: number;
  readonly from: number;
  readonly width: number;
  readonly size: number;
}): Corners {
  const { x, y, rotation, from, width, size } = box;
  const [sin, cos] = [Math.sin((rotation * Math.PI) / 180), Math.cos((rotation * Math.PI) / 180)];
  const slack = size * SLACK_EMS;
  const [left, right] = [from + slack, from + Math.max(width - slack, slack)];
  const [top, bottom] = [-size * ASCENT + slack, size * DESCENT - slack];
  return (
    [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ] as const
  ).map(([u, v]) => [x + u * cos - v * sin, y + u * sin + v * cos] as const);
}

/** Pairs of texts with ink over one another. */
function listOverlaps(texts: readonly InkedText[]): readonly (readonly [InkedText, InkedText])[] {
  const cells = new Map<string, { readonly text: InkedText; readonly corners: Corners }[]>();
  const found = new Set<string>();
  const pairs: (readonly [InkedText, InkedText])[] = [];
  const numbers = new Map(texts.map((text, i) => [text, i]));
  for (const text of texts)
    for (const corners of text.boxes)
      for (const key of cellsOf(corners)) {
        const cell = cells.get(key) ?? [];
        for (const other of cell) {
          const id = `${numbers.get(other.text)} ${numbers.get(text)}`;
          if (other.text === text || found.has(id) || !boxesMeet(other.corners, corners)) continue;
          found.add(id);
          pairs.push([other.text, text]);
        }
        cell.push({ text, corners });
        cells.set(key, cell);
      }
  return pairs;
}

function cellsOf(corners: Corners): readonly string[] {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const keys: string[] = [];
  for (let i = Math.floor(Math.min(...xs) / CELL_MILLIMETERS); i <= Math.max(...xs) / CELL_MILLIMETERS; i++)
    for (let j = Math.floor(Math.min(...ys) / CELL_MILLIMETERS); j <= Math.max(...ys) / CELL_MILLIMETERS; j++)
      keys.push(`${i} ${j}`);
  return keys;
}

/** Whether two convex boxes meet: no side of either separates them. */
const boxesMeet = (a: Corners, b: Corners): boolean => !separates(a, b) && !separates(b, a);

function separates(a: Corners, b: Corners): boolean {
  return a.some(([x, y], i) => {
    const [nextX, nextY] = a[(i + 1) % a.length] ?? [x, y];
    const normal = [nextY - y, x - nextX] as const;
    const project = ([px, py]: readonly [number, number]): number => px * normal[0] + py * normal[1];
    const [of, other] = [a.map(project), b.map(project)];
    return Math.max(...of) <= Math.min(...other) || Math.max(...other) <= Math.min(...of);
  });
}

function checkFurniture({ layout, report }: ComposedSheet): readonly string[] {
  const { map } = layout;
  const isOutside = (rect: Rect): boolean => !rectContains(map, rect);
  return [
    ...report.labelRects.filter(isOutside).map((rect) => `name cut by the frame at ${writePlace(rect)}`),
    ...report.insetRects.filter(isOutside).map((rect) => `furniture cut by the frame at ${writePlace(rect)}`),
    ...report.insets
      .filter(({ rect }) => rectTouchesContours(rect, report.area))
      .map(({ id }) => `furniture on the area: ${id}`),
    ...report.insets.flatMap(({ id, rect }) =>
      report.labelRects.filter((label) => rectsOverlap(rect, label)).map(() => `name under furniture: ${id}`),
    ),
  ];
}

const writePlace = ({ x, y }: Rect): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** Figures as they are set: a label that begins with the code, then value, unit and details. */
function checkFigures(pages: readonly ComposedSheet[], { spec, context }: SheetCheckInput): readonly string[] {
  const { figures } = createMapDefinition({
    context,
    map: spec.map,
    areaCode: spec.areaCode,
    palette: 'paper',
    language: spec.language,
  });
  const texts = pages.flatMap(({ items, report }) => {
    const rects = report.panels.filter(({ id }) => id === 'figures').map(({ rect }) => rect);
    return listSheetTexts(items).filter(({ x, y }) => rects.some((rect) => isIn(rect, x, y)));
  });
  const style = { language: spec.language } as const;
  return figures.flatMap((code) => {
    const figure = computeFigure(context, code, spec.areaCode, { parts: false });
    const at = texts.findIndex(({ text, font }) => font === 'bold' && text.startsWith(`${code} `));
    if (at < 0) return [`figure not printed: ${code}`];
    const { value, unit } = writeFigureValue(figure, style);
    // of the main causes the parts are said, not once more how many households there are
    const fraction = figure.denominator === null || code === 'T3' ? null : formatFraction(figure, style);
    const [printed, printedUnit, below] = texts.slice(at + 1, at + 4).map(({ text }) => text);
    return [
      printed === value ? [] : [`${code}: printed ${printed}, computed ${value}`],
      (printedUnit ?? '') === unit ? [] : [`${code}: printed unit ${printedUnit}, computed ${unit}`],
      fraction === null || below?.includes(fraction) ? [] : [`${code}: printed ${below}, computed ${fraction}`],
    ].flat();
  });
}

const isIn = (rect: Rect, x: number, y: number): boolean =>
  x >= rect.x - 0.01 && x <= rect.x + rect.width + 0.01 && y >= rect.y && y <= rect.y + rect.height + 0.01;
