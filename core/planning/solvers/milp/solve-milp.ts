import loadHighs, { type Highs, type HighsCallbackMap, type Model } from 'highs';
import type { MilpModel } from './milp-model.ts';

/** How long to look, from where, and who is told. All may be left out. */
export interface MilpHooks {
  /** Milliseconds; left out or `Infinity` = no limit. */
  readonly timeLimitMs?: number;
  /** Looked at while HiGHS runs. It runs without a pause: only what another thread writes (shared memory) can change the answer. */
  readonly isCancelled?: () => boolean;
  /** A start: a value of every column. One that breaks a row is left aside by HiGHS. */
  readonly start?: Float64Array;
  /** Called with every better answer; copies. */
  readonly onImproved?: (values: Float64Array, objective: number) => void;
  /** Called now and then with the proved bound and the best objective so far (not finite before there is one). */
  readonly onBound?: (bound: number, objective: number) => void;
  /** Stop when abs(objective - bound) ÷ abs(objective) is at most this; 0 (the default) = only when proved within 1e-6. */
  readonly relativeGap?: number;
  readonly seed?: number;
}

/** What HiGHS found. */
export interface MilpAnswer {
  /** `optimal` = proved (within `relativeGap`); `feasible`: stopped before that; `unknown`: nothing found in time. */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unbounded' | 'unknown';
  /** Value of every column, whole ones rounded to whole numbers; null without an answer. */
  readonly values: Float64Array | null;
  readonly objective: number | null;
  /** Proved bound: lower when minimising, upper when maximising; null = none. */
  readonly bound: number | null;
}

let loading: Promise<Highs> | null = null;

/** HiGHS, loaded once per thread. */
function openHighs(): Promise<Highs> {
  loading ??= loadHighs();
  return loading;
}

/**
 * Solves a model with HiGHS (WebAssembly, one thread, the same answer for the same seed unless the time limit hits). Runs without a pause: call it in a
 * worker. The model's memory is given back before the answer comes.
 *
 * @throws {Error} HiGHS cannot be loaded, or refuses the model
 * @see Huangfu & Hall 2018, "Parallelizing the dual revised simplex method", Math. Program. Comput. 10(1)
 */
export async function solveMilp(model: MilpModel, hooks: MilpHooks = {}): Promise<MilpAnswer> {
  if (hooks.isCancelled?.() || (hooks.timeLimitMs ?? 1) <= 0) return NOTHING;
  const highs = await openHighs();
  let isBroken = true;
  try {
    const answer = highs.withModel(toHighsModel(highs, model), (native) => runModel(highs, native, { model, hooks }));
    isBroken = false;
    return answer;
  } finally {
    // A WebAssembly instance that has thrown may be beyond use: the next model gets a new one.
    if (isBroken) loading = null;
  }
}

const NOTHING: MilpAnswer = { status: 'unknown', values: null, objective: null, bound: null };

function toHighsModel(highs: Highs, model: MilpModel): Parameters<Highs['createModel']>[0] & object {
  const { objectiveSense, variableType } = highs.constants;
  return {
    numCols: model.columnCount,
    numRows: model.rowCount,
    sense: objectiveSense[model.sense],
    colCost: model.costs,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: {
      format: 'csr',
      numRows: model.rowCount,
      numCols: model.columnCount,
      starts: model.rowStarts,
      indices: model.entryColumns,
      values: model.entryValues,
    },
    integrality: Array.from(model.isWhole, (isWhole) => (isWhole ? variableType.integer : variableType.continuous)),
  };
}

function runModel(highs: Highs, native: Model, { model, hooks }: { model: MilpModel; hooks: MilpHooks }): MilpAnswer {
  native.options.set({
    output_flag: false,
    random_seed: (hooks.seed ?? 0) % 2_147_483_647,
    mip_rel_gap: hooks.relativeGap ?? 0,
    mip_abs_gap: 1e-6,
    mip_feasibility_tolerance: 1e-7,
  });
  if (hooks.timeLimitMs !== undefined && Number.isFinite(hooks.timeLimitMs)) {
    native.options.set({ time_limit: hooks.timeLimitMs / 1000 });
  }
  if (hooks.start !== undefined) native.setSolution({ colValue: hooks.start });
  native.run(listenTo(highs, hooks));
  return readAnswer(highs, native, model);
}

function listenTo(highs: Highs, { isCancelled, onImproved, onBound }: MilpHooks): HighsCallbackMap {
  const { callbackType } = highs.constants;
  return {
    ...(isCancelled && {
      [callbackType.mipInterrupt]: (event: { interrupt: () => unknown }) => {
        if (isCancelled()) event.interrupt();
      },
      [callbackType.simplexInterrupt]: (event: { interrupt: () => unknown }) => {
        if (isCancelled()) event.interrupt();
      },
    }),
    ...(onImproved && {
      [callbackType.mipImprovingSolution]: ({ data }: ImprovingEvent) => {
        if (data.mip_solution !== undefined) onImproved(data.mip_solution, data.objective_function_value ?? Number.NaN);
      },
    }),
    ...(onBound && {
      [callbackType.mipLogging]: ({ data }: BoundEvent) => {
        if (data.mip_dual_bound !== undefined) onBound(data.mip_dual_bound, data.mip_primal_bound ?? Number.NaN);
      },
    }),
  };
}

interface ImprovingEvent {
  readonly data: { readonly mip_solution?: Float64Array; readonly objective_function_value?: number };
}

interface BoundEvent {
  readonly data: { readonly mip_dual_bound?: number; readonly mip_primal_bound?: number };
}

function readAnswer(highs: Highs, native: Model, model: MilpModel): MilpAnswer {
  const { modelStatus } = highs.constants;
  const status = native.getModelStatus();
  if (status === modelStatus.infeasible) return { ...NOTHING, status: 'infeasible' };
  if (status === modelStatus.unbounded || status === modelStatus.unboundedOrInfeasible)
    return { ...NOTHING, status: 'unbounded' };
  const isMip = model.isWhole.includes(1);
  const isOptimal = status === modelStatus.optimal || status === modelStatus.empty;
  const dual = isMip ? Number(native.info.get('mip_dual_bound')) : native.getObjectiveValue();
  const bound = Number.isFinite(dual) && (isMip || isOptimal) ? dual : null;
  // 2 = a feasible point; HiGHS keeps arrays of a point that is not.
  if (native.info.get('primal_solution_status') !== 2) return { ...NOTHING, bound };
  const found = native.getSolution().colValue;
  const values = Float64Array.from(found, (value, column) => (model.isWhole[column] ? Math.round(value) : value));
  const objective = values.reduce((sum, value, column) => sum + value * (model.costs[column] ?? 0), 0);
  return { status: isOptimal ? 'optimal' : 'feasible', values, objective, bound };
}
