import type { LocationAnswer, LocationProblem } from '../solvers/location-problem.ts';

/**
 * Waiting costs so many times the longest trip: dearer than any way of placing somebody, so that as many as possible are placed, and not so dear
 * that bounds drown in it.
 */
const TIMES_LONGEST = 10;

/**
 * The same problem with one more candidate, the last: to wait, which is always open, has room for all, costs nothing to open and much to go to. Only
 * where capacities count.
 */
export function addWaitingPlace(problem: LocationProblem): LocationProblem {
  const { candidateCount, demandCount, capacities, sizes, costs, opening, required, sites } = problem;
  if (capacities === null || sizes === null) return problem;
  const width = candidateCount + 1;
  const wider = new Float64Array(demandCount * width).fill(waitingCost(problem));
  for (let demand = 0; demand < demandCount; demand++) {
    wider.set(costs.subarray(demand * candidateCount, (demand + 1) * candidateCount), demand * width);
  }
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return {
    ...problem,
    candidateCount: width,
    costs: wider,
    capacities: Float64Array.of(...capacities, all),
    required: [...required, candidateCount],
    sites: sites === null ? null : sites + 1,
    opening: opening && { ...opening, costs: Float64Array.of(...opening.costs, 0) },
  };
}

function waitingCost({ costs }: Pick<LocationProblem, 'costs'>): number {
  let longest = 1;
  for (const cost of costs) if (cost !== Infinity && cost > longest) longest = cost;
  return TIMES_LONGEST * longest;
}

/** The model with the place to wait, as `addWaitingPlace` made it. */
interface WaitingModel {
  readonly problem: LocationProblem;
  readonly candidates: readonly unknown[];
}

/** Whether the problem has the place to wait. */
export const hasWaitingPlace = ({ problem, candidates }: WaitingModel): boolean =>
  problem.candidateCount > candidates.length;

/**
 * The same problem for answers that leave no more waiting than one that is known: waiting costs nothing any more and has room for so many only, and sites
 * without which (or with which) there is no room for the others are fixed. Objective and bound are those of the trips.
 */
export function limitWaiting(model: WaitingModel, waiting: number): LocationProblem {
  const { problem, candidates } = model;
  const { costs, candidateCount: width, capacities, sizes } = problem;
  const place = candidates.length;
  const cheaper = costs.slice();
  for (let demand = 0; demand < problem.demandCount; demand++) cheaper[demand * width + place] = 0;
  const { open, closed } = fixByRoom(model, (sizes?.reduce((sum, size) => sum + size, 0) ?? 0) - waiting);
  return {
    ...problem,
    costs: cheaper,
    capacities: capacities === null ? null : capacities.with(place, waiting),
    required: [...problem.required, ...open],
    excluded: [...problem.excluded, ...closed],
  };
}

/** Those whom an answer leaves waiting, in units of size. */
export function countWaiting({ problem, candidates }: WaitingModel, { assignment }: LocationAnswer): number {
  const { sizes } = problem;
  return assignment.reduce(
    (sum, candidate, demand) => sum + (candidate < 0 || candidate === candidates.length ? (sizes?.[demand] ?? 0) : 0),
    0,
  );
}

/** Places that can be used at a site, and what opening it costs. */
interface Room {
  readonly room: number;
  readonly price: number;
}

/**
 * How many can be placed at the very most: no more than there are, and no more than the room that can be used at the required sites and the
 * best others that number and budget allow. Proved, but whole settlements may fit worse.
 */
export const boundPlaced = (model: WaitingModel): number =>
  boundWith(model.problem, measureRooms(model), { open: model.problem.required, closed: model.problem.excluded });

/** Candidates that must be open, and those that must not. */
interface Fixed {
  readonly open: readonly number[];
  readonly closed: readonly number[];
}

/** The same with more candidates fixed. */
function boundWith(
  { sizes, sites, opening }: LocationProblem,
  rooms: readonly Room[],
  { open, closed }: Fixed,
): number {
  const must = new Set(open);
  const barred = new Set(closed);
  const kept = rooms.filter((_, candidate) => must.has(candidate));
  const others = rooms.filter((_, candidate) => !must.has(candidate) && !barred.has(candidate));
  const money = kept.reduce((left, { price }) => left - price, opening?.budget ?? Infinity);
  const free = (sites ?? Infinity) - must.size;
  if (free < 0 || money < -1e-9 * (opening?.budget ?? 0)) return -Infinity;
  const most = sumRooms(kept) + Math.min(sumRooms(sortLargest(others).slice(0, free)), fillBudget(others, money));
  return Math.min(sizes?.reduce((sum, size) => sum + size, 0) ?? Infinity, most);
}

/** Candidates without which, or with which, fewer than so many can be placed. */
function fixByRoom(model: WaitingModel, placed: number): Fixed {
  const { problem } = model;
  const rooms = measureRooms(model);
  const least = placed * (1 - 1e-9);
  const { required: open, excluded: closed } = problem;
  const known = new Set([...open, ...closed]);
  const loose = rooms.flatMap((_, candidate) => (known.has(candidate) ? [] : [candidate]));
  return {
    open: loose.filter((j) => boundWith(problem, rooms, { open, closed: [...closed, j] }) < least),
    closed: loose.filter((j) => boundWith(problem, rooms, { open: [...open, j], closed }) < least),
  };
}

const measureRooms = ({ problem, candidates }: WaitingModel): readonly Room[] =>
  Array.from({ length: candidates.length }, (_, candidate) => measureRoom(problem, candidate));

function measureRoom({ sizes, capacities, costs, candidateCount, opening }: LocationProblem, candidate: number): Room {
  let near = 0;
  let isWhole = true;
  for (const [demand, size] of (sizes ?? []).entries()) {
    if ((costs[demand * candidateCount + candidate] ?? Infinity) < Infinity) near += size;
    isWhole &&= Number.isInteger(size);
  }
  const capacity = capacities?.[candidate] ?? 0;
  return { room: Math.min(near, isWhole ? Math.floor(capacity) : capacity), price: opening?.costs[candidate] ?? 0 };
}

const sumRooms = (rooms: readonly Room[]): number => rooms.reduce((sum, { room }) => sum + room, 0);
const sortLargest = (rooms: readonly Room[]): readonly Room[] => rooms.toSorted((a, b) => b.room - a.room);

/** The most room for so much money, were sites divisible: rounded down, as room is whole where it is whole. */
function fillBudget(others: readonly Room[], money: number): number {
  const isWhole = others.every(({ room }) => Number.isInteger(room));
  let left = Math.max(0, money) * (1 + 1e-9);
  let sum = 0;
  for (const { room, price } of others.toSorted((a, b) => a.price * b.room - b.price * a.room)) {
    const part = price <= left ? 1 : left / price;
    sum += part * room;
    left -= part * price;
  }
  return isWhole ? Math.floor(sum + 1e-6) : sum;
}

/**
 * An answer in which those who wait have no site. Objective and bound are those of the trips; the bound is one for answers that leave no more
 * waiting. It is optimal only when no answer can place more, too; else the gap is at least the share that could yet be placed.
 */
export function readLocationAnswer(model: WaitingModel, answer: LocationAnswer): LocationAnswer {
  const { problem, candidates } = model;
  const waiting = candidates.length;
  if (!hasWaitingPlace(model) || answer.objective === null) return answer;
  let waited = 0;
  const assignment = answer.assignment.map((candidate, demand) => {
    if (candidate !== waiting) return candidate;
    waited += (problem.weights[demand] ?? 0) * (problem.costs[demand * problem.candidateCount + waiting] ?? 0);
    return -1;
  });
  const objective = answer.objective - waited;
  const isProved = answer.status === 'optimal';
  const bound = isProved ? objective : answer.bound === null ? null : Math.max(0, answer.bound - waited);
  const tripGap = bound === null ? null : objective > 0 ? Math.abs(objective - bound) / objective : 0;
  const missed = shareMissed(model, answer);
  return {
    ...answer,
    status: isProved && missed === 0 ? 'optimal' : 'feasible',
    assignment,
    open: answer.open.filter((candidate) => candidate !== waiting),
    objective,
    bound,
    gap: tripGap === null ? null : Math.max(tripGap, missed),
  };
}

/** Those who could yet be placed for all that is proved, by those who are; 0 = no answer places more. */
function shareMissed(model: WaitingModel, answer: LocationAnswer): number {
  const { sizes } = model.problem;
  const all = sizes?.reduce((sum, size) => sum + size, 0) ?? 0;
  const placed = all - countWaiting(model, answer);
  const most = boundPlaced(model);
  return most <= placed * (1 + 1e-9) ? 0 : (most - placed) / Math.max(1, placed);
}
