import type { PlanEvaluationAnswer } from '#core/api/plans.ts';
import type { PlanCommand } from '#core/county/plan.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { DragSubject } from '#core/planning/evaluation/site-drag.ts';
import type { PlanFault } from '#core/planning/plan-fault.ts';
import type { SayContext } from '#core/planning/rules/say-finding.ts';
import type { Suitability } from '#core/planning/rules/site-rule.ts';

/** The plan that a worker has open. */
export interface WorkerPlan {
  /** Code of the draft; null = the county without any draft. */
  readonly plan: string | null;
  /** Version of the draft upon which `commands` rests. */
  readonly version: number | null;
  /** Plan over which the draft stands; null = over the ledgers. */
  readonly basedOn: string | null;
  /** Those of the draft and those that wait to be sent. */
  readonly commands: readonly PlanCommand[];
}

/** What the page asks of the worker, each with what it answers. */
export interface PlanningQuestions {
  /** Fetches a county; the newest revision with `revision` null. */
  readonly load: {
    readonly input: { readonly county: string; readonly revision: number | null };
    readonly output: { readonly county: string; readonly revision: number };
  };
  readonly set_plan: { readonly input: WorkerPlan; readonly output: { readonly faults: readonly PlanFault[] } };
  readonly evaluate: { readonly input: null; readonly output: MeasuredEvaluation };
  readonly begin_drag: { readonly input: DragSubject; readonly output: null };
  readonly drag_to: { readonly input: LonLat; readonly output: MeasuredEvaluation };
  readonly end_drag: { readonly input: null; readonly output: null };
  readonly judge: { readonly input: LonLat; readonly output: JudgedPlace };
}

/** What the rules say of a place under the open plan, and whose rules they are; the page puts it into words. */
export interface JudgedPlace {
  readonly county: SayContext['county'];
  readonly suitability: Suitability;
}

/** Kinds of question. */
export type PlanningKind = keyof PlanningQuestions;

/** An evaluation and how long it took to make, around the work itself. */
export interface MeasuredEvaluation {
  readonly evaluation: PlanEvaluationAnswer;
  readonly milliseconds: number;
}

/** A message to the worker; `id` comes back with the answer. */
export type PlanningRequest = {
  readonly [Kind in PlanningKind]: {
    readonly id: number;
    readonly kind: Kind;
    readonly input: PlanningQuestions[Kind]['input'];
  };
}[PlanningKind];

/** A message from the worker. */
export type PlanningResponse =
  | { readonly id: number; readonly output: PlanningQuestions[PlanningKind]['output'] }
  | { readonly id: number; readonly failure: { readonly code: string; readonly message: string } };
