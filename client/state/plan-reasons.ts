import { RequestError } from '#client/api/problem.ts';
import { planRefusalSchema } from '#core/api/plans.ts';
import type { Language } from '#core/texts/language.ts';
import { describeError } from './error-words.ts';

/** Every reason why a plan was refused, a sentence each; the sentence of the failure where it tells no more. */
export function listPlanReasons(error: unknown, language: Language): readonly string[] {
  const refusal = planRefusalSchema.safeParse(error instanceof RequestError ? error.body : null);
  const sentences = refusal.success ? refusal.data.errors.map(({ text }) => text) : [];
  return sentences.length > 1 ? [...new Set(sentences)] : [describeError(error, language)];
}
