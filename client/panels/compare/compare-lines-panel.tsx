import type { CompareCell, CompareLine } from '#client/state/compare-rows.ts';
import { useTopic } from '#client/state/use-text.ts';
import type { CompareAnswer } from '#core/api/plans.ts';
import { LightPanel } from '../side/light-panel.tsx';

interface CompareLinesPanelProps {
  readonly title: string;
  readonly columns: CompareAnswer['columns'];
  readonly lines: readonly CompareLine[];
}

/** A line for each figure, a column for each plan: value with unit and light, what it is made of, the change from the first. */
export function CompareLinesPanel({ title, columns, lines }: CompareLinesPanelProps) {
  const say = useTopic('compare');
  return (
    <>
      <h3>{title}</h3>
      <div className="data-scroll">
        <table className="data-table compare-table">
          <caption className="is-unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{say('indicator')}</th>
              {columns.map(({ plan, name, asOf }) => (
                <th key={plan} scope="col">
                  {name}
                  <small className="numeral">{asOf}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, label, isSample, cells }) => (
              <tr key={key} data-row={key}>
                <th scope="row">
                  {label} {isSample ? <em className="mark">{say('sample_cost')}</em> : null}
                </th>
                {cells.map((cell, at) => (
                  <CompareCellPanel key={columns[at]?.plan} cell={cell} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** One value with its change. */
export function CompareCellPanel({
  cell,
  isShort = false,
}: {
  readonly cell: CompareCell;
  readonly isShort?: boolean;
}) {
  const { value, unit, detail, light, change, tone } = cell;
  return (
    <td className="numeral">
      <span className="compare-value">
        {light && !isShort ? <LightPanel light={light} /> : null}
        <strong>{value}</strong>
        {unit ? <small>{unit}</small> : null}
      </span>
      {change ? (
        <small className={`plan-change is-${tone}`}>
          {change.startsWith('+') ? '▲' : '▼'} {change}
        </small>
      ) : null}
      {detail && !isShort ? <small>{detail}</small> : null}
    </td>
  );
}
