import type { LabelWish } from '../body/layer-drawing.ts';
import { type Rect, rectContains } from '../drawing.ts';
import { areaCandidates } from './area-candidates.ts';
import { createLabelBlock, type LabelBlock } from './label-block.ts';
import type { LabelCandidate } from './label-candidate.ts';
import type { LabelGround } from './label-ground.ts';
import {
  createPricing,
  isCrowded,
  keepCheapest,
  type Pricing,
  priceClear,
  priceOnSigns,
  pricePlaces,
} from './label-pricing.ts';
import { lineCandidates } from './line-candidates.ts';
import { listStretches } from './line-stretches.ts';
import { leaderCandidates, pointCandidates } from './point-candidates.ts';
import { coversSign } from './stands-on-sign.ts';

/** One name to be placed once, with every place it may take. */
export interface NameTask {
  readonly wish: LabelWish;
  readonly block: LabelBlock;
  /** What leaving the name out costs; far more than any place. */
  readonly weight: number;
  /** Names of one thing that stand in several places along it. */
  readonly group: string | null;
  /** Inside the frame and free of furniture, cheapest first. */
  readonly candidates: readonly LabelCandidate[];
}

/** All names of a sheet with their places: what a solver works on. */
export interface LabelProblem {
  /** Most important first; the order follows from what and where the names are, not from how they came. */
  readonly tasks: readonly NameTask[];
  /** Inside of the frame that names keep to. */
  readonly bounds: Rect;
  /** Places with a leader line for a name that found no other, where there is room for name and line, cheapest first. */
  readonly listLeaders: (task: NameTask, isRoom: (boxes: readonly Rect[]) => boolean) => readonly LabelCandidate[];
}

/** Lists every name with its places and what each costs: how far from the best position, how much of symbols and lines is covered. */
export function createLabelProblem(wishes: readonly LabelWish[], ground: LabelGround): LabelProblem {
  const pricing = createPricing(ground, wishes.length);
  const tasks: NameTask[] = [];
  for (const wish of joinLineWishes(wishes).sort(byImportance)) {
    const block = createLabelBlock(wish, ground.measure);
    const { where } = wish;
    if (where.kind !== 'line') {
      const raw = where.kind === 'point' ? pointCandidates(wish, block, where) : areaCandidates(wish, block, where);
      const candidates = nearOrFar(wish, block, { raw, pricing });
      tasks.push({ wish, block, weight: weightOf(wish), group: null, candidates });
      continue;
    }
    listStretches(wish, where.contours).forEach((stretch, index) => {
      const raw = lineCandidates(wish, block, { stretch, offset: where.offset, measure: ground.measure });
      const weight = weightOf(wish) * (index === 0 ? 1 : REPEAT_WEIGHT);
      tasks.push({ wish, block, weight, group: groupOf(wish), candidates: pricePlaces(wish, raw, pricing) });
    });
  }
  tasks.sort((a, b) => b.weight - a.weight);
  return {
    tasks,
    bounds: ground.map,
    listLeaders: ({ wish, block }, isRoom) => listFreeLeaders(wish, block, { pricing, isRoom }),
  };
}

/** Places near the point or in the area, and where these lie on symbols or lines also those with a leader, cheapest first. */
function nearOrFar(
  wish: LabelWish,
  block: LabelBlock,
  { raw, pricing }: { readonly raw: readonly LabelCandidate[]; readonly pricing: Pricing },
): readonly LabelCandidate[] {
  const { clear, onSigns } = priceClear(wish, raw, pricing);
  const [best] = clear;
  if (best)
    return isCrowded(best, pricing) ? keepCheapest([...clear, ...listClearLeaders(wish, block, pricing)]) : clear;
  const far = onSigns.length > 0 ? listClearLeaders(wish, block, pricing) : [];
  return far.length > 0 ? far : priceOnSigns(wish, onSigns, pricing);
}

const mayHaveLeader = ({ where, keepsOffSymbols, overlaps }: LabelWish): boolean =>
  where.kind === 'point' && !keepsOffSymbols && !overlaps;

/** Leaders where there is room; those on signs only where there are no others, free or not. */
function listFreeLeaders(
  wish: LabelWish,
  block: LabelBlock,
  { pricing, isRoom }: { readonly pricing: Pricing; readonly isRoom: (boxes: readonly Rect[]) => boolean },
): readonly LabelCandidate[] {
  if (wish.where.kind !== 'point' || !mayHaveLeader(wish)) return [];
  const isClear = (name: Rect): boolean => isRoom([name]);
  const raw = leaderCandidates(wish, block, { ...wish.where, isClear }).filter(({ boxes }) => isRoom(boxes));
  const { clear, onSigns } = priceClear(wish, raw, pricing);
  if (clear.length > 0 || onSigns.length === 0) return clear;
  return listClearLeaders(wish, block, pricing).length > 0 ? [] : priceOnSigns(wish, onSigns, pricing);
}

/** Leaders that lead somewhere: a name that would stand on a sign there as well stays near its point. */
function listClearLeaders(wish: LabelWish, block: LabelBlock, pricing: Pricing): readonly LabelCandidate[] {
  if (wish.where.kind !== 'point' || !mayHaveLeader(wish)) return [];
  const isClear = (name: Rect): boolean => rectContains(pricing.bounds, name) && !coversSign(name, wish, pricing.signs);
  return priceClear(wish, leaderCandidates(wish, block, { ...wish.where, isClear }), pricing).clear;
}

/** Leaving out a repeated name costs this share of leaving it out altogether. */
const REPEAT_WEIGHT = 0.4;
/** Importance doubles with so many steps of priority. */
const PRIORITY_STEP = 16;

const weightOf = (wish: LabelWish): number => Math.round(64 * 2 ** (wish.priority / PRIORITY_STEP));

const groupOf = (wish: LabelWish): string => `${wish.layerId}\n${wish.text}`;

/** Pieces of one road or river become one wish. */
function joinLineWishes(wishes: readonly LabelWish[]): LabelWish[] {
  const joined: LabelWish[] = [];
  const groups = new Map<string, LabelWish[]>();
  for (const wish of wishes) {
    if (wish.where.kind !== 'line') {
      joined.push(wish);
      continue;
    }
    const key = `${groupOf(wish)}\n${wish.size} ${wish.color} ${wish.where.offset}`;
    const known = groups.get(key);
    if (known) known.push(wish);
    else groups.set(key, [wish]);
  }
  for (const group of groups.values()) {
    const first = [...group].sort(byImportance)[0];
    if (first?.where.kind !== 'line') continue;
    const contours = group.flatMap(({ where }) => (where.kind === 'line' ? where.contours : []));
    joined.push({ ...first, where: { ...first.where, contours } });
  }
  return joined;
}

/** Fixed order: priority, sort key, then layer, place and text, so that neither the order of reading nor the codes decide. */
function byImportance(a: LabelWish, b: LabelWish): number {
  return (
    b.priority - a.priority ||
    a.sortKey - b.sortKey ||
    compareText(a.layerId, b.layerId) ||
    placeOf(a, 0) - placeOf(b, 0) ||
    placeOf(a, 1) - placeOf(b, 1) ||
    compareText(a.text, b.text) ||
    compareText(a.code, b.code)
  );
}

/** Where a name is, on one axis. */
const placeOf = ({ where }: LabelWish, axis: 0 | 1): number =>
  where.kind === 'point'
    ? axis === 0
      ? where.x
      : where.y
    : ((where.kind === 'area' ? where.rings[0] : where.contours[0])?.[axis] ?? 0);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
