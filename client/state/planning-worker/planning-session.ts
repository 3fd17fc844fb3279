import { evaluationToAnswer } from '#core/api/plan-evaluation.ts';
import type { County } from '#core/county/county.ts';
import { InvalidInputError } from '#core/errors.ts';
import { evaluatePlan } from '#core/planning/evaluation/evaluate-plan.ts';
import type { PlanEvaluation } from '#core/planning/evaluation/evaluation.ts';
import { createSiteDrag, type SiteDrag } from '#core/planning/evaluation/site-drag.ts';
import { getPlannedCounty } from '#core/planning/planned-county.ts';
import { judgePlace } from '#core/planning/rules/judge-place.ts';
import { decodeCounty } from '#core/planning/snapshot/decode-county.ts';
import type { EncodedCounty } from '#core/planning/snapshot/encoded-county.ts';
import type {
  MeasuredEvaluation,
  PlanningKind,
  PlanningQuestions,
  PlanningRequest,
  WorkerPlan,
} from './planning-protocol.ts';

/** What a session needs of the world. */
export interface PlanningSessionParts {
  readonly fetchCounty: (question: PlanningQuestions['load']['input']) => Promise<EncodedCounty>;
  readonly now: () => number;
}

/** The inside of the worker: one county, one plan, at most one site in hand. */
export interface PlanningSession {
  answer(request: PlanningRequest): Promise<PlanningQuestions[PlanningKind]['output']>;
}

interface Held {
  /** As the ledgers tell it. */
  readonly county: County;
  readonly plan: WorkerPlan;
  /** Under the plan. */
  readonly planned: County;
}

const NO_PLAN: WorkerPlan = { plan: null, version: null, basedOn: null, commands: [] };

/** Creates a session without a county. */
export function createPlanningSession({ fetchCounty, now }: PlanningSessionParts): PlanningSession {
  let held: Held | null = null;
  let drag: SiteDrag | null = null;
  const getHeld = (): Held => {
    if (held === null)
      throw new InvalidInputError('no_county', 'Got a question about a plan before any county was loaded');
    return held;
  };
  const measure = (evaluate: () => PlanEvaluation): MeasuredEvaluation => {
    const { planned, plan } = getHeld();
    const start = now();
    const evaluation = evaluate();
    const milliseconds = now() - start;
    const { code: county, revision, dataDate: asOf } = planned;
    const origin = { county, plan: plan.plan, version: plan.version, revision, asOf };
    return { evaluation: evaluationToAnswer(evaluation, origin), milliseconds };
  };
  const questions: {
    readonly [Kind in PlanningKind]: (
      input: PlanningQuestions[Kind]['input'],
    ) => PlanningQuestions[Kind]['output'] | Promise<PlanningQuestions[Kind]['output']>;
  } = {
    async load(input) {
      const county = decodeCounty(await fetchCounty(input));
      held = { county, plan: NO_PLAN, planned: county };
      drag = null;
      // the ways between all settlements and sites are measured now, not when the first site is taken in hand
      evaluatePlan(county);
      // and so is the ground: slopes, forbidden areas, distances to roads
      judgePlace(county, county.sites[0]?.position ?? [0, 0]);
      return { county: county.code, revision: county.revision };
    },
    set_plan(plan) {
      const { county } = getHeld();
      const { county: planned, faults } = getPlannedCounty(county).withDraft(plan.basedOn, plan.commands);
      held = { county, plan, planned };
      drag = null;
      return { faults };
    },
    evaluate: () => measure(() => evaluatePlan(getHeld().planned)),
    begin_drag(subject) {
      drag = createSiteDrag(getHeld().planned, subject);
      return null;
    },
    drag_to(position) {
      const held = drag;
      if (held === null) throw new InvalidInputError('no_drag', 'Got a place for a site when none was in hand');
      return measure(() => held.evaluateAt(position));
    },
    end_drag() {
      drag = null;
      return null;
    },
    judge(position) {
      const { planned } = getHeld();
      const { name, nameEn } = planned.areas[0] ?? { name: planned.code, nameEn: planned.code };
      return { county: { name, nameEn }, suitability: judgePlace(planned, position) };
    },
  };
  return {
    async answer(request) {
      // each request carries the input of its own kind
      const ask = questions[request.kind] as (input: PlanningRequest['input']) => ReturnType<PlanningSession['answer']>;
      return ask(request.input);
    },
  };
}
