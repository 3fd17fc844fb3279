import type { z } from 'zod';
import { type ImportTemplate, importTemplateListSchema, importTemplateSchema } from '#core/api/import-records.ts';
import { formatAddress, requestAnswer, requestJson, sendJson } from './request.ts';
import type { RegisterQuestion } from './templates-requests.ts';

/** A template as it is sent: its id is given by the server. */
export type ImportTemplateCreate = Omit<z.input<typeof importTemplateSchema>, 'id'>;

const templatesAddress = ({ county, lang }: RegisterQuestion, part = ''): string =>
  formatAddress(`/api/import-templates${part}`, { county, lang });

/** Kept mappings of a county, by name. */
export const fetchImportTemplates = async (
  question: RegisterQuestion,
  signal?: AbortSignal,
): Promise<readonly ImportTemplate[]> =>
  (await requestJson(importTemplateListSchema, templatesAddress(question), signal)).items;

/** Keeps a mapping for the next ledger of its kind. */
export const createImportTemplate = (question: RegisterQuestion, body: ImportTemplateCreate): Promise<ImportTemplate> =>
  sendJson(importTemplateSchema, templatesAddress(question), { method: 'POST', body });

/** Gives up a template. */
export const deleteImportTemplate = async (question: RegisterQuestion, id: string): Promise<void> => {
  await requestAnswer(templatesAddress(question, `/${id}`), { method: 'DELETE' });
};
