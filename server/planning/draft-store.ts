import type { PlanHistory } from '#core/api/plans.ts';
import type { Transaction } from '#server/db/database.ts';

/** A draft of a county. */
export interface DraftKey {
  readonly countyCode: string;
  readonly code: string;
}

/** A draft without its commands; it stays, frozen, when it was published. */
export interface DraftRecord extends DraftKey {
  readonly name: string;
  readonly nameEn: string;
  readonly description: string;
  readonly owner: string;
  readonly status: 'draft' | 'submitted' | 'published';
  /** The plan in force under it. */
  readonly basedOn: string | null;
  /** Data revision at which it was begun or last put over another plan. */
  readonly baseRevision: number;
  /** Rises by one with every change. */
  readonly version: number;
  readonly changedBy: string;
  readonly changedAt: Date;
}

/** A draft with the numbers of its commands that are in force and that can be redone. */
export interface DraftOverview extends DraftRecord {
  readonly commandCount: number;
  readonly undoneCount: number;
}

/** What was done to a draft, by whom. */
export interface DraftAction {
  readonly version: number;
  readonly action: PlanHistory['items'][number]['action'];
  readonly by: string;
  readonly at: Date;
  readonly commandIds: readonly string[];
}

interface DraftRow {
  readonly county_code: string;
  readonly code: string;
  readonly name: string;
  readonly name_en: string;
  readonly description: string;
  readonly owner: string;
  readonly status: DraftRecord['status'];
  readonly based_on: string | null;
  readonly base_revision: number;
  readonly version: number;
  readonly changed_by: string;
  readonly changed_at: Date;
}

/** Every draft of a county, published ones too, by code. */
export async function listDrafts(trx: Transaction, countyCode: string): Promise<readonly DraftOverview[]> {
  return selectOverviews(trx, { county_code: countyCode });
}

/** A draft with its numbers; undefined when there is none. */
export async function findOverview(trx: Transaction, key: DraftKey): Promise<DraftOverview | undefined> {
  return (await selectOverviews(trx, keyOf(key)))[0];
}

/** A draft that nobody else can change until the transaction ends; undefined when there is none. */
export async function lockDraft(trx: Transaction, key: DraftKey): Promise<DraftRecord | undefined> {
  const row = await trx<DraftRow>('plan_draft').where(keyOf(key)).forUpdate().first('*');
  return row && toRecord(row as DraftRow);
}

/** Stores a new draft at version 1. */
export async function insertDraft(
  trx: Transaction,
  draft: Omit<DraftRecord, 'version' | 'status'> & { readonly changedAt: Date },
): Promise<void> {
  await trx('plan_draft').insert({
    ...keyOf(draft),
    name: draft.name,
    name_en: draft.nameEn,
    description: draft.description,
    owner: draft.owner,
    status: 'draft',
    based_on: draft.basedOn,
    base_revision: draft.baseRevision,
    version: 1,
    created_by: draft.changedBy,
    created_at: draft.changedAt,
    changed_by: draft.changedBy,
    changed_at: draft.changedAt,
  });
}

/** What a change may set of a draft. */
export type DraftChange = Partial<
  Pick<DraftRecord, 'name' | 'nameEn' | 'description' | 'owner' | 'status' | 'basedOn' | 'baseRevision'>
>;

const COLUMN_NAMES = {
  name: 'name',
  nameEn: 'name_en',
  description: 'description',
  owner: 'owner',
  status: 'status',
  basedOn: 'based_on',
  baseRevision: 'base_revision',
} as const satisfies Record<keyof DraftChange, string>;

/** Raises the version of a draft, sets what is given, and writes it into its history. */
export async function recordAction(
  trx: Transaction,
  key: DraftKey,
  action: DraftAction,
  change: DraftChange = {},
): Promise<void> {
  const columns = Object.entries(change).map(([property, value]) => [
    COLUMN_NAMES[property as keyof DraftChange],
    value,
  ]);
  await trx('plan_draft')
    .where(keyOf(key))
    .update({
      ...Object.fromEntries(columns),
      version: action.version,
      changed_by: action.by,
      changed_at: action.at,
    });
  await insertAction(trx, key, action);
}

/** Writes an action into the history of a draft. */
export async function insertAction(trx: Transaction, key: DraftKey, action: DraftAction): Promise<void> {
  await trx('draft_history').insert({
    county_code: key.countyCode,
    plan_code: key.code,
    version: action.version,
    action: action.action,
    done_by: action.by,
    done_at: action.at,
    command_ids: [...action.commandIds],
  });
}

/** What was done to a draft, newest first. */
export async function selectActions(trx: Transaction, key: DraftKey): Promise<readonly DraftAction[]> {
  const rows: readonly {
    readonly version: number;
    readonly action: DraftAction['action'];
    readonly done_by: string;
    readonly done_at: Date;
    readonly command_ids: string[];
  }[] = await trx('draft_history')
    .where({ county_code: key.countyCode, plan_code: key.code })
    .orderBy('version', 'desc')
    .select('*');
  return rows.map((row) => ({
    version: row.version,
    action: row.action,
    by: row.done_by,
    at: row.done_at,
    commandIds: row.command_ids,
  }));
}

/** Removes a draft with its commands and its history. */
export async function deleteDraft(trx: Transaction, key: DraftKey): Promise<void> {
  const parts = { county_code: key.countyCode, plan_code: key.code };
  await trx('draft_history').where(parts).delete();
  await trx('draft_command').where(parts).delete();
  await trx('plan_draft').where(keyOf(key)).delete();
}

async function selectOverviews(
  trx: Transaction,
  where: { readonly county_code: string; readonly code?: string },
): Promise<readonly DraftOverview[]> {
  const rows: readonly (DraftRow & { readonly live_count: string; readonly undone_count: string })[] = await trx(
    'plan_draft',
  )
    .where(where)
    .orderBy('code')
    .select('*', countCommands(trx, 'live'), countCommands(trx, 'undone'));
  return rows.map((row) => ({
    ...toRecord(row),
    commandCount: Number(row.live_count),
    undoneCount: Number(row.undone_count),
  }));
}

const countCommands = (trx: Transaction, state: 'live' | 'undone') =>
  trx.raw(
    `(SELECT count(*) FROM draft_command command WHERE command.county_code = plan_draft.county_code
      AND command.plan_code = plan_draft.code AND command.state = ?) AS ??`,
    [state, `${state}_count`],
  );

const keyOf = ({ countyCode, code }: DraftKey) => ({ county_code: countyCode, code });

const toRecord = (row: DraftRow): DraftRecord => ({
  countyCode: row.county_code,
  code: row.code,
  name: row.name,
  nameEn: row.name_en,
  description: row.description,
  owner: row.owner,
  status: row.status,
  basedOn: row.based_on,
  baseRevision: row.base_revision,
  version: row.version,
  changedBy: row.changed_by,
  changedAt: row.changed_at,
});
