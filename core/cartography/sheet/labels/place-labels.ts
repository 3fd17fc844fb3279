import { haloWidth } from '../body/draw-symbol.ts';
import type { LabelWish } from '../body/layer-drawing.ts';
import { insetRect, type MeasureText, type Rect, rectContains, type TextItem } from '../drawing.ts';
import { createLabelBlock, type LabelBlock, type LabelCandidate, listCandidates } from './label-candidates.ts';
import { createRectIndex, type RectIndex } from './rect-index.ts';

/** A name that found its place. */
export interface PlacedLabel {
  readonly wish: LabelWish;
  readonly boxes: readonly Rect[];
  readonly items: readonly TextItem[];
}

/** What became of the names. */
export interface LabelPlacement {
  readonly placed: readonly PlacedLabel[];
  /** Names that found no place, most important first. */
  readonly unplaced: readonly LabelWish[];
}

/** Where names may stand. */
export interface LabelGround {
  readonly measure: MeasureText;
  /** Inside of the inner frame. */
  readonly map: Rect;
  /** Furniture inside the frame: no name lies under it. */
  readonly obstacles: readonly Rect[];
  /** Symbols: names avoid them where they can. */
  readonly icons: readonly Rect[];
}

/** Names keep this far from the frame and from each other, millimetres. */
const FRAME_CLEARANCE = 0.8;
const CLEARANCE = 0.25;
/** The same name along lines comes again only after this distance, millimetres. */
const REPEAT_DISTANCE = 90;
/** Cost of a name that lies wholly on a symbol, or covers one wholly. */
const ICON_COST = 6;
/** Names that keep off symbols touch them by no more than this. */
const MOST_ON_SYMBOL = 0.1;

/**
 * Gives names their places, most important first; each takes the cheapest of its positions that is inside the frame and free of furniture and
 * of names placed before. The same wishes give the same places.
 */
export function placeLabels(wishes: readonly LabelWish[], ground: LabelGround): LabelPlacement {
  const bounds = insetRect(ground.map, FRAME_CLEARANCE);
  const taken = createRectIndex();
  for (const obstacle of ground.obstacles) taken.add(obstacle);
  const icons = createRectIndex();
  for (const icon of ground.icons) icons.add(icon);
  const placed: PlacedLabel[] = [];
  const unplaced: LabelWish[] = [];
  const repeats = new Map<string, Rect[]>();
  for (const wish of [...wishes].sort(byImportance)) {
    const block = createLabelBlock(wish, ground.measure);
    const chosen = choose(wish, listCandidates(wish, block), { bounds, taken, icons });
    const first = chosen?.boxes[0];
    const key = `${wish.layerId}\n${wish.text}`;
    if (!chosen || !first) {
      unplaced.push(wish);
      continue;
    }
    if (wish.where.kind === 'line' && (repeats.get(key) ?? []).some((other) => isNear(first, other))) continue;
    repeats.set(key, [...(repeats.get(key) ?? []), first]);
    if (!wish.overlaps) for (const box of chosen.boxes) taken.add(insetRect(box, -CLEARANCE));
    placed.push({ wish, boxes: chosen.boxes, items: textItems(wish, block, chosen) });
  }
  return { placed, unplaced: unplaced.filter((wish) => !hasNamesake(wish, repeats)) };
}

/** Fixed order: priority, sort key, then layer and code, so that nothing depends on the order of reading. */
function byImportance(a: LabelWish, b: LabelWish): number {
  return (
    b.priority - a.priority ||
    a.sortKey - b.sortKey ||
    compareText(a.layerId, b.layerId) ||
    compareText(a.code, b.code) ||
    compareText(a.text, b.text)
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function choose(
  wish: LabelWish,
  candidates: readonly LabelCandidate[],
  ground: { readonly bounds: Rect; readonly taken: RectIndex; readonly icons: RectIndex },
): LabelCandidate | null {
  let best: LabelCandidate | null = null;
  let bestCost = Infinity;
  for (const candidate of candidates) {
    if (candidate.cost >= bestCost) continue;
    if (!candidate.boxes.every((box) => rectContains(ground.bounds, box))) continue;
    if (!wish.overlaps && candidate.boxes.some((box) => ground.taken.touches(box))) continue;
    let cost = candidate.cost;
    if (wish.keepsOffSymbols && candidate.boxes.some((box) => ground.icons.overlap(box) > MOST_ON_SYMBOL)) continue;
    if (!wish.overlaps)
      for (const box of candidate.boxes) cost += (ICON_COST * ground.icons.overlap(box)) / candidate.boxes.length;
    if (cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

/** A line's name that stands elsewhere on the same line is not missing. */
const hasNamesake = (wish: LabelWish, repeats: ReadonlyMap<string, readonly Rect[]>): boolean =>
  wish.where.kind === 'line' && repeats.has(`${wish.layerId}\n${wish.text}`);

const isNear = (a: Rect, b: Rect): boolean => Math.hypot(a.x - b.x, a.y - b.y) < REPEAT_DISTANCE;

/** Slant of water names, as in the national atlases' sheared serif. */
const WATER_SHEAR = 0.25;

function textItems(wish: LabelWish, block: LabelBlock, candidate: LabelCandidate): TextItem[] {
  return block.lines.map((line, index) => {
    const [x, y] = candidate.starts[index] ?? [0, 0];
    return {
      kind: 'text',
      text: line,
      x,
      y,
      size: wish.size,
      font: wish.font,
      color: wish.color,
      ...(candidate.rotation !== 0 ? { rotation: candidate.rotation } : {}),
      ...(wish.font === 'serif' ? { shear: WATER_SHEAR } : {}),
      ...(wish.spacing !== 0 ? { spacing: wish.spacing } : {}),
      ...(wish.haloColor ? { halo: { color: wish.haloColor, width: haloWidth(wish.size) } } : {}),
    };
  });
}
