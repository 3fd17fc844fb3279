import { RequestError } from '#client/api/problem.ts';
import type { Language } from '#core/texts/language.ts';
import { hasText, text } from '#core/texts/text.ts';

/** What the reader is told about a failure: the server's own sentence, or ours for its code. */
export function describeError(error: unknown, language: Language): string {
  if (!(error instanceof RequestError)) return text(language, 'app', 'error_unknown');
  if (error.sentence) return error.sentence;
  const key = `error_${error.code}`;
  return text(language, 'app', hasText('app', key) ? key : 'error_unknown');
}
