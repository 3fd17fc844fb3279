import type { AreaLevel } from '#core/county/kinds.ts';
import type { Transaction } from '#server/db/database.ts';
import type { RegisterKey } from './register-parts.ts';

/** A template as it is stored; its spec is parsed by whoever reads it. */
export interface TemplateRecord extends RegisterKey {
  readonly name: string;
  /** Null = for every area. */
  readonly level: AreaLevel | null;
  readonly spec: unknown;
  /** Rises by one with every change. */
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly createdRevision: number;
  readonly changedBy: string;
  readonly changedAt: Date;
  readonly changedRevision: number;
}

interface TemplateRow {
  readonly county_code: string;
  readonly template_id: string;
  readonly name: string;
  readonly level: AreaLevel | null;
  readonly spec: unknown;
  readonly version: number;
  readonly created_by: string;
  readonly created_at: Date;
  readonly created_revision: number;
  readonly changed_by: string;
  readonly changed_at: Date;
  readonly changed_revision: number;
}

/** Templates of a county by name; with a level those of that level and those for every area. */
export async function selectTemplates(
  trx: Transaction,
  countyCode: string,
  level?: AreaLevel,
): Promise<readonly TemplateRecord[]> {
  const query = trx<TemplateRow>('sheet_template').where({ county_code: countyCode });
  if (level !== undefined) query.andWhere((either) => either.where({ level }).orWhereNull('level'));
  const rows: readonly TemplateRow[] = await query.orderByRaw('name COLLATE "C", template_id').select('*');
  return rows.map(toRecord);
}

/** A template; undefined when there is none. */
export async function findTemplate(trx: Transaction, key: RegisterKey): Promise<TemplateRecord | undefined> {
  const row = await trx<TemplateRow>('sheet_template').where(keyOf(key)).first('*');
  return row && toRecord(row as TemplateRow);
}

/** A template that nobody else can change until the transaction ends; undefined when there is none. */
export async function lockTemplate(trx: Transaction, key: RegisterKey): Promise<TemplateRecord | undefined> {
  const row = await trx<TemplateRow>('sheet_template').where(keyOf(key)).forUpdate().first('*');
  return row && toRecord(row as TemplateRow);
}

/** Whether another template of the county bears the name. */
export async function isTemplateName(
  trx: Transaction,
  { countyCode, id }: RegisterKey,
  name: string,
): Promise<boolean> {
  const row = await trx('sheet_template')
    .where({ county_code: countyCode, name })
    .andWhereNot({ template_id: id })
    .first('template_id');
  return row !== undefined;
}

/** Stores a new template. */
export async function insertTemplate(trx: Transaction, template: TemplateRecord): Promise<void> {
  await trx('sheet_template').insert({
    ...keyOf(template),
    name: template.name,
    level: template.level,
    spec: JSON.stringify(template.spec),
    version: template.version,
    created_by: template.createdBy,
    created_at: template.createdAt,
    created_revision: template.createdRevision,
    changed_by: template.changedBy,
    changed_at: template.changedAt,
    changed_revision: template.changedRevision,
  });
}

/** Stores what a template is now. */
export async function updateTemplate(trx: Transaction, template: TemplateRecord): Promise<void> {
  await trx('sheet_template')
    .where(keyOf(template))
    .update({
      name: template.name,
      level: template.level,
      spec: JSON.stringify(template.spec),
      version: template.version,
      changed_by: template.changedBy,
      changed_at: template.changedAt,
      changed_revision: template.changedRevision,
    });
}

/** Removes a template. */
export async function deleteTemplate(trx: Transaction, key: RegisterKey): Promise<void> {
  await trx('sheet_template').where(keyOf(key)).delete();
}

const keyOf = ({ countyCode, id }: RegisterKey) => ({ county_code: countyCode, template_id: id });

const toRecord = (row: TemplateRow): TemplateRecord => ({
  countyCode: row.county_code,
  id: row.template_id,
  name: row.name,
  level: row.level,
  spec: row.spec,
  version: row.version,
  createdBy: row.created_by,
  createdAt: row.created_at,
  createdRevision: row.created_revision,
  changedBy: row.changed_by,
  changedAt: row.changed_at,
  changedRevision: row.changed_revision,
});
