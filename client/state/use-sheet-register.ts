import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { RegisterQuestion } from '#client/api/templates-requests.ts';
import { useView } from './view-store.ts';

/** The county whose register is open. */
export function useRegisterQuestion(): RegisterQuestion {
  const county = useView((view) => view.area?.slice(0, 6) ?? '');
  const lang = useView((view) => view.language);
  return { county, lang };
}

/** A change of the register, after which the lists of these names are read anew. */
export function useRegisterChange<Body, Answer>(
  lists: readonly string[],
  change: (question: RegisterQuestion, body: Body) => Promise<Answer>,
): UseMutationResult<Answer, Error, Body> {
  const question = useRegisterQuestion();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Body) => change(question, body),
    onSettled: () => Promise.all(lists.map((list) => client.invalidateQueries({ queryKey: [list] }))),
  });
}
