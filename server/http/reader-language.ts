import type { Request } from 'express';
import { LANGUAGES, type Language } from '#core/texts/language.ts';

/** Language of the reader: the query's `lang`, else Accept-Language, else Chinese. */
export function readLanguage(request: Request): Language {
  const asked = LANGUAGES.find((language) => language === request.query.lang);
  return asked ?? LANGUAGES.find((language) => language === request.acceptsLanguages([...LANGUAGES])) ?? 'zh';
}
