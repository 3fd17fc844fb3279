import { randomBytes } from 'node:crypto';
import type { ImportTemplate } from '#core/api/import-records.ts';
import { NotFoundError } from '#core/errors.ts';
import type { ImportDeskParts } from './import-desk-parts.ts';
import { deleteTemplate, keepTemplate, listTemplates } from './import-template-store.ts';

/** Mappings that are kept for the next ledger of their kind. */
export interface ImportTemplates {
  /** By name. @throws {NotFoundError} `unknown_county` */
  list(countyCode: string): Promise<readonly ImportTemplate[]>;
  /** One of the same name is replaced. @throws {NotFoundError} `unknown_county` */
  keep(countyCode: string, template: Omit<ImportTemplate, 'id'>): Promise<ImportTemplate>;
  /** @throws {NotFoundError} `unknown_import_template` */
  remove(countyCode: string, id: string): Promise<void>;
}

/** Creates the templates over one database. */
export const createImportTemplates = ({
  db,
  account,
  getCounty,
}: Pick<ImportDeskParts, 'db' | 'account' | 'getCounty'>): ImportTemplates => ({
  async list(countyCode) {
    await getCounty(countyCode);
    return db.read((trx) => listTemplates(trx, countyCode));
  },
  async keep(countyCode, template) {
    await getCounty(countyCode);
    const id = randomBytes(8).toString('hex');
    return db.write((trx) => keepTemplate(trx, { countyCode, account, template: { ...template, id } }));
  },
  async remove(countyCode, id) {
    if (!(await db.write((trx) => deleteTemplate(trx, countyCode, id))))
      throw new NotFoundError('unknown_import_template', 'Got no such template', { id });
  },
});
