import { isDeepStrictEqual } from 'node:util';
import type { SentCommand } from '#core/api/plans.ts';
import type { County } from '#core/county/county.ts';
import type { PlanCommand } from '#core/county/plan.ts';
import { InvalidInputError } from '#core/errors.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { findConflicts } from '#core/planning/find-conflicts.ts';
import { getPlannedCounty } from '#core/planning/planned-county.ts';
import type { Transaction } from '#server/db/database.ts';
import {
  dropUndone,
  insertCommands,
  listChangedSince,
  listLive,
  type StoredCommand,
  selectStoredCommands,
} from './command-store.ts';
import { type DraftKey, type DraftRecord, lockDraft, recordAction } from './draft-store.ts';
import { listForbiddenPlaces } from './forbidden-places.ts';
import { listForeignCodes } from './foreign-codes.ts';
import { checkOpen, createUnknownPlan, markRemovals, PlanConflictError, PlanFaultsError } from './plan-errors.ts';
import type { PlanParts } from './plan-parts.ts';
import type { PlannedDraft } from './planned-drafts.ts';

/** Most commands that a plan ever has, with those taken out. */
const MOST_STORED = 50_000;

/** Commands to be added, and the version they were made upon. */
export interface AppendRequest {
  readonly ifVersion: number;
  readonly commands: readonly SentCommand[];
}

/**
 * Adds commands to a draft. Those that touch nothing which was changed since `ifVersion` come after what is there; commands that the draft has
 * already (a request sent again) are passed over. All or nothing.
 *
 * @throws {NotFoundError} `plan_not_found`
 * @throws {PlanConflictError} others changed the same things
 * @throws {PlanFaultsError} a command does not fit the county as the draft leaves it
 * @throws {InvalidInputError} `plan_frozen`, `plan_submitted`, `plan_command_taken`, `plan_too_long`
 */
export async function appendCommands(parts: PlanParts, key: DraftKey, request: AppendRequest): Promise<void> {
  const county = await parts.getCounty(key.countyCode);
  const added = await parts.db.write((trx) => store(trx, { parts, key, request, county }));
  if (added) parts.drafts.keep(county, added.draft, added.planned);
}

interface Appending {
  readonly parts: PlanParts;
  readonly key: DraftKey;
  readonly request: AppendRequest;
  readonly county: County;
}

async function store(
  trx: Transaction,
  { parts, key, request, county }: Appending,
): Promise<{ readonly draft: DraftRecord; readonly planned: PlannedDraft } | undefined> {
  const draft = await lockDraft(trx, key);
  if (draft === undefined) throw createUnknownPlan(key);
  const stored = await selectStoredCommands(trx, key);
  const at = parts.now();
  const mine = listFresh(stored, request.commands).map((command) => stamp(command, parts.account, at));
  if (mine.length === 0) return undefined;
  checkOpen(draft);
  checkLength(draft, stored.length + mine.length);
  refuseConflicts(draft, mine, { stored, ifVersion: request.ifVersion });
  const live = listLive(stored);
  refuseFaults(county, mine, { plan: draft.code, before: parts.drafts.get(county, draft, live) });
  // the list as a whole, as whoever reads it applies it: what is moved away and back in two steps is where it was
  const planned = getPlannedCounty(county).withDraft(draft.basedOn, [...live, ...mine]);
  const version = draft.version + 1;
  const first = (stored.at(-1)?.position ?? -1) + 1;
  const commands = mine.map((command, i) => ({
    command,
    position: first + i,
    state: 'live' as const,
    changedVersion: version,
  }));
  await dropUndone(trx, key);
  await insertCommands(trx, key, commands);
  const commandIds = mine.map(({ id }) => id);
  await recordAction(trx, key, { version, action: 'added', by: parts.account, at, commandIds });
  return { draft: { ...draft, version }, planned };
}

/**
 * The commands that the draft does not have yet, each once.
 *
 * @throws {InvalidInputError} `plan_command_taken`: a number that stands for something else
 */
function listFresh(stored: readonly StoredCommand[], sent: readonly SentCommand[]): readonly SentCommand[] {
  const known = new Map<string, Pick<SentCommand, 'kind' | 'input'>>(
    stored.map(({ command }) => [command.id, command]),
  );
  return sent.filter((command) => {
    const same = known.get(command.id);
    if (same === undefined) {
      known.set(command.id, command);
      return true;
    }
    if (same.kind === command.kind && isDeepStrictEqual(same.input, command.input)) return false;
    throw new InvalidInputError('plan_command_taken', `Got another command with the id ${command.id}`, {
      id: command.id,
    });
  });
}

const stamp = (command: SentCommand, by: string, at: Date): PlanCommand => ({
  ...command,
  by,
  at: at.toISOString(),
});

function checkLength({ code }: DraftRecord, count: number): void {
  if (count <= MOST_STORED) return;
  throw new InvalidInputError('plan_too_long', `Got ${count} commands, expected at most ${MOST_STORED}`, {
    plan: code,
    count,
    most: MOST_STORED,
  });
}

function refuseConflicts(
  draft: DraftRecord,
  mine: readonly PlanCommand[],
  { stored, ifVersion }: { readonly stored: readonly StoredCommand[]; readonly ifVersion: number },
): void {
  if (ifVersion > draft.version) throw new PlanConflictError(draft, ifVersion);
  const theirs = listChangedSince(stored, ifVersion);
  const conflicts = theirs.length === 0 ? [] : findConflicts(mine, theirs);
  if (conflicts.length > 0) throw new PlanConflictError(draft, ifVersion, markRemovals(conflicts, stored));
}

/** @throws {PlanFaultsError} a new command cannot be done in the county as the draft leaves it, or places something where that is forbidden */
function refuseFaults(
  rows: County,
  mine: readonly PlanCommand[],
  { plan, before }: { readonly plan: string; readonly before: PlannedDraft },
): void {
  const { county, faults: undone } = applyCommands(before.county, mine, { onFault: 'skip' });
  const faults = [...listForeignCodes(plan, mine), ...undone, ...listForbiddenPlaces(rows, county, mine)];
  if (faults.length > 0) throw new PlanFaultsError('plan_commands_refused', faults);
}
