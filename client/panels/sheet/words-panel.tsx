import { useMapDefinition } from '#client/state/use-map-definition.ts';
import { useSheetWish } from '#client/state/use-sheet-wish.ts';
import { useTopic } from '#client/state/use-text.ts';
import { SettledField } from '#client/ui/settled-field.tsx';

/** Own title, own notes, who signs. */
export function WordsPanel() {
  const say = useTopic('sheetRoom');
  const { wish, chooseOptions } = useSheetWish();
  const usual = useMapDefinition().data?.title ?? '';
  const { title, notes, signatures } = wish.options;
  return (
    <section className="room-section" aria-label={say('words')}>
      <SettledField
        id="sheet-title"
        label={say('title')}
        value={title ?? ''}
        placeholder={usual}
        onSettle={(typed) => chooseOptions({ title: typed.trim() || null })}
      />
      <p className="room-note">{say('title_hint')}</p>
      <SettledField
        id="sheet-notes"
        label={say('notes')}
        value={notes ?? ''}
        lines={3}
        most={2000}
        onSettle={(typed) => chooseOptions({ notes: typed.trim() || null })}
      />
      <SettledField
        label={say('signatures')}
        value={signatures.join('\n')}
        placeholder={say('signatures_usual')}
        lines={3}
        most={400}
        onSettle={(typed) => chooseOptions({ signatures: listSignatures(typed) })}
      />
      <p className="room-note">{say('signatures_hint')}</p>
    </section>
  );
}

/** Most lines for signatures that the address takes. */
const MOST_SIGNATURES = 8;

const listSignatures = (typed: string): string[] =>
  typed
    .split('\n')
    .map((name) => name.trim().slice(0, 40))
    .filter((name) => name !== '')
    .slice(0, MOST_SIGNATURES);
