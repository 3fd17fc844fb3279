import { describeError } from '#client/state/error-words.ts';
import { useSuitability } from '#client/state/use-suitability.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';

/** Whether a site may stand where it stands: class, the rules that are broken with their sources, the note. */
export function SuitabilityPanel({ position }: { readonly position: LonLat }) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const { data, error } = useSuitability(position);
  if (error)
    return <p className="tool-note">{say('suitability_failed', { sentence: describeError(error, language) })}</p>;
  if (!data) return null;
  const { className, suitabilityClass, score, rules } = data.place;
  return (
    <>
      <h4>{say('suitability')}</h4>
      <p className="plan-suitability" data-class={suitabilityClass}>
        <strong>{className}</strong>{' '}
        {score === null ? null : <span className="numeral">{Math.round(score * 100)} / 100</span>}
      </p>
      <ul className="plan-rules">
        {rules
          .filter(({ isBroken }) => isBroken)
          .map((rule) => (
            <li key={rule.code}>
              <em className="mark">{rule.strengthName}</em> {rule.text} <small>{rule.source}</small>
            </li>
          ))}
      </ul>
      <p className="tool-note">{data.note}</p>
    </>
  );
}
