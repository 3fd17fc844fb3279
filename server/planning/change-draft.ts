import type { PlanPatch } from '#core/api/plans.ts';
import { findPlanInForce } from '#core/county/find-plan-in-force.ts';
import type { Transaction } from '#server/db/database.ts';
import { selectStoredCommands } from './command-store.ts';
import {
  type DraftChange,
  type DraftKey,
  type DraftRecord,
  deleteDraft,
  lockDraft,
  recordAction,
  selectActions,
} from './draft-store.ts';
import { checkOpen, checkVersion, createFrozen, createUnknownPlan, PlanConflictError } from './plan-errors.ts';
import type { PlanParts } from './plan-parts.ts';

/**
 * Changes name, description and owner of a draft. Changes of its commands meanwhile do not stand in the way, another change of its texts does.
 *
 * @throws {NotFoundError} `plan_not_found`
 * @throws {PlanConflictError} its texts were changed meanwhile
 * @throws {InvalidInputError} `plan_frozen`, `plan_submitted`
 */
export async function patchDraft(parts: PlanParts, key: DraftKey, { ifVersion, ...patch }: PlanPatch): Promise<void> {
  await parts.db.write(async (trx) => {
    const draft = await getLocked(trx, key);
    checkOpen(draft);
    const change = Object.fromEntries(
      Object.entries(patch).filter(
        ([name, value]) => value !== undefined && value !== draft[name as keyof DraftRecord],
      ),
    ) as DraftChange;
    if (Object.keys(change).length === 0) return;
    const actions = ifVersion === draft.version ? [] : await selectActions(trx, key);
    const isRenamed = actions.some(({ version, action }) => version > ifVersion && action === 'renamed');
    if (isRenamed || ifVersion > draft.version) throw new PlanConflictError(draft, ifVersion);
    await record(trx, { parts, draft, action: 'renamed', change });
  });
}

/**
 * Puts a draft over the plan in force now and over the newest data; its commands stay as they are.
 *
 * @throws {NotFoundError} `plan_not_found`
 * @throws {PlanConflictError} another version
 * @throws {InvalidInputError} `plan_frozen`, `plan_submitted`
 */
export async function rebaseDraft(parts: PlanParts, key: DraftKey, ifVersion: number): Promise<void> {
  const county = await parts.getCounty(key.countyCode);
  const basedOn = findPlanInForce(county.plans, county.dataDate)?.code ?? null;
  await parts.db.write(async (trx) => {
    const draft = await getLocked(trx, key);
    checkOpen(draft);
    if (draft.basedOn === basedOn && draft.baseRevision === county.revision) return;
    await checkDraftVersion(trx, draft, ifVersion);
    await record(trx, { parts, draft, action: 'rebased', change: { basedOn, baseRevision: county.revision } });
  });
}

/**
 * Submits a draft, which freezes its commands, or withdraws it again. A draft that is there already stays as it is.
 *
 * @throws {NotFoundError} `plan_not_found`
 * @throws {PlanConflictError} another version
 * @throws {InvalidInputError} `plan_frozen`
 */
export async function setDraftStatus(
  parts: PlanParts,
  key: DraftKey,
  { to, ifVersion }: { readonly to: 'draft' | 'submitted'; readonly ifVersion: number },
): Promise<void> {
  await parts.db.write(async (trx) => {
    const draft = await getLocked(trx, key);
    if (draft.status === 'published') throw createFrozen(key.code);
    if (draft.status === to) return;
    await checkDraftVersion(trx, draft, ifVersion);
    const action = to === 'submitted' ? 'submitted' : 'withdrawn';
    await record(trx, { parts, draft, action, change: { status: to } });
  });
}

/**
 * Removes a draft with its history.
 *
 * @throws {NotFoundError} `plan_not_found`
 * @throws {PlanConflictError} another version
 * @throws {InvalidInputError} `plan_frozen`, `plan_submitted`
 */
export async function removeDraft(parts: PlanParts, key: DraftKey, ifVersion: number): Promise<void> {
  await parts.db.write(async (trx) => {
    const draft = await getLocked(trx, key);
    checkOpen(draft);
    await checkDraftVersion(trx, draft, ifVersion);
    await deleteDraft(trx, key);
  });
}

async function getLocked(trx: Transaction, key: DraftKey): Promise<DraftRecord> {
  const draft = await lockDraft(trx, key);
  if (draft === undefined) throw createUnknownPlan(key);
  return draft;
}

async function checkDraftVersion(trx: Transaction, draft: DraftRecord, ifVersion: number): Promise<void> {
  if (ifVersion === draft.version) return;
  checkVersion(draft, ifVersion, await selectStoredCommands(trx, draft));
}

interface Recording {
  readonly parts: PlanParts;
  readonly draft: DraftRecord;
  readonly action: 'renamed' | 'rebased' | 'submitted' | 'withdrawn';
  readonly change: DraftChange;
}

const record = (trx: Transaction, { parts, draft, action, change }: Recording): Promise<void> =>
  recordAction(
    trx,
    draft,
    { version: draft.version + 1, action, by: parts.account, at: parts.now(), commandIds: [] },
    change,
  );
