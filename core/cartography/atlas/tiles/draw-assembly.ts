import type { ComposedSheet } from '../../sheet/composed-sheet.ts';
import type { DrawItem, MeasureText, Rect } from '../../sheet/drawing.ts';
import { HAIRLINE, INK, INK_2, lineItem, PAPER_WHITE, rectItem, textItem } from '../../sheet/shapes.ts';
import { shortenText, wrapText } from '../../sheet/wrap-text.ts';
import type { SayAtlas } from '../atlas-text.ts';
import { SEAL } from '../draw-page-head.ts';
import type { SheetCut } from './cut-sheet.ts';

/** Room for the title above the diagram, and between it and the steps below, millimetres. */
const HEAD = 20;
const GAP = 9;
/** Characters of the heading, the title beside it, and the steps, millimetres. */
const HEADING = 7;
const BESIDE = 4;
const STEP = 3.2;
const PITCH = STEP * 1.55;
const RULER = 100;
/** Steps stand beside the ruler where they have this much room, else above it. */
const LEAST_STEPS = 150;
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
export function drawAssembly(input: AssemblyInput): readonly DrawItem[] {
  const { sheet, cut, say, measure } = input;
  const { printable: place } = cut;
  const steps = layOutSteps(input);
  const room: Rect = { ...place, y: place.y + HEAD, height: place.height - HEAD - GAP - steps.height };
  const whole = wholeOf(cut);
  const factor = Math.min(room.width / whole.width, room.height / whole.height);
  const left = room.x + (room.width - whole.width * factor) / 2;
  const at = ({ x, y, width, height }: Rect): Rect => ({
    x: left + x * factor,
    y: room.y + y * factor,
    width: width * factor,
    height: height * factor,
  });
  const heading = say('tiles_title');
  const beside = place.width - measure(heading, 'bold', HEADING) - BESIDE * 2;
  return [
    textItem(heading, [place.x, place.y + 8], { size: HEADING, font: 'bold', color: SEAL }),
    textItem(
      shortenText(sheet.title, { measure, font: 'sans', size: BESIDE, width: beside }),
      [place.x + place.width, place.y + 8],
      { size: BESIDE, anchor: 'end' },
    ),
    lineItem([place.x, place.y + 12, place.x + place.width, place.y + 12], { color: INK, width: 0.5 }),
    ...drawTiles(cut, at),
    ...drawSheet(input, at, { factor, left, top: room.y }),
    ...nameTiles(cut, at),
    ...steps.draw(room.y + whole.height * factor + GAP),
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
  { sheet: { paper, layout, report, title }, measure }: AssemblyInput,
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
      size: Math.max(1.2, Math.min(titlePlace.height * 0.7, (titlePlace.width * 0.6) / measure(title, 'bold', 1))),
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

/** What to do, in numbered steps, and a ruler of 100 mm beside or below them. */
function layOutSteps({ sheet, cut, names, say, measure }: AssemblyInput): {
  readonly height: number;
  readonly draw: (top: number) => readonly DrawItem[];
} {
  const { printable: place, tiles, across, down, overlap } = cut;
  const { width, height } = sheet.paper;
  const steps = [
    say('tiles_intro', { paper: names.sheet, width, height, across, down, count: tiles.length, tile: names.tile }),
    say('tiles_order'),
    ...[say('tiles_step_print'), say('tiles_step_cut', { overlap }), say('tiles_step_glue')].map(
      (step, index) => `${index + 1}. ${step}`,
    ),
  ];
  const besideRuler = place.width - RULER - 12;
  const isBeside = besideRuler >= LEAST_STEPS;
  const style = { measure, font: 'sans', size: STEP, width: isBeside ? besideRuler : place.width } as const;
  const lines = steps.flatMap((step) => wrapText(step, style));
  const textHeight = lines.length * PITCH;
  return {
    height: isBeside ? Math.max(textHeight, RULER_HEIGHT) : textHeight + RULER_HEIGHT,
    draw: (top) => [
      ...lines.map((line, index) => textItem(line, [place.x, top + STEP + index * PITCH], { size: STEP })),
      ...drawRuler(
        isBeside ? place.x + place.width - RULER : place.x + (place.width - RULER) / 2,
        isBeside ? top : top + textHeight + STEP,
        say('tiles_ruler'),
      ),
    ],
  };
}

/** Height of the ruler with its tallest mark above and its words below. */
const RULER_HEIGHT = 14;

function drawRuler(x: number, top: number, words: string): readonly DrawItem[] {
  const y = top + 5;
  const marks = Array.from({ length: RULER / 5 + 1 }, (_, index) => {
    const tall = index % 10 === 0 ? 4 : index % 2 === 0 ? 2.8 : 1.6;
    return lineItem([x + index * 5, y, x + index * 5, y - tall], { color: INK, width: 0.2 });
  });
  return [
    ...marks,
    lineItem([x, y, x + RULER, y], { color: INK, width: 0.3 }),
    textItem(words, [x + RULER / 2, y + 5], { size: STEP, anchor: 'middle' }),
  ];
}
