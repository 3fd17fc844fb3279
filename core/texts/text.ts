import { en } from './en/index.ts';
import type { Language } from './language.ts';
import { zh } from './zh/index.ts';

/** Values for the `{name}` placeholders of a sentence. */
export type TextValues = Readonly<Record<string, string | number>>;

/** A topic of sentences: one file in `zh/` and one in `en/` with the same keys. */
export type Topic = keyof typeof zh;

/** The keys of one topic; Chinese decides, English must have the same (checked by the compiler). */
export type TextKey<T extends Topic> = keyof (typeof zh)[T] & string;

/**
 * The sentence `key` of `topic`, placeholders filled; a placeholder without a value stays visible as `{name}`.
 *
 * @example text('en', 'errors', 'unknown_area', { code: '529999' })
 */
export function text<T extends Topic>(language: Language, topic: T, key: TextKey<T>, values: TextValues = {}): string {
  const table: Record<string, string> = language === 'zh' ? zh[topic] : en[topic];
  return fillText(table[key] ?? key, values);
}

/** Whether `topic` has a sentence of that key: for keys that come from data, such as error codes. */
export function hasText<T extends Topic>(topic: T, key: string): key is TextKey<T> {
  return Object.hasOwn(zh[topic], key);
}

/** Replaces each `{name}` by its value. */
export function fillText(template: string, values: TextValues): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
