import { formatDate } from '../../indicators/format-figure.ts';
import type { ComposedSheet } from './composed-sheet.ts';
import type { DrawItem, Rect } from './drawing.ts';
import { drawBleedGround, drawCropMarks } from './furniture/crop-marks.ts';
import { writeEdition } from './furniture/edition-words.ts';
import { printInColors } from './furniture/print-in-black.ts';
import { drawWatermark } from './furniture/title.ts';
import { createFurnitureKit, type FurnitureKit } from './furniture-kit.ts';
import type { PreparedSheet } from './map-sheet.ts';
import { listMissingGlyphs } from './missing-glyphs.ts';
import { getPaper, type Orientation, type Paper } from './paper.ts';
import { emForHeight } from './reading-heights.ts';
import { INK, INK_2, lineItem, rectItem, textItem } from './shapes.ts';
import type { Continuation, ContinuationRoom } from './sheet-continuation.ts';
import { layOutColumns } from './sheet-layout.ts';
import { writeSheetNumber } from './sheet-notes.ts';
import { shortenText } from './wrap-text.ts';

/** Height of the head of a continuation sheet against the em of its title. */
const HEAD = 1.9;
/** Title of a continuation sheet against the subtitle of the map. */
const TITLE = 1.5;
/** Panels have this much more height than the foot's line needs, in ems of tables. */
const FOOT = 2;

/** Tables of a smaller paper are read from half a metre: at least this high, millimetres. */
const LEAST_TABLE = emForHeight(2.72);
/** Papers on which little may follow a larger map. */
const SMALLER_PAPERS = ['A3', 'A2', 'A1'] as const;
/** A continuation is worth another paper when that has no more than this share of the map's. */
const MOST_SHARE = 0.75;

/** Papers for what follows the map: its own first, then smaller ones, smallest first. */
export function listContinuationRooms({
  kit,
  ground,
  input,
}: Pick<PreparedSheet, 'kit' | 'ground' | 'input'>): [ContinuationRoom, ...ContinuationRoom[]] {
  const own = ground.paper;
  const isSmaller = (paper: Paper): boolean =>
    paper.short <= own.short && paper.short * paper.long <= own.short * own.long * MOST_SHARE;
  // the pages of a book are of one size
  const smaller = input.page ? [] : SMALLER_PAPERS.map(getPaper).filter(isSmaller);
  const { orientation } = input.spec;
  return [
    // with the margin at which a book is bound
    roomOn(own, { kit, orientation, base: 1 }, ground.layout.content),
    ...smaller.map((paper) => {
      const its = createFurnitureKit(paper, kit.language, kit.measure);
      const base = Math.min(1, Math.max(its.em.table, LEAST_TABLE) / kit.em.table);
      const small = { ...its, palette: kit.palette, second: kit.second };
      return roomOn(paper, { kit: small, orientation, base });
    }),
  ];
}

function roomOn(
  paper: Paper,
  { kit, orientation, base }: { readonly kit: FurnitureKit; readonly orientation: Orientation; readonly base: number },
  within?: Rect,
): ContinuationRoom {
  const { paper: sheet, columnWidth, gap, ...columns } = layOutColumns({ paper, orientation });
  const content = within ?? columns.content;
  const head = kit.em.subtitle * TITLE * HEAD;
  const panels = { ...content, y: content.y + head, height: content.height - head - kit.em.table * FOOT };
  return { paper, sheet, content, kit, base, panels, columnWidth, gap };
}

/** A sheet that follows the map: title, number in its set, panels in columns, the sheet's number at its foot. */
export function composeContinuationSheet(
  prepared: PreparedSheet,
  { room, pages }: Continuation,
  number: number,
): ComposedSheet {
  const { input, ground } = prepared;
  const { spec } = input;
  const { kit, content, panels, sheet: paper } = room;
  const flow = pages[number - 2] ?? { placed: [], leftOut: [], rest: [] };
  const sheet = { number, total: pages.length + 1 };
  const title = kit.say('continued', { title: prepared.title });
  const dimensions = { width: paper.width, height: paper.height };
  const items: readonly DrawItem[] = [
    ...drawBleedGround(dimensions, spec.options.bleedMillimeters, null),
    ...drawHead(kit, prepared, { title, place: content, sheet }),
    ...(spec.edition === 'review' ? drawWatermark(kit, panels) : []),
    ...flow.placed.flatMap((placed) => placed.items),
    ...drawFoot(prepared, room),
    ...drawCropMarks(dimensions, spec.options.bleedMillimeters),
  ];
  return {
    paper: dimensions,
    ...(input.page && { isBound: true }),
    bleedMillimeters: spec.options.bleedMillimeters,
    layout: { ...ground.layout, paper, content, panels },
    projection: ground.projection,
    title,
    sheet,
    items: printInColors(items, spec.options),
    report: {
      unplaced: [],
      missingGlyphs: listMissingGlyphs(items, input.hasGlyph),
      leftOut: [],
      continued: [],
      omittedNotes: 0,
      displaced: [],
      labelRects: [],
      insetRects: [],
      insets: [],
      panels: flow.placed.map(({ panel, rect, omitted }) => ({ id: panel.id, rect, omitted })),
      area: [],
    },
  };
}

/** Titles are set smaller down to this share. */
const LEAST_TITLE_FIT = 0.5;

/** Title at the left; number in the set, day and the edition's mark at the right; a rule below. */
function drawHead(
  kit: FurnitureKit,
  { input: { spec, context } }: PreparedSheet,
  {
    title,
    place,
    sheet,
  }: {
    readonly title: string;
    readonly place: Rect;
    readonly sheet: { readonly number: number; readonly total: number };
  },
): DrawItem[] {
  const size = kit.em.subtitle * TITLE;
  const small = kit.em.subtitle * 0.74;
  const baseline = place.y + size * 1.15;
  const right = place.x + place.width;
  const words = [kit.say('sheet_of', sheet), kit.say('as_of', { date: formatDate(spec.asOf, spec.language) })].join(
    spec.language === 'zh' ? '　' : '   ',
  );
  const mark = writeEdition(kit, spec, context.county);
  const markWidth = kit.measure(mark, 'bold', small) + small * 0.9;
  const wordsRight = right - markWidth - small;
  const room = wordsRight - kit.measure(words, 'sans', small) - small * 2 - place.x;
  const rule = place.y + size * 1.6;
  // a long title is set smaller before it is cut
  const titleFit = Math.min(1, Math.max(LEAST_TITLE_FIT, room / kit.measure(title, 'bold', size)));
  const titleSize = Math.max(kit.em.table, size * titleFit);
  const style = { measure: kit.measure, font: 'bold' as const, size: titleSize, width: room };
  return [
    textItem(shortenText(title, style), [place.x, baseline], {
      size: titleSize,
      font: 'bold',
      color: '#A8321F',
    }),
    textItem(words, [wordsRight, baseline], { size: small, anchor: 'end' }),
    rectItem(
      { x: right - markWidth, y: baseline - small * 1.08, width: markWidth, height: small * 1.42 },
      { stroke: { color: INK, width: kit.line(0.5) } },
    ),
    textItem(mark, [right - markWidth / 2, baseline], { size: small, font: 'bold', anchor: 'middle' }),
    lineItem([place.x, rule, right, rule], { color: INK, width: kit.line(0.8) }),
  ];
}

function drawFoot({ definition, scope }: PreparedSheet, { kit, content, paper }: ContinuationRoom): DrawItem[] {
  const size = kit.em.table;
  const y = content.y + content.height - size * 0.3;
  return [
    textItem(writeSheetNumber(kit, { definition, scope, paper: paper.size, sheet: null }), [content.x, y], {
      size,
      color: INK_2,
    }),
  ];
}
