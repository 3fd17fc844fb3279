import type { TemplateCreate, TemplatePatch } from '#core/api/sheet-register.ts';
import type { AreaLevel } from '#core/county/kinds.ts';
import { InvalidInputError } from '#core/errors.ts';
import type { Transaction } from '#server/db/database.ts';
import { checkRegisterVersion, createUnknown } from './register-errors.ts';
import type { RegisterKey, RegisterParts } from './register-parts.ts';
import {
  deleteTemplate,
  findTemplate,
  insertTemplate,
  isTemplateName,
  lockTemplate,
  selectTemplates,
  type TemplateRecord,
  updateTemplate,
} from './template-store.ts';

/**
 * Templates of sheets, for every area or for those of one level. Every change says upon which version it was made. All reject with `unknown_county`,
 * `unknown_template`; changes with `template_changed`, `template_name_taken`.
 */
export interface TemplateService {
  list(countyCode: string, level?: AreaLevel): Promise<readonly TemplateRecord[]>;
  get(key: RegisterKey): Promise<TemplateRecord>;
  create(countyCode: string, asked: TemplateCreate): Promise<TemplateRecord>;
  patch(key: RegisterKey, patch: TemplatePatch): Promise<TemplateRecord>;
  remove(key: RegisterKey, ifVersion: number): Promise<void>;
}

/** Creates the service over one database. */
export function createTemplateService(parts: RegisterParts): TemplateService {
  const { db, getCounty, account, now, createId } = parts;
  return {
    async list(countyCode, level) {
      await getCounty(countyCode);
      return db.read((trx) => selectTemplates(trx, countyCode, level));
    },
    async get(key) {
      await getCounty(key.countyCode);
      const template = await db.read((trx) => findTemplate(trx, key));
      if (template === undefined) throw createUnknown('unknown_template', key);
      return template;
    },
    async create(countyCode, { name, level, spec }) {
      const { revision } = await getCounty(countyCode);
      const [by, at] = [account, now()];
      const created = { createdBy: by, createdAt: at, createdRevision: revision };
      const changed = { changedBy: by, changedAt: at, changedRevision: revision };
      const template = { countyCode, id: createId(), name, level, spec, version: 1, ...created, ...changed };
      await db.write(async (trx) => {
        await checkName(trx, template, name);
        await insertTemplate(trx, template);
      });
      return template;
    },
    async patch(key, { ifVersion, ...patch }) {
      const { revision } = await getCounty(key.countyCode);
      return db.write(async (trx) => {
        const template = await getLocked(trx, key, ifVersion);
        const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
        const next: TemplateRecord = {
          ...template,
          ...given,
          version: template.version + 1,
          changedBy: account,
          changedAt: now(),
          changedRevision: revision,
        };
        await checkName(trx, key, next.name);
        await updateTemplate(trx, next);
        return next;
      });
    },
    async remove(key, ifVersion) {
      await getCounty(key.countyCode);
      await db.write(async (trx) => {
        await getLocked(trx, key, ifVersion);
        await deleteTemplate(trx, key);
      });
    },
  };
}

async function getLocked(trx: Transaction, key: RegisterKey, ifVersion: number): Promise<TemplateRecord> {
  const template = await lockTemplate(trx, key);
  if (template === undefined) throw createUnknown('unknown_template', key);
  checkRegisterVersion('template_changed', template, ifVersion);
  return template;
}

async function checkName(trx: Transaction, key: RegisterKey, name: string): Promise<void> {
  // one at a time, so that two people who save at once cannot take the same name
  await trx.raw('LOCK TABLE sheet_template IN SHARE ROW EXCLUSIVE MODE');
  if (!(await isTemplateName(trx, key, name))) return;
  throw new InvalidInputError('template_name_taken', `Got name ${name}, expected one that no other template has`, {
    name,
  });
}
