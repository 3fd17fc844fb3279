import {
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import {
  createTemplate,
  deleteTemplate,
  fetchTemplates,
  patchTemplate,
  type RegisterQuestion,
} from '#client/api/templates-requests.ts';
import type { TemplateAnswer, TemplateCreate, TemplatePatch } from '#core/api/sheet-register.ts';
import { useView } from './view-store.ts';

/** The county whose register is open. */
export function useRegisterQuestion(): RegisterQuestion {
  const county = useView((view) => view.area?.slice(0, 6) ?? '');
  const lang = useView((view) => view.language);
  return { county, lang };
}

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
  useTemplateChange(createTemplate);

/** Renames a template or gives it another sheet. */
export const usePatchTemplate = (): UseMutationResult<
  TemplateAnswer,
  Error,
  { readonly id: string; readonly patch: TemplatePatch }
> => useTemplateChange((question, { id, patch }) => patchTemplate({ ...question, id }, patch));

/** Removes a template. */
export const useDeleteTemplate = (): UseMutationResult<void, Error, Pick<TemplateAnswer, 'id' | 'version'>> =>
  useTemplateChange((question, { id, version }) => deleteTemplate({ ...question, id, ifVersion: version }));

function useTemplateChange<Body, Answer>(
  change: (question: RegisterQuestion, body: Body) => Promise<Answer>,
): UseMutationResult<Answer, Error, Body> {
  const question = useRegisterQuestion();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => change(question, body),
    onSettled: () => client.invalidateQueries({ queryKey: ['templates'] }),
  });
}
