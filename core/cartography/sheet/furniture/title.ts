import type { DrawItem, Rect } from '../drawing.ts';
import type { FurnitureKit } from '../furniture-kit.ts';
import { INK, INK_2, rectItem, textItem } from '../shapes.ts';
import { wrapEvenly, wrapText } from '../wrap-text.ts';

const SEAL = '#A8321F';
/** The title takes 50 to 65 % of the frame's width (domain.md section 8); where panels leave the frame little, half of the sheet's. */
const LEAST_SHARE = 0.5;
const MOST_SHARE = 0.65;

/** Widest that a title may get above its frame. */
const mostWidth = ({ place, frameWidth = place.width }: Pick<TitleInput, 'place' | 'frameWidth'>): number =>
  Math.max(MOST_SHARE * frameWidth, LEAST_SHARE * place.width);
/** Characters are never set farther apart than this, in ems. */
const MOST_SPACING = 0.9;
/** Height of the title's row against its em. */
const TITLE_ROW = 1.28;
/** A title in several lines: how many at most, their pitch, and how much larger it must get by another line. */
const MOST_LINES = 4;
const LINE_LEADING = 1.2;
/** Baseline of such a line from its top, in ems: descenders stay clear of the frame. */
const LINE_BASELINE = 0.86;
const LEAST_GAIN = 1.5;

/** What stands above the map. */
export interface TitleInput {
  readonly place: Rect;
  /** Width of the frame that the title stands above; by default that of its place. */
  readonly frameWidth?: number;
  readonly title: string;
  /** The title in the second language, in a row of its own or, on a landscape sheet, at its left; absent: one language. */
  readonly second?: string | null;
  readonly asOf: string;
  readonly campaign: string;
  readonly edition: string;
}

/** Em of the title in the second language against that of the first; the layout keeps 1.5 of it free (`sheet-layout.ts`). */
const SECOND_TITLE = 0.36;
const SECOND_ROW = 1.5;

/** Title in the middle; beside it (or below it on an upright sheet) campaign and date; the edition's mark at the right. */
export function drawTitle(kit: FurnitureKit, input: TitleInput): DrawItem[] {
  const { place, second } = input;
  // beside the title of a landscape sheet it stands with the campaign
  const hasRow = second && hasSubtitleRow(kit, place);
  return [...drawFirstTitle(kit, input), ...(hasRow ? drawSecondTitle(kit, place, second) : [])];
}

/** Below the title, in its middle; a long one is set smaller. */
function drawSecondTitle(kit: FurnitureKit, place: Rect, second: string): DrawItem[] {
  const size = kit.em.title * SECOND_TITLE;
  const fit = Math.min(1, mostWidth({ place }) / kit.measure(second, 'bold', size));
  const baseline = place.y + kit.em.title * (TITLE_ROW + SECOND_TITLE * 0.98);
  return [
    textItem(second, [place.x + place.width / 2, baseline], {
      size: size * fit,
      font: 'bold',
      color: SEAL,
      anchor: 'middle',
    }),
  ];
}

function drawFirstTitle(kit: FurnitureKit, input: TitleInput): DrawItem[] {
  const { place, title } = input;
  const { lines, size } = breakTitle(kit, title, mostWidth(input));
  if (lines.length > 1)
    return [...titleLines(kit, place, { lines, size }), ...besideTitle(kit, input, mostWidth(input))];
  const width = kit.measure(title, 'bold', size);
  // over a frame that leaves room for panels beside it, no wider than that frame wants
  const spread = Math.min(LEAST_SHARE * 1.1 * place.width, mostWidth(input));
  const gaps = Math.max(1, [...title].length - 1);
  const spacing = Math.min(MOST_SPACING * size, Math.max(0, (spread - width) / gaps));
  const titleWidth = width + spacing * gaps;
  const middle = place.x + place.width / 2;
  const baseline = place.y + kit.em.title * 0.98;
  const items: DrawItem[] = [
    textItem(title, [middle, baseline], { size, font: 'bold', color: SEAL, anchor: 'middle', spacing }),
  ];
  return [...items, ...besideTitle(kit, input, titleWidth)];
}

/** Whether a row below the title is free: on upright sheets. */
const hasSubtitleRow = (kit: FurnitureKit, place: Rect): boolean => place.height > kit.em.title * TITLE_ROW + 0.1;

/** Campaign, date and mark below the title of an upright sheet, else at its sides. */
function besideTitle(kit: FurnitureKit, input: TitleInput, titleWidth: number): DrawItem[] {
  const { place } = input;
  const titleRow = kit.em.title * (TITLE_ROW + (input.second ? SECOND_TITLE * SECOND_ROW : 0));
  return hasSubtitleRow(kit, place)
    ? subtitleBelow(kit, input, place.y + titleRow)
    : subtitlesBeside(kit, input, (place.width - titleWidth) / 2 - kit.em.subtitle * 0.8);
}

/** A title that is much too long for one line in as many as let it be largest. */
function breakTitle(
  kit: FurnitureKit,
  title: string,
  width: number,
): { readonly lines: readonly string[]; readonly size: number } {
  const natural = kit.measure(title, 'bold', 1);
  let best = { lines: [title], size: Math.min(kit.em.title, width / natural) };
  for (let count = 2; count <= MOST_LINES; count++) {
    // lines do not break where their share ends
    const size = Math.min((kit.em.title * TITLE_ROW) / (count * LINE_LEADING), ((width * count) / natural) * 0.94);
    if (size <= best.size * LEAST_GAIN) continue;
    const lines = wrapEvenly(title, { measure: kit.measure, font: 'bold', size, width });
    if (lines.length <= count) best = { lines, size };
  }
  return best;
}

function titleLines(
  kit: FurnitureKit,
  place: Rect,
  { lines, size }: { readonly lines: readonly string[]; readonly size: number },
): DrawItem[] {
  const pitch = size * LINE_LEADING;
  const top = place.y + (kit.em.title * TITLE_ROW - pitch * lines.length) / 2;
  return lines.map((line, index) =>
    textItem(line, [place.x + place.width / 2, top + index * pitch + size * LINE_BASELINE], {
      size,
      font: 'bold',
      color: SEAL,
      anchor: 'middle',
    }),
  );
}

/** One row under the title: campaign at the left, date in the middle, mark at the right. */
function subtitleBelow(kit: FurnitureKit, input: TitleInput, top: number): DrawItem[] {
  const { place } = input;
  const size = kit.em.subtitle;
  const baseline = top + size * 0.95;
  const date = input.asOf;
  const side = (place.width - kit.measure(date, 'sans', size)) / 2 - size;
  return [
    textItem(date, [place.x + place.width / 2, baseline], { size, anchor: 'middle' }),
    ...campaignLines(kit, input, { width: side, baseline, lines: 1 }),
    ...editionMark(kit, input, { baseline, width: side }),
  ];
}

/** Campaign at the left, date and mark at the right of the title. */
function subtitlesBeside(kit: FurnitureKit, input: TitleInput, width: number): DrawItem[] {
  const { place } = input;
  const natural = kit.measure(input.asOf, 'bold', kit.em.subtitle);
  const size = Math.min(kit.em.subtitle, (kit.em.subtitle * width) / natural);
  const baseline = place.y + kit.em.title * 0.98;
  return [
    ...campaignLines(kit, input, { width, baseline, lines: 3 }),
    textItem(input.asOf, [place.x + place.width, baseline], { size, font: 'bold', anchor: 'end' }),
    ...editionMark(kit, input, { baseline: baseline - size * 1.55, width }),
  ];
}

/** The campaign's name in at most so many lines, the last on the baseline; smaller when it needs more. */
function campaignLines(
  kit: FurnitureKit,
  input: TitleInput,
  at: { readonly width: number; readonly baseline: number; readonly lines: number },
): DrawItem[] {
  let size = kit.em.subtitle * 0.72;
  const second = input.second && !hasSubtitleRow(kit, input.place) ? input.second : null;
  const most = at.lines + (second ? 1 : 0);
  const wrap = () => {
    const style = { measure: kit.measure, size, width: at.width };
    const title = second ? wrapText(second, { ...style, font: 'bold' }) : [];
    const campaign = wrapText(input.campaign, { ...style, font: 'sans' });
    return [
      ...title.map((line) => ({ line, font: 'bold' as const, color: SEAL })),
      ...campaign.map((line) => ({ line, font: 'sans' as const, color: INK_2 })),
    ];
  };
  let lines = wrap();
  while (lines.length > most && size > kit.em.note) {
    size *= 0.92;
    lines = wrap();
  }
  return lines.map(({ line, ...look }, index) =>
    textItem(line, [input.place.x, at.baseline - (lines.length - 1 - index) * size * 1.35], { size, ...look }),
  );
}

/** 内部使用 or 送审样图 in a box; smaller when it is longer than its room. */
function editionMark(
  kit: FurnitureKit,
  { place, edition }: TitleInput,
  { baseline, width: room }: { readonly baseline: number; readonly width: number },
): DrawItem[] {
  const ems = kit.measure(edition, 'bold', 1) + 0.9;
  const size = Math.min(kit.em.subtitle * 0.74, room / ems);
  const width = size * ems;
  const right = place.x + place.width;
  return [
    rectItem(
      { x: right - width, y: baseline - size * 1.08, width, height: size * 1.42 },
      { stroke: { color: INK, width: kit.line(0.5) } },
    ),
    textItem(edition, [right - width / 2, baseline], { size, font: 'bold', anchor: 'middle' }),
  ];
}

/** The review edition's watermark: slanted outlines over the whole map, which hide nothing. */
export function drawWatermark(kit: FurnitureKit, map: Rect): DrawItem[] {
  const words = kit.say('watermark_review');
  const size = kit.em.title * 0.62;
  const width = kit.measure(words, 'bold', size) + size * 4;
  const items: DrawItem[] = [];
  for (let y = map.y + size * 2, row = 0; y < map.y + map.height + width / 2; y += size * 6.5, row++)
    for (let x = map.x + (row % 2) * (width / 2) - width / 2; x < map.x + map.width; x += width)
      items.push(
        textItem(words, [x, y], { size, font: 'bold', color: '#D5A79F', rotation: -24, outlineWidth: kit.line(0.3) }),
      );
  return [
    {
      kind: 'group',
      clip: [
        [map.x, map.y, map.x + map.width, map.y, map.x + map.width, map.y + map.height, map.x, map.y + map.height],
      ],
      items,
    },
  ];
}
