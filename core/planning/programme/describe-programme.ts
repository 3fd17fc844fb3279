import type { JoinDefinition } from '../../network/join-definition.ts';
import { JOINED, type JoinedPlaces } from '../../network/join-places.ts';
import type { NetworkAt } from '../../network/network.ts';
import { listNewlyJoined } from '../../network/newly-joined.ts';
import type { CountedSettlements } from './counted-settlements.ts';
import { priceInFen } from './create-clusters.ts';
import type { ProgrammeAnswer, ProgrammeStep, UnplacedStep } from './programme.ts';
import type { DatedStep } from './spread-steps.ts';

/** What the answers of one search have in common. */
export interface ProgrammeGround {
  readonly network: NetworkAt;
  readonly definition: JoinDefinition;
  readonly joined: JoinedPlaces;
  readonly counted: CountedSettlements;
}

/** The part of an answer that the roads themselves say. */
export type ToldSteps = Pick<ProgrammeAnswer, 'steps' | 'unplaced' | 'costYuan' | 'gained' | 'joined' | 'weights'>;

/**
 * Steps in words of the county. Who is joined by what is not taken from the search: it is counted anew by `listNewlyJoined` after every step.
 */
export function describeSteps(ground: ProgrammeGround, dated: readonly DatedStep[]): ToldSteps {
  const { network, definition, counted } = ground;
  const done: number[] = [];
  const isJoined = Uint8Array.from(ground.joined.pathState, (state) => (state === JOINED ? 1 : 0));
  let after = ground.joined;
  const described = dated.map(({ step, year }) => {
    done.push(...step.segments);
    after = listNewlyJoined(network, definition, done).after;
    const settlements: number[] = [];
    after.pathState.forEach((state, i) => {
      if (state !== JOINED || isJoined[i] === 1) return;
      isJoined[i] = 1;
      if (counted.counts[i] === 1) settlements.push(i);
    });
    return { year, step: describeStep(ground, [...step.segments], settlements) };
  });
  const before = sumWeights(ground, ground.joined);
  const gained = sumWeights(ground, after) - before;
  const costFen = done.reduce((sum, segment) => sum + priceInFen(network, segment), 0);
  return {
    steps: described.flatMap(({ year, step }): ProgrammeStep[] => (year === null ? [] : [{ ...step, year }])),
    unplaced: described.flatMap(({ year, step }) => (year === null ? [step] : [])),
    costYuan: costFen / 100,
    gained,
    joined: { before: countJoined(ground.joined), after: countJoined(after), all: countAsked(ground) },
    weights: { before, after: before + gained, all: counted.weights.reduce((sum, weight) => sum + weight, 0) },
  };
}

function describeStep(
  { network, counted }: ProgrammeGround,
  segments: readonly number[],
  settlements: readonly number[],
): UnplacedStep {
  const { county } = network;
  const { households, people, targetHouseholds } = counted.amounts;
  const sum = (values: Float64Array) => settlements.reduce((total, i) => total + (values[i] ?? 0), 0);
  const costFen = segments.reduce((total, segment) => total + priceInFen(network, segment), 0);
  return {
    segmentCodes: segments.flatMap((segment) => county.segments[segment]?.code ?? []).sort(),
    costYuan: costFen / 100,
    meters: segments.reduce((total, segment) => total + (county.segments[segment]?.lengthMeters ?? 0), 0),
    settlementCodes: settlements.flatMap((i) => county.settlements[i]?.code ?? []),
    households: sum(households),
    people: sum(people),
    targetHouseholds: sum(targetHouseholds),
    // what costs less than a yuan is taken for a yuan, so that the rate stays a number
    gainPerMillionYuan: (1e6 * sum(counted.weights)) / Math.max(1, costFen / 100),
  };
}

/** Weight of the settlements that count and are joined. */
export const sumWeights = ({ counted }: Pick<ProgrammeGround, 'counted'>, { pathState }: JoinedPlaces): number =>
  counted.weights.reduce((sum, weight, i) => sum + (pathState[i] === JOINED ? weight : 0), 0);

const countJoined = ({ settlementState }: JoinedPlaces): number =>
  settlementState.reduce((count, state) => count + (state === JOINED ? 1 : 0), 0);

const countAsked = ({ joined }: ProgrammeGround): number =>
  joined.settlementState.reduce((count, _, i) => count + (joined.isAsked(i) ? 1 : 0), 0);
