import { cancelDrag, type Refusal } from '#client/state/plan-map-store.ts';
import { writeKm } from '#client/state/trip-words.ts';
import { useMoveThere } from '#client/state/use-site-drop.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { metersToKilometers } from '#core/units.ts';

/** Why a site may not stand where it was let go, and the nearest place where it may. */
export function RefusalPanel({ refusal }: { readonly refusal: Refusal }) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const moveThere = useMoveThere();
  const { place, nearest, note } = refusal.answer;
  const rule = place.rules.find(({ isBroken, strength }) => isBroken && strength === 'forbidden');
  return (
    <section className="plan-refusal" role="alert">
      <strong>{say('refused', { reason: place.refusal ?? rule?.text ?? place.className })}</strong>
      {rule ? (
        <p>
          {rule.strengthName} · {rule.name} <small>{rule.source}</small>
        </p>
      ) : null}
      <p className="numeral">
        {nearest
          ? say('nearest_ok', { km: writeKm(metersToKilometers(nearest.straightMeters), language) })
          : say('nearest_none')}
      </p>
      <p className="tool-actions">
        {nearest ? (
          <button type="button" className="plain-button is-main" onClick={() => moveThere(refusal)}>
            {say('move_there')}
          </button>
        ) : null}
        <button type="button" className="plain-button" onClick={cancelDrag}>
          {say(refusal.edit.kind === 'move_site' ? 'put_back' : 'cancel')}
        </button>
      </p>
      <p className="tool-note">{note}</p>
    </section>
  );
}
