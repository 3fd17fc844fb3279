import type { LocationAnswer } from '../solvers/location-problem.ts';
import type { LocationModel } from './location-model.ts';

/** Those who go from one settlement to one site. */
export interface ChosenFlow {
  /** Index into `County.settlements`. */
  readonly settlement: number;
  /** Index into the candidates. */
  readonly candidate: number;
  /** Indexes into `County.households`; empty where only their number is known. */
  readonly households: readonly number[];
  readonly count: number;
  /** By vehicle. */
  readonly minutes: number;
  readonly meters: number;
}

/** The answer as flows, by settlement, then site; the parts of a settlement that go to one site are one flow. */
export function listFlows(model: LocationModel, { assignment }: LocationAnswer): readonly ChosenFlow[] {
  const width = model.candidates.length;
  const flows = new Map<string, ChosenFlow>();
  model.demands.forEach((demand, row) => {
    const candidate = assignment[row] ?? -1;
    if (candidate < 0) return;
    const key = `${demand.settlement} ${candidate}`;
    const known = flows.get(key);
    flows.set(key, {
      settlement: demand.settlement,
      candidate,
      households: [...(known?.households ?? []), ...demand.households],
      count: (known?.count ?? 0) + demand.weight,
      minutes: model.minutes[row * width + candidate] ?? Infinity,
      meters: model.meters[row * width + candidate] ?? Infinity,
    });
  });
  return [...flows.values()].toSorted((a, b) => a.settlement - b.settlement || a.candidate - b.candidate);
}
