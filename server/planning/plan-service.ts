import type { PlanCreate, PlanPatch, PlanSummary, SentCommand } from '#core/api/plans.ts';
import type { County } from '#core/county/county.ts';
import { findPlanInForce } from '#core/county/find-plan-in-force.ts';
import { NotFoundError } from '#core/errors.ts';
import { type AppendRequest, appendCommands } from './append-commands.ts';
import { patchDraft, rebaseDraft, removeDraft, setDraftStatus } from './change-draft.ts';
import { createDraft } from './create-draft.ts';
import { type DraftAction, type DraftKey, listDrafts, selectActions } from './draft-store.ts';
import { createFrozen, createUnknownPlan } from './plan-errors.ts';
import type { PlanParts } from './plan-parts.ts';
import { draftToSummary, rowToSummary } from './plan-summaries.ts';
import { createPlannedDrafts } from './planned-drafts.ts';

import { publishPlan } from './publish-plan.ts';
import {
  type DraftOnBase,
  type PlannedState,
  type PlanState,
  planCounty,
  readDraftOnBase,
  readPlan,
} from './read-plan.ts';
import { redoCommands, type StepRequest, undoCommands } from './step-commands.ts';

/** A new state of a plan, and the version it was decided upon. */
export interface StatusRequest {
  readonly ifVersion: number;
  readonly to: 'draft' | 'submitted' | 'published';
  readonly publishedOn?: string | undefined;
}

/**
 * Plans of counties. Every change says upon which version of the plan it was made, happens whole or not at all, and answers the plan as it is
 * afterwards. All reject with `unknown_county`, `plan_not_found`; changes with `plan_conflict`, `plan_frozen`, `plan_submitted`.
 */
export interface PlanService {
  list(countyCode: string): Promise<{ readonly items: readonly PlanSummary[]; readonly inForce: string | null }>;
  get(key: DraftKey): Promise<PlanState>;
  create(countyCode: string, asked: PlanCreate): Promise<PlanState>;
  patch(key: DraftKey, patch: PlanPatch): Promise<PlanState>;
  rebase(key: DraftKey, ifVersion: number): Promise<PlanState>;
  remove(key: DraftKey, ifVersion: number): Promise<void>;
  append(key: DraftKey, request: AppendRequest): Promise<PlanState>;
  undo(key: DraftKey, request: StepRequest): Promise<PlanState>;
  redo(key: DraftKey, request: StepRequest): Promise<PlanState>;
  setStatus(key: DraftKey, request: StatusRequest): Promise<PlanState>;
  /** Newest first; empty for a plan that came with the ledgers. */
  history(key: DraftKey): Promise<{ readonly county: County; readonly actions: readonly DraftAction[] }>;
  /** What a plan arranges and what it stands on; `today` is a plan without commands over the one in force. */
  loadDraft(countyCode: string, planCode: string): Promise<DraftOnBase>;
  /**
   * A county under a plan and commands that are not saved; `today` is the county without any draft.
   *
   * @throws {PlanFaultsError} a command that is not saved does not fit
   */
  plan(countyCode: string, planCode: string, commands?: readonly SentCommand[]): Promise<PlannedState>;
}

/** Creates the service over one database. */
export function createPlanService(options: Omit<PlanParts, 'drafts' | 'now'> & Partial<PlanParts>): PlanService {
  const parts: PlanParts = { drafts: createPlannedDrafts(), now: () => new Date(), ...options };
  const get = (key: DraftKey): Promise<PlanState> => readPlan(parts, key);
  const change = async (key: DraftKey, work: () => Promise<void>): Promise<PlanState> => {
    await refuseFrozen(parts, key, work);
    return get(key);
  };
  return {
    get,
    list: (countyCode) => listPlans(parts, countyCode),
    create: async (countyCode, asked) => get({ countyCode, code: await createDraft(parts, countyCode, asked) }),
    patch: (key, patch) => change(key, () => patchDraft(parts, key, patch)),
    rebase: (key, ifVersion) => change(key, () => rebaseDraft(parts, key, ifVersion)),
    remove: (key, ifVersion) => refuseFrozen(parts, key, () => removeDraft(parts, key, ifVersion)),
    append: (key, request) => change(key, () => appendCommands(parts, key, request)),
    undo: (key, request) => change(key, () => undoCommands(parts, key, request)),
    redo: (key, request) => change(key, () => redoCommands(parts, key, request)),
    setStatus: (key, { to, ...asked }) =>
      change(key, () =>
        to === 'published' ? publishPlan(parts, key, asked) : setDraftStatus(parts, key, { to, ...asked }),
      ),
    async history(key) {
      const { county } = await get(key);
      return { county, actions: await parts.db.read((trx) => selectActions(trx, key)) };
    },
    loadDraft: (countyCode, planCode) => readDraftOnBase(parts, countyCode, planCode),
    plan: (countyCode, planCode, commands = []) => planCounty(parts, { countyCode, planCode, commands }),
  };
}

async function listPlans(parts: PlanParts, countyCode: string) {
  const county = await parts.getCounty(countyCode);
  const drafts = await parts.db.read((trx) => listDrafts(trx, countyCode));
  const known = new Set(drafts.map(({ code }) => code));
  const items = [
    ...county.plans.filter(({ code }) => !known.has(code)).map((plan) => rowToSummary(county, plan)),
    ...drafts.map((draft) => draftToSummary(county, draft)),
  ].sort((a, b) => (a.code < b.code ? -1 : 1));
  return { items, inForce: findPlanInForce(county.plans, county.dataDate)?.code ?? null };
}

/** A plan that came with the ledgers has no draft: it is there, and frozen. */
async function refuseFrozen(parts: PlanParts, key: DraftKey, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof NotFoundError) || error.code !== createUnknownPlan(key).code) throw error;
    const { plans } = await parts.getCounty(key.countyCode);
    throw plans.some(({ code }) => code === key.code) ? createFrozen(key.code) : error;
  }
}
