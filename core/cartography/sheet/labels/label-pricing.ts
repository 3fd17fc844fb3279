import type { LabelWish } from '../body/layer-drawing.ts';
import { insetRect, type Rect, rectContains } from '../drawing.ts';
import { createInkGrid, type InkGrid } from './ink-grid.ts';
import type { LabelCandidate, PricedCandidate } from './label-candidate.ts';
import type { LabelGround } from './label-ground.ts';
import { createRectIndex, type RectIndex } from './rect-index.ts';
import { isLargeSign, standsOnSign } from './stands-on-sign.ts';

/** What places of names cost, and which may be taken. */
export interface Pricing {
  readonly bounds: Rect;
  readonly obstacles: RectIndex;
  readonly icons: RectIndex;
  readonly signs: RectIndex;
  readonly ink: InkGrid;
  readonly nameCount: number;
}

/** Names keep this far from the frame, millimetres. */
const FRAME_CLEARANCE = 0.8;
/** Cost of a name that lies wholly on a symbol, or covers one wholly. */
const ICON_COST = 18;
/** Names that keep off symbols touch them by no more than this. */
const MOST_ON_SYMBOL = 0.1;
/** Cost of a name on wholly black ground; a line of 0.5 mm across a name of 5 mm costs about two positions. */
const INK_COST = 24;
/** Along lines the name's own line lies under it: that counts by this much. */
const OWN_LINE = 0.35;
/** So many of the cheapest places are kept. */
const MOST_CANDIDATES = 28;
/** Cost of a place on a sign: more than all else together. */
const SIGN_COST = 1000;

/** Looks at the ground once. */
export const createPricing = (ground: LabelGround, nameCount: number): Pricing => ({
  bounds: insetRect(ground.map, FRAME_CLEARANCE),
  obstacles: createRectIndex(ground.obstacles, ground.map),
  icons: createRectIndex(ground.icons, ground.map),
  signs: createRectIndex((ground.signs ?? []).filter(isLargeSign), ground.map),
  ink: createInkGrid(ground.drawn ?? [], ground.map),
  nameCount,
});

/** A name whose best place costs more than this may stand off with a leader instead: it would lie on symbols or lines. */
const CROWDED_COST = 5;
/** On a sheet of more names than this lines are everywhere, and only symbols are worth a leader: pricing them takes longer than all else. */
const MOST_NAMES_OFF_LINES = 800;

/** Whether even the best place that is clear of signs lies on so much that a leader is worth it. */
export function isCrowded(best: LabelCandidate, { icons, nameCount }: Pricing): boolean {
  if (best.cost <= CROWDED_COST) return false;
  if (nameCount <= MOST_NAMES_OFF_LINES) return true;
  const onSymbols = best.boxes.reduce((sum, box) => sum + icons.overlap(box), 0) / best.boxes.length;
  return ICON_COST * onSymbols > CROWDED_COST;
}

/** Places by whether they are on signs. */
export interface SortedPlaces {
  /** Clear of signs, with what they cover added to their cost, cheapest first. */
  readonly clear: readonly LabelCandidate[];
  /** On signs, none where others are clear; what else they cover is not asked yet: of leaders over a crowded map most are. */
  readonly onSigns: readonly LabelCandidate[];
}

/**
 * Places that may be taken: inside the frame, free of furniture.
 *
 * @param candidates nobody else's: their cost is raised in place, for there are hundreds of thousands
 */
export function priceClear(wish: LabelWish, candidates: readonly LabelCandidate[], pricing: Pricing): SortedPlaces {
  const { bounds, obstacles, signs } = pricing;
  const onSigns: LabelCandidate[] = [];
  const clear: LabelCandidate[] = [];
  for (const candidate of candidates) {
    if (!isInside(candidate.boxes, bounds)) continue;
    if (wish.overlaps) clear.push(candidate);
    else if (touchesAny(candidate.boxes, obstacles)) continue;
    else if (standsOnSign(wish, candidate, signs)) onSigns.push(candidate);
    else if (addCovered(wish, candidate, pricing)) clear.push(candidate);
  }
  return clear.length > 0 ? { clear: keepCheapest(clear), onSigns: [] } : { clear, onSigns };
}

/** Places on signs, for where there are no others; cheapest first. */
export function priceOnSigns(
  wish: LabelWish,
  onSigns: readonly PricedCandidate[],
  pricing: Pricing,
): readonly LabelCandidate[] {
  const priced: LabelCandidate[] = [];
  for (const candidate of onSigns) {
    candidate.cost += SIGN_COST;
    if (addCovered(wish, candidate, pricing)) priced.push(candidate);
  }
  return keepCheapest(priced);
}

/** Places clear of signs, and where there are none those on signs; cheapest first. */
export function pricePlaces(
  wish: LabelWish,
  candidates: readonly LabelCandidate[],
  pricing: Pricing,
): readonly LabelCandidate[] {
  const { clear, onSigns } = priceClear(wish, candidates, pricing);
  return clear.length > 0 ? clear : priceOnSigns(wish, onSigns, pricing);
}

/** The cheapest of some places, in the order of cost. */
export const keepCheapest = (priced: LabelCandidate[]): LabelCandidate[] => {
  priced.sort((a, b) => a.cost - b.cost);
  if (priced.length > MOST_CANDIDATES) priced.length = MOST_CANDIDATES;
  return priced;
};

function isInside(boxes: readonly Rect[], bounds: Rect): boolean {
  for (const box of boxes) if (!rectContains(bounds, box)) return false;
  return boxes.length > 0;
}

function touchesAny(boxes: readonly Rect[], index: RectIndex): boolean {
  for (const box of boxes) if (index.touches(box)) return true;
  return false;
}

/** Adds what a place covers to its cost. @returns false where the name may not be on symbols */
function addCovered(wish: LabelWish, candidate: PricedCandidate, { icons, ink }: Pricing): boolean {
  const { boxes } = candidate;
  const inkCost = INK_COST * (wish.where.kind === 'line' ? OWN_LINE : 1);
  let covered = 0;
  for (const box of boxes) {
    const onSymbols = icons.overlap(box);
    if (wish.keepsOffSymbols && onSymbols > MOST_ON_SYMBOL) return false;
    covered += ICON_COST * onSymbols + inkCost * ink.inkOf(box);
  }
  candidate.cost += covered / boxes.length;
  return true;
}
