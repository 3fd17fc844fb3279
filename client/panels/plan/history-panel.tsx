import { useState } from 'react';
import { writeAuthorship } from '#client/state/authorship.ts';
import { usePlanHistory } from '#client/state/use-plans.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { EmptyState } from '#client/ui/states.tsx';
import { AnswerPanel } from '../side/answer-panel.tsx';

/** Who did what to the plan, newest first; asked for when it is opened. */
export function HistoryPanel({ version }: { readonly version: number }) {
  const say = useTopic('plans');
  const [open, setOpen] = useState(false);
  return (
    <details className="plan-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say('history')}</summary>
      {open ? <HistoryList version={version} /> : null}
    </details>
  );
}

function HistoryList({ version }: { readonly version: number }) {
  const say = useTopic('plans');
  const language = useView((view) => view.language);
  const answer = usePlanHistory(version);
  return (
    <AnswerPanel answer={answer} lines={3}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState>{say('history_none')}</EmptyState>
        ) : (
          <ol className="plan-commands">
            {items.map((item) => (
              <li key={`${item.version} ${item.action}`} className="plan-command">
                <span>
                  {item.text}
                  <small className="numeral">
                    {writeAuthorship(item, language)} · {say('version', { n: item.version })}
                  </small>
                </span>
              </li>
            ))}
          </ol>
        )
      }
    </AnswerPanel>
  );
}
