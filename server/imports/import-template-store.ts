import type { ImportTemplate } from '#core/api/import-records.ts';
import type { Transaction } from '#server/db/database.ts';

/** Templates of a county, by name. */
export async function listTemplates(trx: Transaction, countyCode: string): Promise<readonly ImportTemplate[]> {
  const rows: readonly { readonly template: ImportTemplate }[] = await trx('import_template')
    .where({ county_code: countyCode })
    .select('template');
  return rows
    .map(({ template }) => template)
    .sort((a, b) => a.name.localeCompare(b.name, 'zh') || (a.id < b.id ? -1 : 1));
}

/** Keeps a template; one of the same name is replaced and keeps its id. */
export async function keepTemplate(
  trx: Transaction,
  {
    countyCode,
    account,
    template,
  }: { readonly countyCode: string; readonly account: string; readonly template: ImportTemplate },
): Promise<ImportTemplate> {
  const known = await trx('import_template')
    .where({ county_code: countyCode, name: template.name })
    .forUpdate()
    .first('template_id');
  const kept = { ...template, id: known?.template_id ?? template.id };
  const written = { template: JSON.stringify(kept), changed_by: account, changed_at: new Date() };
  if (known === undefined)
    await trx('import_template').insert({
      county_code: countyCode,
      template_id: kept.id,
      name: kept.name,
      ...written,
    });
  else await trx('import_template').where({ county_code: countyCode, template_id: kept.id }).update(written);
  return kept;
}

/** Forgets a template. @returns whether there was one */
export async function deleteTemplate(trx: Transaction, countyCode: string, id: string): Promise<boolean> {
  return (await trx('import_template').where({ county_code: countyCode, template_id: id }).delete()) > 0;
}
