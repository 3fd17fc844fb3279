import { BATCH_KINDS, type BatchKind, useBatchStore } from '#client/state/sheet-batch-store.ts';
import { useSheetWish } from '#client/state/use-sheet-wish.ts';
import { useTopic } from '#client/state/use-text.ts';
import { Pick } from '#client/ui/pick.tsx';
import { AtlasPanel } from './atlas-panel.tsx';
import { BatchSheetsPanel } from './batch-sheets-panel.tsx';
import { TilesPanel } from './tiles-panel.tsx';

const FORMS: Readonly<Record<BatchKind, () => React.ReactNode>> = {
  sheets: () => <BatchSheetsPanel />,
  atlas: () => <AtlasPanel />,
  tiles: () => <TilesPanel />,
};

/** Many sheets at once, a book, or a large sheet on small pages. */
export function BatchPanel() {
  const say = useTopic('sheetRoom');
  const kind = useBatchStore((store) => store.kind);
  const setKind = useBatchStore((store) => store.setKind);
  const { wish } = useSheetWish();
  return (
    <section className="room-page" aria-label={say('tab_batch')}>
      <Pick
        label={say('batch_kind')}
        value={kind}
        options={BATCH_KINDS.map((value) => ({ value, label: say(`batch_${value}`) }))}
        onPick={setKind}
      />
      <p className="room-note">
        {say(`batch_${kind}_note`)} {say('batch_shared', { edition: say(`edition_${wish.edition}`) })}
      </p>
      {FORMS[kind]()}
    </section>
  );
}
