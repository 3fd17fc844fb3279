import { type UseMutationResult, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createTemplate, deleteTemplate, fetchTemplates, patchTemplate } from '#client/api/templates-requests.ts';
import type { TemplateAnswer, TemplateCreate, TemplatePatch } from '#core/api/sheet-register.ts';
import { useRegisterChange, useRegisterQuestion } from './use-sheet-register.ts';

/** What a change of a template touches. */
const LISTS = ['templates'] as const;

/** Templates of the county. */
export function useTemplates(): UseQueryResult<readonly TemplateAnswer[]> {
  const question = useRegisterQuestion();
  return useQuery({
    queryKey: ['templates', question],
    queryFn: ({ signal }) => fetchTemplates(question, signal),
    enabled: question.county !== '',
  });
}

/** Saves a template. */
export const useCreateTemplate = (): UseMutationResult<TemplateAnswer, Error, TemplateCreate> =>
  useRegisterChange(LISTS, createTemplate);

/** Renames a template or gives it another sheet. */
export const usePatchTemplate = (): UseMutationResult<
  TemplateAnswer,
  Error,
  { readonly id: string; readonly patch: TemplatePatch }
> => useRegisterChange(LISTS, (question, { id, patch }) => patchTemplate({ ...question, id }, patch));

/** Removes a template. */
export const useDeleteTemplate = (): UseMutationResult<void, Error, Pick<TemplateAnswer, 'id' | 'version'>> =>
  useRegisterChange(LISTS, (question, { id, version }) => deleteTemplate({ ...question, id, ifVersion: version }));
