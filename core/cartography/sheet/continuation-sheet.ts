import { formatDate } from '../../indicators/format-figure.ts';
import type { ComposedSheet } from './composed-sheet.ts';
import type { DrawItem, Rect } from './drawing.ts';
import { drawCropMarks } from './furniture/crop-marks.ts';
import { printInColors } from './furniture/print-in-black.ts';
import { drawWatermark } from './furniture/title.ts';
import type { FurnitureKit } from './furniture-kit.ts';
import type { PreparedSheet } from './map-sheet.ts';
import { listMissingGlyphs } from './missing-glyphs.ts';
import type { PanelFlow, PanelRoom } from './panel-flow.ts';
import { INK, INK_2, lineItem, rectItem, textItem } from './shapes.ts';
import { writeSheetNumber } from './sheet-notes.ts';
import { shortenText } from './wrap-text.ts';

/** Height of the head of a continuation sheet against the em of its title. */
const HEAD = 1.9;
/** Title of a continuation sheet against the subtitle of the map. */
const TITLE = 1.5;
/** Panels have this much more height than the foot's line needs, in ems of notes. */
const FOOT = 2.4;

/** Room for panels on a sheet that follows the map. */
export function continuationRoom({ kit, ground }: Pick<PreparedSheet, 'kit' | 'ground'>): PanelRoom {
  const { content, columnWidth, gap } = ground.layout;
  const head = kit.em.subtitle * TITLE * HEAD;
  return {
    panels: { ...content, y: content.y + head, height: content.height - head - kit.em.note * FOOT },
    columnWidth,
    gap,
  };
}

/** A sheet that follows the map: title, number in its set, panels in columns, the sheet's number at its foot. */
export function composeContinuationSheet(
  prepared: PreparedSheet,
  flow: PanelFlow,
  sheet: { readonly number: number; readonly total: number },
): ComposedSheet {
  const { input, kit, ground } = prepared;
  const { spec } = input;
  const title = kit.say('continued', { title: prepared.title });
  const items: readonly DrawItem[] = [
    ...drawHead(kit, prepared, { title, place: ground.layout.content, sheet }),
    ...(spec.edition === 'review' ? drawWatermark(kit, continuationRoom(prepared).panels) : []),
    ...flow.placed.flatMap((placed) => placed.items),
    ...drawFoot(kit, prepared),
    ...drawCropMarks(ground.dimensions, spec.options.bleedMillimeters),
  ];
  return {
    paper: ground.dimensions,
    bleedMillimeters: spec.options.bleedMillimeters,
    layout: ground.layout,
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

/** Title at the left; number in the set, day and the edition's mark at the right; a rule below. */
function drawHead(
  kit: FurnitureKit,
  { input: { spec } }: PreparedSheet,
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
  const mark = kit.say(`edition_${spec.edition}`);
  const markWidth = kit.measure(mark, 'bold', small) + small * 0.9;
  const wordsRight = right - markWidth - small;
  const room = wordsRight - kit.measure(words, 'sans', small) - small * 2 - place.x;
  const rule = place.y + size * 1.6;
  return [
    textItem(shortenText(title, { measure: kit.measure, font: 'bold', size, width: room }), [place.x, baseline], {
      size,
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

function drawFoot(kit: FurnitureKit, { definition, scope, input, ground }: PreparedSheet): DrawItem[] {
  const { content } = ground.layout;
  const size = kit.em.note;
  const y = content.y + content.height - size * 0.3;
  return [
    textItem(writeSheetNumber(kit, { definition, scope, paper: input.spec.paper, sheet: null }), [content.x, y], {
      size,
      color: INK_2,
    }),
  ];
}
