import { type TextKey, type TextValues, text } from '#core/texts/text.ts';
import { useView } from './view-store.ts';

/** The sentences of the screen in the reader's language: `const say = useText(); say('map_targets')`. */
export function useText(): (key: TextKey<'app'>, values?: TextValues) => string {
  const language = useView((view) => view.language);
  return (key, values) => text(language, 'app', key, values);
}
