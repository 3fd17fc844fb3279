import { InvalidInputError } from '#core/errors.ts';
import { findConflicts } from '#core/planning/find-conflicts.ts';
import type { Transaction } from '#server/db/database.ts';
import { listChangedSince, type StoredCommand, selectStoredCommands, setCommandState } from './command-store.ts';
import { type DraftAction, type DraftKey, type DraftRecord, lockDraft, recordAction } from './draft-store.ts';
import { checkOpen, checkVersion, createUnknownPlan, markRemovals, PlanConflictError } from './plan-errors.ts';
import type { PlanParts } from './plan-parts.ts';

/** A step back or forth, and the version it was made upon. */
export interface StepRequest {
  readonly ifVersion: number;
  /** Commands anywhere in the list instead of the last step. */
  readonly ids?: readonly string[] | undefined;
}

/** A step that was found: which commands change, and into what. */
interface Step {
  readonly ids: readonly string[];
  readonly state: 'live' | 'undone';
  readonly action: DraftAction['action'];
}

/**
 * Takes the last step of a draft off (all commands of its batch), or given commands wherever they stand. What was taken off can be redone until
 * something new is added. Given commands that are off already are passed over.
 *
 * @throws {NotFoundError} `plan_not_found`
 * @throws {PlanConflictError} others changed the draft meanwhile; for given commands: the same things
 * @throws {InvalidInputError} `plan_frozen`, `plan_submitted`, `nothing_to_undo`, `unknown_plan_command`
 */
export async function undoCommands(parts: PlanParts, key: DraftKey, request: StepRequest): Promise<void> {
  const { ids } = request;
  await takeStep(parts, key, (draft, stored) =>
    ids === undefined ? findLastStep(draft, stored, request.ifVersion) : findGiven(draft, stored, { ...request, ids }),
  );
}

/**
 * Brings back what was undone last.
 *
 * @throws {NotFoundError} `plan_not_found`
 * @throws {PlanConflictError} others changed the draft meanwhile
 * @throws {InvalidInputError} `plan_frozen`, `plan_submitted`, `nothing_to_redo`
 */
export async function redoCommands(parts: PlanParts, key: DraftKey, request: StepRequest): Promise<void> {
  await takeStep(parts, key, (draft, stored) => {
    checkVersion(draft, request.ifVersion, stored);
    const undone = stored.filter(({ state }) => state === 'undone');
    const last = Math.max(...undone.map(({ changedVersion }) => changedVersion));
    const ids = undone.filter(({ changedVersion }) => changedVersion === last).map(({ command }) => command.id);
    if (ids.length === 0) throw createNothing('nothing_to_redo', draft);
    return { ids, state: 'live', action: 'redone' };
  });
}

type FindStep = (draft: DraftRecord, stored: readonly StoredCommand[]) => Step;

async function takeStep(parts: PlanParts, key: DraftKey, find: FindStep): Promise<void> {
  await parts.db.write(async (trx: Transaction) => {
    const draft = await lockDraft(trx, key);
    if (draft === undefined) throw createUnknownPlan(key);
    checkOpen(draft);
    const { ids, state, action } = find(draft, await selectStoredCommands(trx, key));
    if (ids.length === 0) return;
    const version = draft.version + 1;
    await setCommandState(trx, key, { ids, state, version });
    await recordAction(trx, key, { version, action, by: parts.account, at: parts.now(), commandIds: ids });
  });
}

function findLastStep(draft: DraftRecord, stored: readonly StoredCommand[], ifVersion: number): Step {
  checkVersion(draft, ifVersion, stored);
  const live = stored.filter(({ state }) => state === 'live').map(({ command }) => command);
  const last = live.at(-1);
  if (last === undefined) throw createNothing('nothing_to_undo', draft);
  const step = last.batch === undefined ? [last] : live.filter(({ batch }) => batch === last.batch);
  return { ids: step.map(({ id }) => id), state: 'undone', action: 'undone' };
}

function findGiven(
  draft: DraftRecord,
  stored: readonly StoredCommand[],
  { ids, ifVersion }: StepRequest & { readonly ids: readonly string[] },
): Step {
  const byId = new Map(stored.map((command) => [command.command.id, command]));
  const unknown = ids.find((id) => !byId.has(id));
  if (unknown !== undefined) {
    throw new InvalidInputError('unknown_plan_command', `Got command ${unknown}, expected one of plan ${draft.code}`, {
      id: unknown,
      plan: draft.code,
    });
  }
  const asked = new Set(ids);
  const mine = stored.filter(({ command, state }) => state === 'live' && asked.has(command.id));
  const theirs = listChangedSince(stored, ifVersion).filter(({ id }) => !asked.has(id));
  const commands = mine.map(({ command }) => command);
  const conflicts = theirs.length === 0 ? [] : findConflicts(commands, theirs);
  if (ifVersion > draft.version || conflicts.length > 0)
    throw new PlanConflictError(draft, ifVersion, markRemovals(conflicts, stored));
  return { ids: commands.map(({ id }) => id), state: 'undone', action: 'removed' };
}

const createNothing = (code: 'nothing_to_undo' | 'nothing_to_redo', draft: DraftRecord): InvalidInputError =>
  new InvalidInputError(code, `Got a step of plan ${draft.code}, expected one to be there`, { plan: draft.code });
