import { type UseMutationResult, type UseQueryResult, useQuery } from '@tanstack/react-query';
import {
  createImportTemplate,
  deleteImportTemplate,
  fetchImportTemplates,
  type ImportTemplateCreate,
} from '#client/api/import-templates-requests.ts';
import type { ImportTemplate } from '#core/api/import-records.ts';
import { useRegisterChange, useRegisterQuestion } from './use-sheet-register.ts';

const LISTS = ['import-templates'] as const;

/** Kept mappings of the county. */
export function useImportTemplates(): UseQueryResult<readonly ImportTemplate[]> {
  const question = useRegisterQuestion();
  return useQuery({
    queryKey: ['import-templates', question],
    queryFn: ({ signal }) => fetchImportTemplates(question, signal),
    enabled: question.county !== '',
  });
}

/** Keeps a mapping. */
export const useCreateImportTemplate = (): UseMutationResult<ImportTemplate, Error, ImportTemplateCreate> =>
  useRegisterChange(LISTS, createImportTemplate);

/** Gives a kept mapping up. */
export const useDeleteImportTemplate = (): UseMutationResult<void, Error, string> =>
  useRegisterChange(LISTS, deleteImportTemplate);
