import type { ComposedSheet } from '../../sheet/composed-sheet.ts';
import type { DrawItem, MeasureText, Rect } from '../../sheet/drawing.ts';
import { HAIRLINE, INK, INK_2, lineItem, PAPER_WHITE, rectItem, textItem } from '../../sheet/shapes.ts';
import { shortenText, wrapText } from '../../sheet/wrap-text.ts';
import type { SayAtlas } from '../atlas-text.ts';
import { SEAL } from '../draw-page-head.ts';
import type { SheetCut } from './cut-sheet.ts';

/** Room for the title above the diagram and for the steps below it, millimetres. */
const HEAD = 20;
const FOOT = 46;
const OVERLAP_GROUND = '#F3DCD4';

/** What the diagram is drawn from. */
export interface AssemblyInput {
  readonly sheet: Pick<ComposedSheet, 'paper' | 'layout' | 'report' | 'title'>;
  readonly cut: SheetCut;
  /** Names of the papers: of the sheet and of the pages. */
  readonly names: { readonly sheet: string; readonly tile: string };
  readonly say: SayAtlas;
  readonly measure: MeasureText;
}

/** First page of a tiled sheet: how its pages lie on it, where they overlap, and what to do, with a ruler to check the printer. */
export function drawAssembly({ sheet, cut, names, say, measure }: AssemblyInput): readonly DrawItem[] {
  const { page, printable: place } = cut;
  const room: Rect = { ...place, y: place.y + HEAD, height: place.height - HEAD - FOOT };
  const whole = wholeOf(cut);
  const factor = Math.min(room.width / whole.width, room.height / whole.height);
  const left = room.x + (room.width - whole.width * factor) / 2;
  const at = ({ x, y, width, height }: Rect): Rect => ({
    x: left + x * factor,
    y: room.y + y * factor,
    width: width * factor,
    height: height * factor,
  });
  return [
    textItem(say('tiles_title'), [place.x, place.y + 8], { size: 7, font: 'bold', color: SEAL }),
    textItem(
      shortenText(sheet.title, { measure, font: 'sans', size: 4, width: place.width * 0.6 }),
      [place.x + place.width, place.y + 8],
      { size: 4, anchor: 'end' },
    ),
    lineItem([place.x, place.y + 12, place.x + place.width, place.y + 12], { color: INK, width: 0.5 }),
    ...drawTiles(cut, at),
    ...drawSheet(sheet, at, { factor, left, top: room.y }),
    ...nameTiles(cut, at),
    ...drawSteps({ sheet, cut, names, say, measure }, page.height - place.y - FOOT + 8),
  ];
}

/** All pages together: the sheet. */
const wholeOf = ({ tiles }: SheetCut): { readonly width: number; readonly height: number } => ({
  width: Math.max(...tiles.map(({ rect }) => rect.x + rect.width)),
  height: Math.max(...tiles.map(({ rect }) => rect.y + rect.height)),
});

/** Overlaps as bands, then the edges of the pages. */
function drawTiles({ tiles, overlap }: SheetCut, at: (rect: Rect) => Rect): readonly DrawItem[] {
  const bands = tiles.flatMap(({ rect, column, row }) => [
    ...(column > 0 ? [{ ...rect, width: overlap }] : []),
    ...(row > 0 ? [{ ...rect, height: overlap }] : []),
  ]);
  return [
    ...tiles.map(({ rect }) => rectItem(at(rect), { fill: PAPER_WHITE })),
    ...bands.map((band) => rectItem(at(band), { fill: OVERLAP_GROUND })),
    ...tiles.map(({ rect }) => rectItem(at(rect), { stroke: { color: SEAL, width: 0.3 } })),
  ];
}

/** The sheet itself in outline: its edge, its frame, the area, its title. */
function drawSheet(
  { paper, layout, report, title }: AssemblyInput['sheet'],
  at: (rect: Rect) => Rect,
  { factor, left, top }: { readonly factor: number; readonly left: number; readonly top: number },
): readonly DrawItem[] {
  const titlePlace = at(layout.title);
  return [
    rectItem(at({ x: 0, y: 0, ...paper }), { stroke: { color: INK, width: 0.5 } }),
    rectItem(at(layout.outerFrame), { stroke: { color: INK_2, width: 0.25 } }),
    ...(layout.arrangement === 'none'
      ? []
      : [rectItem(at(layout.panels), { stroke: { color: HAIRLINE, width: 0.25 } })]),
    {
      kind: 'path',
      contours: report.area.map((ring) => ring.map((value, index) => (index % 2 === 0 ? left : top) + value * factor)),
      closed: true,
      stroke: { color: '#4A463E', width: 0.3 },
    },
    textItem(title, [titlePlace.x + titlePlace.width / 2, titlePlace.y + titlePlace.height * 0.72], {
      size: Math.max(1.2, Math.min(titlePlace.height * 0.7, (titlePlace.width * 0.6) / Math.max(1, [...title].length))),
      font: 'bold',
      color: SEAL,
      anchor: 'middle',
    }),
  ];
}

function nameTiles({ tiles }: SheetCut, at: (rect: Rect) => Rect): readonly DrawItem[] {
  return tiles.map(({ name, rect }) => {
    const { x, y, width, height } = at(rect);
    const size = Math.min(width, height) * 0.3;
    return textItem(name, [x + width / 2, y + height / 2 + size * 0.36], {
      size,
      font: 'bold',
      anchor: 'middle',
      color: SEAL,
      halo: { color: PAPER_WHITE, width: 0.8 },
    });
  });
}

/** What to do, in numbered steps, and a ruler of 100 mm. */
function drawSteps({ sheet, cut, names, say, measure }: AssemblyInput, top: number): readonly DrawItem[] {
  const { printable: place, tiles, across, down, overlap } = cut;
  const size = 3;
  const row = size * 1.55;
  const rulerX = place.x + place.width - 100;
  const { width, height } = sheet.paper;
  const steps = [
    say('tiles_intro', { paper: names.sheet, width, height, across, down, count: tiles.length, tile: names.tile }),
    say('tiles_order'),
    say('tiles_step_print'),
    say('tiles_step_cut', { overlap }),
    say('tiles_step_glue'),
  ];
  const items: DrawItem[] = [];
  let y = top;
  steps.forEach((step, index) => {
    const words = index < 2 ? step : `${index - 1}. ${step}`;
    for (const line of wrapText(words, { measure, font: 'sans', size, width: place.width - 112 })) {
      items.push(textItem(line, [place.x, y], { size }));
      y += row;
    }
  });
  const rulerY = top + 6;
  for (let at = 0; at <= 100; at += 5) {
    const tall = at % 50 === 0 ? 4 : at % 10 === 0 ? 2.8 : 1.6;
    items.push(lineItem([rulerX + at, rulerY, rulerX + at, rulerY - tall], { color: INK, width: 0.2 }));
  }
  items.push(
    lineItem([rulerX, rulerY, rulerX + 100, rulerY], { color: INK, width: 0.3 }),
    textItem(say('tiles_ruler'), [rulerX + 50, rulerY + 5], { size, anchor: 'middle' }),
  );
  return items;
}
