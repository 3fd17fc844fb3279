import type { ChoiceRow } from '#client/state/choice-words.ts';
import { useTopic } from '#client/state/use-text.ts';

/** What an answer comes to, line by line. */
export function ChoiceRowsPanel({ rows }: { readonly rows: readonly ChoiceRow[] }) {
  const say = useTopic('plans');
  return (
    <table className="plan-account">
      <tbody>
        {rows.map(({ key, value }) => (
          <tr key={key} data-row={key}>
            <th scope="row">{say(key)}</th>
            <td className="numeral">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
