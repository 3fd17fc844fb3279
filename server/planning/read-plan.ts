import type { PlanSummary, SentCommand } from '#core/api/plans.ts';
import type { County } from '#core/county/county.ts';
import { findPlanInForce } from '#core/county/find-plan-in-force.ts';
import type { PlanCommand } from '#core/county/plan.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import type { PlanFault } from '#core/planning/plan-fault.ts';
import { getPlannedCounty } from '#core/planning/planned-county.ts';
import { listLive, selectStoredCommands } from './command-store.ts';
import { type DraftKey, type DraftOverview, findOverview } from './draft-store.ts';
import { createUnknownPlan, PlanFaultsError } from './plan-errors.ts';
import type { PlanParts } from './plan-parts.ts';
import { draftToSummary, rowToSummary } from './plan-summaries.ts';

/** The word for the county without any draft, where a plan's code is asked for. */
export const TODAY = 'today';

/** A plan with its commands, over the rows of its county. */
export interface PlanState {
  /** Without the plan. */
  readonly county: County;
  readonly summary: PlanSummary;
  readonly commands: readonly PlanCommand[];
  /** Commands that no longer fit the county and are left out; of a published plan those that an import after it made so. */
  readonly faults: readonly PlanFault[];
}

/** What a plan arranges, and the plan under it. */
export interface DraftOnBase {
  readonly basedOn: string | null;
  readonly commands: readonly PlanCommand[];
  /** Null = `today`. */
  readonly version: number | null;
}

/** A county under a plan. */
export interface PlannedState {
  readonly county: County;
  /** Code; null = today. */
  readonly plan: string | null;
  readonly version: number | null;
  /** Saved commands that no longer fit; they are left out. */
  readonly faults: readonly PlanFault[];
}

/**
 * A plan as it is.
 *
 * @throws {NotFoundError} `plan_not_found`
 */
export async function readPlan(parts: PlanParts, key: DraftKey): Promise<PlanState> {
  const county = await parts.getCounty(key.countyCode);
  const draft = await findDraft(parts, key);
  const row = county.plans.find(({ code }) => code === key.code);
  if (draft === undefined) {
    if (row === undefined) throw createUnknownPlan(key);
    return { county, summary: rowToSummary(county, row), commands: row.commands, faults: findFaults(county, key.code) };
  }
  const { overview, commands } = draft;
  const summary = draftToSummary(county, overview);
  if (overview.status === 'published')
    return { county, summary, commands: row?.commands ?? commands, faults: findFaults(county, key.code) };
  return { county, summary, commands, faults: parts.drafts.get(county, overview, commands).faults };
}

const findFaults = (county: County, planCode: string): readonly PlanFault[] =>
  getPlannedCounty(county).faultsOf(planCode);

/**
 * What a plan arranges and what it stands on. A plan that is published stands in the county already: it is a plan without commands over itself.
 *
 * @throws {NotFoundError} `plan_not_found`
 */
export async function readDraftOnBase(parts: PlanParts, countyCode: string, planCode: string): Promise<DraftOnBase> {
  const county = await parts.getCounty(countyCode);
  const draft = planCode === TODAY ? undefined : await findDraft(parts, { countyCode, code: planCode });
  return toDraftOnBase(county, planCode, draft);
}

function toDraftOnBase(county: County, planCode: string, draft: ReadDraft | undefined): DraftOnBase {
  if (planCode === TODAY)
    return { basedOn: findPlanInForce(county.plans, county.dataDate)?.code ?? null, commands: [], version: null };
  if (draft !== undefined && isOverRows(county, draft)) {
    const { basedOn, version } = draft.overview;
    return { basedOn, commands: draft.commands, version };
  }
  if (!county.plans.some(({ code }) => code === planCode))
    throw createUnknownPlan({ countyCode: county.code, code: planCode });
  return { basedOn: planCode, commands: [], version: draft?.overview.version ?? 0 };
}

/** A plan and commands that are not saved. */
interface PlanAsked {
  readonly countyCode: string;
  readonly planCode: string;
  readonly commands: readonly SentCommand[];
}

/**
 * A county under a plan and under commands that are not saved.
 *
 * @throws {NotFoundError} `plan_not_found`
 * @throws {PlanFaultsError} a command that is not saved does not fit
 */
export async function planCounty(parts: PlanParts, asked: PlanAsked): Promise<PlannedState> {
  const { countyCode, planCode, commands } = asked;
  const county = await parts.getCounty(countyCode);
  const { saved, planned } = await planSaved(parts, county, planCode);
  if (commands.length === 0) return planned;
  const at = parts.now().toISOString();
  const unsaved = commands.map((command) => ({ ...command, by: parts.account, at }));
  const answer = applyCommands(planned.county, unsaved, { onFault: 'skip' });
  if (answer.faults.length > 0) throw new PlanFaultsError('plan_commands_refused', answer.faults);
  if (saved.commands.length === 0) return { ...planned, county: answer.county };
  // the list as a whole, as the browser applies it: what is moved away and back in two steps is where it was
  const whole = getPlannedCounty(county).withDraft(saved.basedOn, [...saved.commands, ...unsaved]);
  return { ...planned, county: whole.county };
}

/** A county under the saved commands of a plan, and these, in one picture of the data. */
async function planSaved(
  parts: PlanParts,
  county: County,
  planCode: string,
): Promise<{ readonly saved: DraftOnBase; readonly planned: PlannedState }> {
  const { at, of, faultsOf } = getPlannedCounty(county);
  const draft = planCode === TODAY ? undefined : await findDraft(parts, { countyCode: county.code, code: planCode });
  const saved = toDraftOnBase(county, planCode, draft);
  if (planCode === TODAY)
    return { saved, planned: { county: at(county.dataDate), plan: null, version: null, faults: [] } };
  const { version } = saved;
  if (draft !== undefined && isOverRows(county, draft))
    return { saved, planned: { ...parts.drafts.get(county, draft.overview, draft.commands), plan: planCode, version } };
  return { saved, planned: { county: of(planCode), plan: planCode, version, faults: faultsOf(planCode) } };
}

/** Whether a plan stands over the rows of the county, not in them: also one that was published after the county was read. */
const isOverRows = ({ plans }: County, { overview }: ReadDraft): boolean =>
  overview.status !== 'published' || !plans.some(({ code }) => code === overview.code);

interface ReadDraft {
  readonly overview: DraftOverview;
  /** Those in force. */
  readonly commands: readonly PlanCommand[];
}

/** A draft with its commands, in one picture of the data; undefined when there is none. */
const findDraft = (parts: PlanParts, key: DraftKey): Promise<ReadDraft | undefined> =>
  parts.db.read(async (trx) => {
    const overview = await findOverview(trx, key);
    return overview && { overview, commands: listLive(await selectStoredCommands(trx, key)) };
  });
