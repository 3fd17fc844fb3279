import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';

/** The account of a server without accounts. */
const OWN_ACCOUNT = 'local';

/** Who did something, as people read it. */
export const writeAuthor = (account: string, language: Language): string =>
  account === OWN_ACCOUNT ? text(language, 'plans', 'author_local') : account;

/** `2026-11-23 10:22`: when something was done, in Asia/Shanghai; nothing for what is no time. */
export function writeTime(at: string | null): string {
  const time = new Date(at ?? '');
  if (Number.isNaN(time.getTime())) return '';
  return time
    .toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
    .slice(0, 'YYYY-MM-DD HH:MM'.length);
}

/** `本机，2026-11-23 10:22`. */
export const writeAuthorship = (
  { by, at }: { readonly by: string; readonly at: string | null },
  language: Language,
): string => text(language, 'plans', 'by_at', { by: writeAuthor(by, language), at: writeTime(at) });
