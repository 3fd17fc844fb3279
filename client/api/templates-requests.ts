import {
  type TemplateAnswer,
  type TemplateCreate,
  type TemplatePatch,
  templateListSchema,
  templateSchema,
} from '#core/api/sheet-register.ts';
import { formatAddress, requestJson, sendJson } from './request.ts';

/** A county whose register is asked for. */
export interface RegisterQuestion {
  readonly county: string;
  readonly lang: string;
}

const listAddress = ({ county }: RegisterQuestion): string => `/api/counties/${county}/sheet-templates`;

/** Templates of sheets by name. */
export const fetchTemplates = async (
  question: RegisterQuestion,
  signal?: AbortSignal,
): Promise<readonly TemplateAnswer[]> =>
  (await requestJson(templateListSchema, formatAddress(listAddress(question), { lang: question.lang }), signal)).items;

/** Saves a template. */
export const createTemplate = (question: RegisterQuestion, body: TemplateCreate): Promise<TemplateAnswer> =>
  sendJson(templateSchema, formatAddress(listAddress(question), { lang: question.lang }), { method: 'POST', body });

/** Changes a template. */
export const patchTemplate = (
  question: RegisterQuestion & { readonly id: string },
  body: TemplatePatch,
): Promise<TemplateAnswer> =>
  sendJson(templateSchema, formatAddress(`${listAddress(question)}/${question.id}`, { lang: question.lang }), {
    method: 'PATCH',
    body,
  });

/** Removes a template as its reader knows it. */
export const deleteTemplate = async (
  question: RegisterQuestion & { readonly id: string; readonly ifVersion: number },
): Promise<void> => {
  const { lang, ifVersion } = question;
  const address = formatAddress(`${listAddress(question)}/${question.id}`, { lang, ifVersion });
  await sendJson(templateListSchema, address, { method: 'DELETE' });
};
