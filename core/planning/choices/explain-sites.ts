import type { LocationAnswer } from '../solvers/location-problem.ts';
import type { SiteCandidate } from './list-candidates.ts';
import type { LocationModel } from './location-model.ts';

/** What one opened site does, and what would be without it. Costs in minutes or metres, as the choice measures. */
export interface SiteExplanation {
  readonly candidate: SiteCandidate;
  readonly settlements: number;
  readonly households: number;
  /** Over the households; null when it serves nobody. */
  readonly meanCost: number | null;
  readonly worstCost: number | null;
  /** Beyond this a place is far: the limit of the choice, else the county's own. */
  readonly limit: number;
  /** Households that are within the limit and whose nearest other open site (with room for them) is not. */
  readonly otherwiseFar: number;
  /** Households that could reach no other open site. */
  readonly otherwiseNone: number;
  /** Households that could reach others, none of which has room for them. */
  readonly otherwiseFull: number;
  /** Mean cost to the nearest other open site, over those who have one; null when nobody has. */
  readonly otherwiseMeanCost: number | null;
  /** The open site to which most households would go without this one, each to its nearest with room for it, and how many; null when none could go anywhere. */
  readonly instead: { readonly candidate: SiteCandidate; readonly households: number } | null;
  /** Places that would be missing among the other open sites; 0 where capacity does not count. */
  readonly otherwiseMissing: number;
  readonly isRequired: boolean;
}

/** Why each opened site is open: compared with the same answer without it. Ordered as the candidates. */
export function explainSites(model: LocationModel, answer: LocationAnswer): readonly SiteExplanation[] {
  const served = groupBySite(answer);
  const room = listRoom(model, answer);
  const required = new Set(model.problem.required);
  return answer.open.map((open) => {
    const candidate = model.candidates[open] as SiteCandidate;
    const others = answer.open.filter((other) => other !== open);
    const demands = served.get(open) ?? [];
    return {
      candidate,
      settlements: new Set(demands.map((demand) => model.demands[demand]?.settlement)).size,
      ...compareCosts(model, { open, others, demands, room }),
      otherwiseMissing: countMissing(model, others, answer),
      isRequired: required.has(open),
    };
  });
}

/** The limit beyond which a place is far: of the choice, else the county's headline minutes or its widest reach in metres. */
export function findFarLimit({ choice, county }: Pick<LocationModel, 'choice' | 'county'>): number {
  if (choice.limit !== null) return choice.limit;
  return choice.measure === 'minutes' ? county.settings.headlineMinutes : Math.max(...county.settings.reachMeters);
}

function groupBySite({ assignment }: LocationAnswer): ReadonlyMap<number, readonly number[]> {
  const served = new Map<number, number[]>();
  assignment.forEach((site, demand) => {
    if (site < 0) return;
    const others = served.get(site);
    if (others) others.push(demand);
    else served.set(site, [demand]);
  });
  return served;
}

function compareCosts(
  model: LocationModel,
  site: {
    readonly open: number;
    readonly others: readonly number[];
    readonly demands: readonly number[];
    readonly room: Float64Array;
  },
): Omit<SiteExplanation, 'candidate' | 'settlements' | 'otherwiseMissing' | 'isRequired'> {
  const { costs, candidateCount, weights } = model.problem;
  const limit = findFarLimit(model);
  const moved = new Map<number, number>();
  let [households, sum, otherSum, otherCount, far, none, full, worst] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const demand of site.demands) {
    const weight = weights[demand] ?? 0;
    const costTo = (candidate: number): number => costs[demand * candidateCount + candidate] ?? Infinity;
    const cost = costTo(site.open);
    const reached = site.others.filter((other) => costTo(other) < Infinity);
    const withRoom = reached.filter((other) => (site.room[other] ?? 0) >= weight);
    const next = withRoom.reduce((best, other) => (costTo(other) < costTo(best) ? other : best), withRoom[0] ?? -1);
    const otherwise = next < 0 ? Infinity : costTo(next);
    households += weight;
    sum += weight * cost;
    worst = Math.max(worst, cost);
    if (reached.length === 0) none += weight;
    else if (withRoom.length === 0) full += weight;
    else {
      if (cost <= limit && otherwise > limit) far += weight;
      otherSum += weight * otherwise;
      otherCount += weight;
      moved.set(next, (moved.get(next) ?? 0) + weight);
    }
  }
  return {
    households,
    meanCost: households > 0 ? sum / households : null,
    worstCost: households > 0 ? worst : null,
    limit,
    otherwiseFar: far,
    otherwiseNone: none,
    otherwiseFull: full,
    otherwiseMeanCost: otherCount > 0 ? otherSum / otherCount : null,
    instead: findMost(model, moved),
  };
}

/** Of equally many the first candidate. */
function findMost({ candidates }: LocationModel, moved: ReadonlyMap<number, number>): SiteExplanation['instead'] {
  const [most] = [...moved].sort(([a, n], [b, m]) => m - n || a - b);
  const candidate = most && candidates[most[0]];
  return candidate ? { candidate, households: most[1] } : null;
}

/** Room that is left at each candidate; without end where capacity does not count. */
function listRoom({ problem }: LocationModel, { assignment }: LocationAnswer): Float64Array {
  const { capacities, sizes } = problem;
  if (capacities === null || sizes === null) return new Float64Array(problem.candidateCount).fill(Infinity);
  const room = capacities.slice();
  assignment.forEach((candidate, demand) => {
    if (candidate >= 0) room[candidate] = (room[candidate] ?? 0) - (sizes[demand] ?? 0);
  });
  return room;
}

/** Places that the others lack for everybody who is placed. */
function countMissing({ problem }: LocationModel, others: readonly number[], { assignment }: LocationAnswer): number {
  const { sizes, capacities } = problem;
  if (sizes === null || capacities === null) return 0;
  const placed = sizes.reduce((sum, size, demand) => sum + ((assignment[demand] ?? -1) >= 0 ? size : 0), 0);
  const room = others.reduce((sum, other) => sum + (capacities[other] ?? 0), 0);
  return Math.max(0, placed - room);
}
