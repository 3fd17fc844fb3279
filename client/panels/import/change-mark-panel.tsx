import { CHANGE_LOOKS } from '#client/state/import-difference-look.ts';
import type { ChangeKind } from '#client/state/import-view.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { PALETTES } from '#core/cartography/palettes.ts';

/** What becomes of a thing: sign, colour and word, the same as on the map. */
export function ChangeMarkPanel({ kind }: { readonly kind: ChangeKind }) {
  const say = useTopic('importRoom');
  const theme = useView((view) => view.theme);
  const { color, sign } = CHANGE_LOOKS[kind];
  return (
    <span className="change-mark">
      <i aria-hidden="true" style={{ color: PALETTES[theme][color] }}>
        {sign}
      </i>
      {say(`change_${kind}`)}
    </span>
  );
}
