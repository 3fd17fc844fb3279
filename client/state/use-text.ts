import { type TextKey, type TextValues, type Topic, text } from '#core/texts/text.ts';
import { useView } from './view-store.ts';

/** The sentences of the screen in the reader's language: `const say = useText(); say('map_targets')`. */
export const useText = (): ((key: TextKey<'app'>, values?: TextValues) => string) => useTopic('app');

/** The sentences of another topic: `const say = useTopic('tools'); say('measure')`. */
export function useTopic<T extends Topic>(topic: T): (key: TextKey<T>, values?: TextValues) => string {
  const language = useView((view) => view.language);
  return (key, values) => text(language, topic, key, values);
}
