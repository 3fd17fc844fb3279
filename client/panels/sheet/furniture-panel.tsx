import { listFurniture, nameFurniture } from '#client/state/sheet-furniture.ts';
import { isShown, moveFurniture, switchFurniture } from '#client/state/sheet-wish.ts';
import { useMapDefinition } from '#client/state/use-map-definition.ts';
import { useSheetWish } from '#client/state/use-sheet-wish.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { LabelledCheck } from '#client/ui/labelled-check.tsx';
import { INSET_IDS, INSET_PLACES, type InsetId } from '#core/cartography/sheet/sheet-spec.ts';

const AUTO = 'auto';

/** What stands on the sheet, and where; the same can be done by dragging on the preview. */
export function FurniturePanel() {
  const say = useTopic('sheetRoom');
  const language = useView((view) => view.language);
  const { wish, choose } = useSheetWish();
  const tables = useMapDefinition().data?.tables ?? [];
  const items = listFurniture({ tables, wish });
  return (
    <section className="room-section" aria-label={say('furniture')}>
      <p className="room-note">{say('furniture_hint')}</p>
      <ul className="furniture">
        {items.map((id) => {
          const inset = INSET_IDS.find((each) => each === id);
          return (
            <li key={id}>
              <LabelledCheck
                label={nameFurniture(id, language)}
                isOn={isShown(wish, id)}
                onTurn={(isOn) => choose(switchFurniture(wish, id, isOn))}
              />
              {inset ? <PlaceField id={inset} /> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function PlaceField({ id }: { readonly id: InsetId }) {
  const say = useTopic('sheetRoom');
  const language = useView((view) => view.language);
  const { wish, choose } = useSheetWish();
  return (
    <select
      aria-label={say('place_of', { name: nameFurniture(id, language) })}
      value={wish.options.places[id] ?? AUTO}
      disabled={!isShown(wish, id)}
      onChange={({ target }) =>
        choose(moveFurniture(wish, id, INSET_PLACES.find((place) => place === target.value) ?? null))
      }
    >
      <option value={AUTO}>{say('place_auto')}</option>
      {INSET_PLACES.map((place) => (
        <option key={place} value={place} disabled={place === 'panel' && id === 'north'}>
          {say(`place_${place}`)}
        </option>
      ))}
    </select>
  );
}
