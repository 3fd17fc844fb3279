/** Languages that people read; Chinese is the default. */
export type Language = 'zh' | 'en';

/** Every language, the default first. */
export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** A name or sentence in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}
