import { setImmediate } from 'node:timers/promises';
import { MOST_COMPARED, type PlanSummary } from '#core/api/plans.ts';
import type { County } from '#core/county/county.ts';
import type { IsoDate } from '#core/county/dates.ts';
import { InvalidInputError } from '#core/errors.ts';
import { compareInSteps, listCompareYears, type PlanComparison } from '#core/planning/compare-plans.ts';
import type { PlanService } from './plan-service.ts';
import { type PlannedState, TODAY } from './read-plan.ts';

/** Plans to be set side by side. */
export interface CompareAsked {
  /** Codes, or `today`; the first is what the others are compared with. */
  readonly plans: readonly string[];
  /** End of a year; `now` = the data date with nothing carried out; default: the last year that can be asked for. */
  readonly year?: number | 'now' | undefined;
}

/** One column: the plan as it was compared. */
export interface ComparedPlan {
  readonly plan: string;
  /** Null = today. */
  readonly summary: PlanSummary | null;
  readonly state: PlannedState;
  /** Day for which its figures stand. */
  readonly asOf: IsoDate;
}

/** A comparison with what its columns are. */
export interface ComparedPlans {
  readonly comparison: PlanComparison;
  /** As in `comparison.columns`. */
  readonly columns: readonly ComparedPlan[];
}

/** Compares plans of a county. */
export interface CompareService {
  /**
   * Plans side by side at the end of a year; others are served meanwhile, and the same question is computed once.
   *
   * @throws {NotFoundError} `unknown_county`, `plan_not_found`
   * @throws {InvalidInputError} `compare_count`, `compare_twice`, `compare_year`
   */
  compare(countyCode: string, asked: CompareAsked): Promise<ComparedPlans>;
}

/** Comparisons kept of each state of a county. */
const KEPT = 12;
/** Work is broken off for others about this often. */
const SLICE_MILLISECONDS = 20;

/** Creates the service; what is kept goes with the county it was computed of. */
export function createCompareService(plans: Pick<PlanService, 'list' | 'plan'>): CompareService {
  const kept = new WeakMap<County, Map<string, Promise<PlanComparison>>>();
  const numberOf = createNumbers();
  const compareOnce = (states: readonly PlannedState[], year: number | null): Promise<PlanComparison> => {
    const first = states[0] as PlannedState;
    const known = kept.get(first.county) ?? new Map<string, Promise<PlanComparison>>();
    kept.set(first.county, known);
    // one object for each version of a plan over each revision
    const key = JSON.stringify([year, states.map(({ plan, county }) => [plan, numberOf(county)])]);
    const answer = known.get(key) ?? inSlices(compareInSteps(states.map(toColumn), { year }));
    known.delete(key);
    known.set(key, answer);
    answer.catch(() => known.delete(key));
    const [oldest] = known.keys();
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
    return answer;
  };
  return {
    async compare(countyCode, asked) {
      checkPlans(asked.plans);
      const { items } = await plans.list(countyCode);
      const states = await readStates(plans, countyCode, asked.plans);
      const year = chooseYear(states, asked.year);
      const comparison = await compareOnce(states, year);
      const columns = states.map((state): ComparedPlan => {
        const { dataDate } = state.county;
        const end = `${year}-12-31`;
        return {
          plan: state.plan ?? TODAY,
          summary: items.find(({ code }) => code === state.plan) ?? null,
          state,
          asOf: state.plan === null || year === null || end < dataDate ? dataDate : end,
        };
      });
      return { comparison, columns };
    },
  };
}

/** A number for each object, the same for the same. */
function createNumbers(): (county: County) => number {
  const numbers = new WeakMap<County, number>();
  let last = 0;
  return (county) => {
    const number = numbers.get(county) ?? ++last;
    numbers.set(county, number);
    return number;
  };
}

function checkPlans(plans: readonly string[]): void {
  if (plans.length < 2 || plans.length > MOST_COMPARED) {
    throw new InvalidInputError(
      'compare_count',
      `Got ${plans.length} plans to compare, expected 2 to ${MOST_COMPARED}`,
      {
        got: plans.length,
        most: MOST_COMPARED,
      },
    );
  }
  const twice = plans.find((plan, i) => plans.indexOf(plan) !== i);
  if (twice !== undefined)
    throw new InvalidInputError('compare_twice', `Got ${twice} twice, expected each plan once`, { plan: twice });
}

/** Each plan in turn, all over the same revision of the county. */
async function readStates(
  plans: Pick<PlanService, 'plan'>,
  countyCode: string,
  codes: readonly string[],
): Promise<readonly PlannedState[]> {
  for (;;) {
    const states: PlannedState[] = [];
    for (const code of codes) states.push(await plans.plan(countyCode, code));
    if (new Set(states.map(({ county }) => county.revision)).size === 1) return states;
  }
}

const toColumn = ({ county, plan }: PlannedState) => ({ plan: plan ?? TODAY, county, isCarriedOut: plan !== null });

function chooseYear(states: readonly PlannedState[], asked: CompareAsked['year']): number | null {
  if (asked === 'now') return null;
  const years = listCompareYears(states.map(({ county }) => county));
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  if (asked === undefined) return last;
  if (years.includes(asked)) return asked;
  throw new InvalidInputError('compare_year', `Got year ${asked}, expected ${first} to ${last}`, {
    got: asked,
    first,
    last,
  });
}

/** Lets others have their turn between slices of work. */
async function inSlices<Result>(work: Generator<void, Result>): Promise<Result> {
  let began = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - began < SLICE_MILLISECONDS) continue;
    await setImmediate();
    began = performance.now();
  }
}
