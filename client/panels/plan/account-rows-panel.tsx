import type { EvaluationRow } from '#client/state/evaluation-rows.ts';
import { useTopic } from '#client/state/use-text.ts';

interface AccountRowsPanelProps {
  readonly caption: string;
  readonly rows: readonly EvaluationRow[];
  /** Names of the states compared with, aligned with each row's changes. */
  readonly others: readonly string[];
}

/** Numbers with their changes: sign, arrow and unit, coloured by whether they are for the better. */
export function AccountRowsPanel({ caption, rows, others }: AccountRowsPanelProps) {
  const say = useTopic('plans');
  return (
    <table className="plan-account">
      <caption className="is-unseen">{caption}</caption>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-row={row.key}>
            <th scope="row">
              {row.label} {row.isSample ? <em className="mark">{say('sample_cost')}</em> : null}
            </th>
            <td className="numeral">
              <strong>{row.value}</strong>
              {row.changes.map((change, index) =>
                change === null || change.tone === 'same' ? null : (
                  <small key={others[index]} className={`plan-change is-${change.tone}`}>
                    {others[index]} {change.text}
                  </small>
                ),
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
