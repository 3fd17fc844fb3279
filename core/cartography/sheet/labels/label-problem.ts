import type { LabelWish } from '../body/layer-drawing.ts';
import { type DrawItem, insetRect, type MeasureText, type Rect, rectContains } from '../drawing.ts';
import { areaCandidates } from './area-candidates.ts';
import { createInkGrid, type InkGrid } from './ink-grid.ts';
import { createLabelBlock, type LabelBlock } from './label-block.ts';
import type { LabelCandidate } from './label-candidate.ts';
import { lineCandidates } from './line-candidates.ts';
import { listStretches } from './line-stretches.ts';
import { leaderCandidates, pointCandidates } from './point-candidates.ts';
import { createRectIndex, type RectIndex } from './rect-index.ts';
import { isLargeSign, standsOnSign } from './stands-on-sign.ts';

/** Where names may stand. */
export interface LabelGround {
  readonly measure: MeasureText;
  /** Inside of the inner frame. */
  readonly map: Rect;
  /** Furniture inside the frame: no name lies under it. */
  readonly obstacles: readonly Rect[];
  /** Symbols: names avoid them where they can. */
  readonly icons: readonly Rect[];
  /** Symbols that must be seen whole: a name stands on one only where every place of its own does. */
  readonly signs?: readonly Rect[];
  /** What is drawn below the names, whose lines they avoid where they can. */
  readonly drawn?: readonly DrawItem[];
}

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

/** Lists every name with its places and what each costs: how far from the best position, how much of symbols and lines is covered. */
export function createLabelProblem(wishes: readonly LabelWish[], ground: LabelGround): LabelProblem {
  const pricing: Pricing = {
    bounds: insetRect(ground.map, FRAME_CLEARANCE),
    obstacles: createRectIndex(ground.obstacles, ground.map),
    icons: createRectIndex(ground.icons, ground.map),
    signs: createRectIndex((ground.signs ?? []).filter(isLargeSign), ground.map),
    ink: createInkGrid(ground.drawn ?? [], ground.map),
  };
  const tasks: NameTask[] = [];
  for (const wish of [...joinLineWishes(wishes)].sort(byImportance)) {
    const block = createLabelBlock(wish, ground.measure);
    const { where } = wish;
    if (where.kind !== 'line') {
      const raw = where.kind === 'point' ? pointCandidates(wish, block, where) : areaCandidates(wish, block, where);
      const near = price(wish, raw, pricing);
      const candidates = isCrowded(near[0], wishes.length, pricing)
        ? addLeaders(near, listClearLeaders(wish, block, pricing))
        : near;
      tasks.push({ wish, block, weight: weightOf(wish), group: null, candidates });
      continue;
    }
    listStretches(wish, where.contours).forEach((stretch, index) => {
      const raw = lineCandidates(wish, block, { stretch, offset: where.offset, measure: ground.measure });
      const weight = weightOf(wish) * (index === 0 ? 1 : REPEAT_WEIGHT);
      tasks.push({ wish, block, weight, group: groupOf(wish), candidates: price(wish, raw, pricing) });
    });
  }
  tasks.sort((a, b) => b.weight - a.weight);
  return {
    tasks,
    bounds: ground.map,
    listLeaders: ({ wish, block }, isRoom) => listFreeLeaders(wish, block, { pricing, isRoom }),
  };
}

/** A name whose best place costs more than this may stand off with a leader instead: it would lie on symbols or lines. */
const CROWDED_COST = 5;
/** On a sheet of more names than this lines are everywhere, and only symbols are worth a leader: pricing them takes longer than all else. */
const MOST_NAMES_OFF_LINES = 800;

function isCrowded(best: LabelCandidate | undefined, nameCount: number, { icons }: Pricing): boolean {
  if (best === undefined || best.cost <= CROWDED_COST) return false;
  if (best.cost >= SIGN_COST) return true;
  if (nameCount <= MOST_NAMES_OFF_LINES) return true;
  const onSymbols = best.boxes.reduce((sum, box) => sum + icons.overlap(box), 0) / best.boxes.length;
  return ICON_COST * onSymbols > CROWDED_COST;
}

/** Cheapest places near and far. */
const addLeaders = (near: readonly LabelCandidate[], far: readonly LabelCandidate[]): LabelCandidate[] =>
  keepClear([...near, ...far].sort((a, b) => a.cost - b.cost));

const mayHaveLeader = ({ where, keepsOffSymbols, overlaps }: LabelWish): boolean =>
  where.kind === 'point' && !keepsOffSymbols && !overlaps;

/** Leaders where there is room; those on signs only where there are no others, free or not. */
function listFreeLeaders(
  wish: LabelWish,
  block: LabelBlock,
  { pricing, isRoom }: { readonly pricing: Pricing; readonly isRoom: (boxes: readonly Rect[]) => boolean },
): readonly LabelCandidate[] {
  if (wish.where.kind !== 'point' || !mayHaveLeader(wish)) return [];
  const isFree = ({ boxes }: Pick<LabelCandidate, 'boxes'>): boolean => isRoom(boxes);
  const free = price(wish, leaderCandidates(wish, block, { ...wish.where, isClear: isFree }).filter(isFree), pricing);
  const isOnSign = (free[0]?.cost ?? 0) >= SIGN_COST;
  return isOnSign && listClearLeaders(wish, block, pricing).length > 0 ? [] : free;
}

/** Leaders that lead somewhere: a name that would stand on a sign there as well stays near its point. */
function listClearLeaders(wish: LabelWish, block: LabelBlock, pricing: Pricing): readonly LabelCandidate[] {
  if (wish.where.kind !== 'point' || !mayHaveLeader(wish)) return [];
  const isClear = (candidate: Pick<LabelCandidate, 'boxes' | 'leader'>): boolean =>
    !standsOnSign(wish, candidate, pricing.signs);
  const clear = leaderCandidates(wish, block, { ...wish.where, isClear }).filter(isClear);
  return price(wish, clear, pricing);
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
  const [ax, ay] = placeOf(a);
  const [bx, by] = placeOf(b);
  return (
    b.priority - a.priority ||
    a.sortKey - b.sortKey ||
    compareText(a.layerId, b.layerId) ||
    ax - bx ||
    ay - by ||
    compareText(a.text, b.text) ||
    compareText(a.code, b.code)
  );
}

const placeOf = ({ where }: LabelWish): readonly [number, number] => {
  if (where.kind === 'point') return [where.x, where.y];
  const [x = 0, y = 0] = (where.kind === 'area' ? where.rings[0] : where.contours[0]) ?? [];
  return [x, y];
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Pricing {
  readonly bounds: Rect;
  readonly obstacles: RectIndex;
  readonly icons: RectIndex;
  readonly signs: RectIndex;
  readonly ink: InkGrid;
}

/**
 * Places that may be taken, with what they cover added to their cost, cheapest first. Those on signs are left out where others are left, and then what
 * else they cover is not asked: of leaders over a crowded map most are.
 */
function price(wish: LabelWish, candidates: readonly LabelCandidate[], pricing: Pricing): LabelCandidate[] {
  const { bounds, obstacles, signs } = pricing;
  const allowed = candidates.filter(({ boxes }) => boxes.length > 0 && boxes.every((box) => rectContains(bounds, box)));
  if (wish.overlaps) return keepCheapest(allowed);
  const onSigns: LabelCandidate[] = [];
  const priced: LabelCandidate[] = [];
  for (const candidate of allowed) {
    if (candidate.boxes.some((box) => obstacles.touches(box))) continue;
    if (standsOnSign(wish, candidate, signs)) onSigns.push(candidate);
    else priced.push(...priceOne(wish, candidate, pricing));
  }
  if (priced.length > 0) return keepCheapest(priced);
  return keepCheapest(
    onSigns.flatMap((candidate) => priceOne(wish, { ...candidate, cost: candidate.cost + SIGN_COST }, pricing)),
  );
}

/** The place with what it covers added to its cost; none where the name may not be on symbols. */
function priceOne(wish: LabelWish, candidate: LabelCandidate, { icons, ink }: Pricing): readonly LabelCandidate[] {
  const { boxes } = candidate;
  const inkCost = INK_COST * (wish.where.kind === 'line' ? OWN_LINE : 1);
  let covered = 0;
  for (const box of boxes) {
    const onSymbols = icons.overlap(box);
    if (wish.keepsOffSymbols && onSymbols > MOST_ON_SYMBOL) return [];
    covered += ICON_COST * onSymbols + inkCost * ink.inkOf(box);
  }
  return [{ ...candidate, cost: candidate.cost + covered / boxes.length }];
}

const keepCheapest = (priced: LabelCandidate[]): LabelCandidate[] =>
  priced.sort((a, b) => a.cost - b.cost).slice(0, MOST_CANDIDATES);

/** Cost of a place on a sign: more than all else together. */
const SIGN_COST = 1000;

/** The cheapest of places in the order of cost, without those on signs where others are left. */
function keepClear(priced: readonly LabelCandidate[]): LabelCandidate[] {
  const clear = priced.filter(({ cost }) => cost < SIGN_COST);
  return (clear.length > 0 ? clear : priced).slice(0, MOST_CANDIDATES);
}
