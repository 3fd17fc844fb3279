import { chooseSegments } from '#client/state/tool-store.ts';
import { useNewlyJoined } from '#client/state/use-gaps.ts';
import { useTopic } from '#client/state/use-text.ts';
import type { NewlyJoinedAnswer } from '#core/api/network.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';

const MOST_NAMES = 12;

/** What the chosen segments would join, with what they cost. */
export function ChosenPanel({ segments }: { readonly segments: readonly string[] }) {
  const say = useTopic('tools');
  const answer = useNewlyJoined(segments);
  if (segments.length === 0) return <p className="tool-hint">{say('chosen_hint')}</p>;
  return (
    <div className="chosen" aria-live="polite">
      <p className="chosen-head numeral">
        <strong>{say('chosen', { n: segments.length })}</strong>
        <button type="button" className="text-button" onClick={() => chooseSegments(segments, false)}>
          {say('chosen_clear')}
        </button>
      </p>
      <AnswerPanel answer={answer} lines={2}>
        {(data) => <NewlyJoined answer={data} />}
      </AnswerPanel>
    </div>
  );
}

function NewlyJoined({ answer }: { readonly answer: NewlyJoinedAnswer }) {
  const say = useTopic('tools');
  const names = answer.items.slice(0, MOST_NAMES).map(({ name }) => name);
  return (
    <>
      <p className="numeral">
        {say('would_join_cost', {
          segments: answer.segments,
          km: formatNumber(answer.km, 3),
          cost: formatNumber(answer.wanYuan, 2),
        })}
        {answer.isSampleCost ? <em className="mark">{say('sample_cost')}</em> : null}
      </p>
      <p className="chosen-result numeral">
        {answer.settlements === 0
          ? say('would_join_none')
          : say('would_join', {
              settlements: formatNumber(answer.settlements, 0),
              households: answer.households === null ? '—' : formatNumber(answer.households, 0),
              people: answer.people === null ? '—' : formatNumber(answer.people, 0),
            })}
      </p>
      <small>
        {names.join(' · ')}
        {answer.items.length > names.length ? ' …' : ''}
      </small>
    </>
  );
}
