import type { Language } from '../../texts/language.ts';
import { type TextKey, type TextValues, text } from '../../texts/text.ts';

/** A sentence of the topic `atlas`. */
export type SayAtlas = (key: TextKey<'atlas'>, values?: TextValues) => string;

/** The sentences of a language. */
export const createSayAtlas =
  (language: Language): SayAtlas =>
  (key, values = {}) =>
    text(language, 'atlas', key, values);
