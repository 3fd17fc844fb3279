import type { MedianModel } from './median-model.ts';

/** What is left of a model when some candidates are fixed: open ones count as `outside`, closed ones are gone. */
export interface MedianBranch {
  /** Of the whole model. */
  readonly candidateCount: number;
  /** Not yet decided, ascending. */
  readonly free: Int32Array;
  readonly starts: Int32Array;
  readonly candidates: Int32Array;
  readonly costs: Float64Array;
  /** Cost at the nearest fixed open candidate, or outside. */
  readonly outside: Float64Array;
  /** Most that may yet be opened. */
  readonly sites: number;
  readonly openingCosts: Float64Array | null;
  /** What may yet be spent; `Infinity` without a budget. */
  readonly room: number;
  readonly opened: readonly number[];
}

/** The whole model with its required candidates open and the others free. */
export function createRootBranch(model: MedianModel): MedianBranch {
  const free: number[] = [];
  const opened: number[] = [];
  for (let j = 0; j < model.candidateCount; j++) {
    if (model.isAllowed[j] === 0) continue;
    (model.isRequired[j] === 1 ? opened : free).push(j);
  }
  const { starts, candidates, costs, outside, candidateCount, sites, opening } = model;
  const whole: MedianBranch = {
    candidateCount,
    free: Int32Array.from([...free, ...opened]),
    starts,
    candidates,
    costs,
    outside,
    sites,
    openingCosts: opening?.costs ?? null,
    room: opening?.budget ?? Infinity,
    opened: [],
  };
  return narrowBranch(whole, opened, []);
}

/** The branch with more candidates fixed; what can never serve a demand is dropped. */
export function narrowBranch(branch: MedianBranch, open: readonly number[], closed: readonly number[]): MedianBranch {
  const { candidateCount, openingCosts } = branch;
  const fate = new Uint8Array(candidateCount);
  for (const j of open) fate[j] = OPEN;
  for (const j of closed) fate[j] = CLOSED;
  const spent = openingCosts === null ? 0 : open.reduce((sum, j) => sum + (openingCosts[j] as number), 0);
  return {
    ...branch,
    ...keepPairs(branch, fate),
    free: branch.free.filter((j) => fate[j] === 0),
    sites: branch.sites - open.length,
    room: branch.room - spent,
    opened: [...branch.opened, ...open],
  };
}

const OPEN = 1;
const CLOSED = 2;

function keepPairs(branch: MedianBranch, fate: Uint8Array) {
  const demandCount = branch.outside.length;
  const starts = new Int32Array(demandCount + 1);
  const candidates = new Int32Array(branch.candidates.length);
  const costs = new Float64Array(branch.candidates.length);
  const outside = branch.outside.slice();
  let length = 0;
  for (let i = 0; i < demandCount; i++) {
    const end = branch.starts[i + 1] as number;
    for (let at = branch.starts[i] as number; at < end; at++) {
      const j = branch.candidates[at] as number;
      const cost = branch.costs[at] as number;
      if (cost >= (outside[i] as number)) break;
      if (fate[j] === OPEN) {
        outside[i] = cost;
        break;
      }
      if (fate[j] === CLOSED) continue;
      candidates[length] = j;
      costs[length] = cost;
      length++;
    }
    starts[i + 1] = length;
  }
  return { starts, candidates: candidates.slice(0, length), costs: costs.slice(0, length), outside };
}
