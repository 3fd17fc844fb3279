import { DomainError } from '#core/errors.ts';
import type { Language } from '#core/texts/language.ts';
import { hasText, type TextKey, type TextValues, text } from '#core/texts/text.ts';

/** What the process tells the person who started it: one line each. */
export interface Terminal {
  readonly language: Language;
  say(key: TextKey<'start'>, values?: TextValues): void;
  /** A line that is already a sentence. */
  sayLine(line: string): void;
  /** Says what was done and how long it took since `startedAt` (of `performance.now()`). */
  sayDone(key: TextKey<'start'>, startedAt: number, values?: TextValues): void;
  /** Does a piece of work and says, when it is done, what it was and how long it took. */
  step<T>(key: TextKey<'start'>, work: () => T | Promise<T>, values?: TextValues): Promise<T>;
}

/** A terminal that writes lines with `write`. */
export function createTerminal(language: Language, write: (line: string) => void): Terminal {
  const say = (key: TextKey<'start'>, values: TextValues = {}): void => write(text(language, 'start', key, values));
  const sayDone: Terminal['sayDone'] = (key, startedAt, values = {}) =>
    say('step_seconds', { step: text(language, 'start', key, values), seconds: formatSeconds(startedAt) });
  return {
    language,
    say,
    sayLine: write,
    sayDone,
    async step(key, work, values = {}) {
      const startedAt = performance.now();
      const result = await work();
      sayDone(key, startedAt, values);
      return result;
    },
  };
}

/** Writes a line to the standard output. */
export const writeToStdout = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Seconds since `startedAt` (of `performance.now()`), one decimal. */
export function formatSeconds(startedAt: number): string {
  return ((performance.now() - startedAt) / 1000).toFixed(1);
}

/** One sentence for any failure: the text of its code, or the first line of its message where no text stands: a thread hands on where it failed. */
export function describeFailure(language: Language, error: unknown): string {
  if (error instanceof DomainError) {
    return hasText('errors', error.code) ? text(language, 'errors', error.code, error.details) : error.message;
  }
  const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return text(language, 'start', 'unexpected', { reason });
}
