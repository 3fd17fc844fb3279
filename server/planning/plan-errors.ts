import { InvalidInputError, NotFoundError } from '#core/errors.ts';
import type { PlanConflict } from '#core/planning/plan-conflict.ts';
import type { PlanFault } from '#core/planning/plan-fault.ts';
import { listChangedSince, type StoredCommand } from './command-store.ts';
import type { DraftKey, DraftRecord } from './draft-store.ts';

/** Somebody else changed the same things of a plan meanwhile; nothing was written. */
export class PlanConflictError extends InvalidInputError {
  readonly version: number;
  readonly conflicts: readonly PlanConflict[];

  /** @param given version upon which the change was made */
  constructor(draft: DraftRecord, given: number, conflicts: readonly PlanConflict[] = []) {
    const { code, version } = draft;
    const count = conflicts.filter(({ mine }) => mine.length > 0).length;
    super('plan_conflict', `Got a change of version ${given} of plan ${code}, expected of ${version}`, {
      plan: code,
      version,
      given,
      count,
    });
    this.version = version;
    this.conflicts = conflicts;
  }

  /** Code of the sentence: where nobody changed the same things, only the version is told. */
  get sentence(): 'plan_conflict' | 'plan_version' {
    return this.details.count === 0 ? 'plan_version' : 'plan_conflict';
  }
}

/** Commands that do not fit the county, or a plan that cannot come into force; nothing was written. */
export class PlanFaultsError extends InvalidInputError {
  readonly faults: readonly PlanFault[];

  constructor(code: 'plan_commands_refused' | 'plan_not_publishable', faults: readonly PlanFault[]) {
    const kinds = [...new Set(faults.map((fault) => fault.code))].join(', ');
    super(code, `Got commands that cannot be done: ${kinds}`, { count: faults.length });
    this.faults = faults;
  }
}

/** The error of a plan that is not there. */
export const createUnknownPlan = ({ countyCode, code }: DraftKey): NotFoundError =>
  new NotFoundError('plan_not_found', `Got plan ${code}, expected a plan of county ${countyCode}`, {
    plan: code,
    county: countyCode,
  });

/** The error of a plan that can no longer be changed. */
export const createFrozen = (code: string): InvalidInputError =>
  new InvalidInputError('plan_frozen', `Got a change of plan ${code}, expected a draft`, { plan: code });

/**
 * Checks that commands and texts of a draft may be changed.
 *
 * @throws {InvalidInputError} `plan_frozen`, `plan_submitted`
 */
export function checkOpen({ code, status }: DraftRecord): void {
  if (status === 'published') throw createFrozen(code);
  if (status === 'submitted') {
    throw new InvalidInputError('plan_submitted', `Got a change of plan ${code}, expected it withdrawn first`, {
      plan: code,
    });
  }
}

/**
 * Checks that a change was made upon the draft as it is.
 *
 * @param stored all commands of the draft: those changed since the version of the change are told
 * @throws {PlanConflictError} another version
 */
export function checkVersion(draft: DraftRecord, ifVersion: number, stored: readonly StoredCommand[]): void {
  if (ifVersion === draft.version) return;
  const theirs = listChangedSince(stored, ifVersion);
  const conflicts = theirs.length === 0 ? [] : [{ about: draft.code, mine: [], theirs }];
  throw new PlanConflictError(draft, ifVersion, markRemovals(conflicts, stored));
}

/** Conflicts with what the others took out of the draft told apart from what they added. */
export function markRemovals(
  conflicts: readonly PlanConflict[],
  stored: readonly StoredCommand[],
): readonly PlanConflict[] {
  const gone = new Set(stored.filter(({ state }) => state !== 'live').map(({ command }) => command.id));
  return conflicts.map((conflict) => {
    const removed = conflict.theirs.map(({ id }) => id).filter((id) => gone.has(id));
    return removed.length === 0 ? conflict : { ...conflict, removed };
  });
}
