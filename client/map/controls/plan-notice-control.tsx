import { usePlanMapStore } from '#client/state/plan-map-store.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { text } from '#core/texts/text.ts';

/** On the map, where the eyes are: whether the site in hand may stand where it is, or why one cannot be taken in hand. */
export function PlanNoticeControl() {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const drag = usePlanMapStore((store) => store.drag);
  const place = usePlanMapStore((store) => store.dragEvaluation?.place ?? null);
  const refused = usePlanMapStore((store) => store.refusal !== null);
  const locked = usePlanMapStore((store) => store.locked);
  if (locked) {
    const { name, households, reason } = locked;
    return (
      <p className="plan-notice" data-class="refused" role="alert">
        <strong>✕</strong> {text(language, 'planning', `fault_${reason}`, { name, households })}
      </p>
    );
  }
  if (!drag || !place || refused) return null;
  const isRefused = place.suitabilityClass === 'refused';
  return (
    <p className="plan-notice" data-class={place.suitabilityClass} role="status">
      {isRefused ? <strong>✕</strong> : null}{' '}
      {isRefused ? say('refused', { reason: place.refusal ?? place.className }) : place.className}
    </p>
  );
}
