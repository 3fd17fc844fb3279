import type { PlanCommand } from '#core/county/plan.ts';
import type { Transaction } from '#server/db/database.ts';
import type { DraftKey } from './draft-store.ts';

/** `live`: in force in the draft; `undone`: can be redone; `dropped`: was undone before something new came, and is only remembered. */
export type CommandState = 'live' | 'undone' | 'dropped';

/** A command of a draft and what became of it. */
export interface StoredCommand {
  readonly command: PlanCommand;
  /** Its place in the order of all commands that the draft ever had. */
  readonly position: number;
  readonly state: CommandState;
  /** Version that added it, took it out or brought it back last. */
  readonly changedVersion: number;
}

interface CommandRow {
  readonly command_id: string;
  readonly position: number;
  readonly kind: string;
  readonly input: unknown;
  readonly batch: string | null;
  readonly commanded_by: string;
  readonly commanded_at: string;
  readonly state: CommandState;
  readonly changed_version: number;
}

/** Every command that a draft ever had, in order. */
export async function selectStoredCommands(trx: Transaction, key: DraftKey): Promise<readonly StoredCommand[]> {
  const rows: readonly CommandRow[] = await trx('draft_command')
    .where(keyOf(key))
    .orderBy('position')
    .select(
      'command_id',
      'position',
      'kind',
      'input',
      'batch',
      'commanded_by',
      'commanded_at',
      'state',
      'changed_version',
    );
  return rows.map(toStoredCommand);
}

/** The commands that are in force, in order. */
export const listLive = (commands: readonly StoredCommand[]): readonly PlanCommand[] =>
  commands.filter(({ state }) => state === 'live').map(({ command }) => command);

/** Commands that were added, taken out or brought back after a version. */
export const listChangedSince = (stored: readonly StoredCommand[], version: number): readonly PlanCommand[] =>
  stored.filter(({ changedVersion }) => changedVersion > version).map(({ command }) => command);

/** Adds commands behind all others. They travel as one JSON value, because a solver proposes thousands at once. */
export async function insertCommands(
  trx: Transaction,
  key: DraftKey,
  commands: readonly StoredCommand[],
): Promise<void> {
  const records = commands.map(({ command, position, state, changedVersion }) => ({
    county_code: key.countyCode,
    plan_code: key.code,
    command_id: command.id,
    position,
    kind: command.kind,
    input: command.input,
    batch: command.batch ?? null,
    commanded_by: command.by,
    commanded_at: command.at,
    state,
    changed_version: changedVersion,
  }));
  if (records.length === 0) return;
  await trx.raw('INSERT INTO draft_command SELECT * FROM json_populate_recordset(NULL::draft_command, ?::json)', [
    JSON.stringify(records),
  ]);
}

/** Takes commands out or brings them back, as of a version. */
export async function setCommandState(
  trx: Transaction,
  key: DraftKey,
  change: { readonly ids: readonly string[]; readonly state: CommandState; readonly version: number },
): Promise<void> {
  await trx('draft_command')
    .where(keyOf(key))
    .whereRaw('command_id = ANY (?)', [[...change.ids]])
    .update({ state: change.state, changed_version: change.version });
}

/** What was undone can no longer be redone. */
export async function dropUndone(trx: Transaction, key: DraftKey): Promise<void> {
  await trx('draft_command')
    .where({ ...keyOf(key), state: 'undone' })
    .update({ state: 'dropped' });
}

const keyOf = ({ countyCode, code }: DraftKey) => ({ county_code: countyCode, plan_code: code });

const toStoredCommand = (row: CommandRow): StoredCommand => ({
  // kind and input were checked together when the command came
  command: {
    id: row.command_id,
    by: row.commanded_by,
    at: row.commanded_at,
    ...(row.batch !== null && { batch: row.batch }),
    kind: row.kind,
    input: row.input,
  } as PlanCommand,
  position: row.position,
  state: row.state,
  changedVersion: row.changed_version,
});
