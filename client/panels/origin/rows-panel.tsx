import { useEffect, useMemo } from 'react';
import { setRows, setSpotlight } from '#client/state/map-store.ts';
import { useText } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { EmptyState } from '#client/ui/states.tsx';
import type { FigureRowsAnswer } from '#core/api/figures.ts';
import type { CountUnit } from '#core/indicators/figure.ts';
import { formatNumber, writeAmount } from '#core/indicators/format-figure.ts';

type Row = FigureRowsAnswer['items'][number];

interface RowsPanelProps {
  readonly pages: readonly FigureRowsAnswer[];
  readonly more: (() => void) | null;
  readonly loading: boolean;
}

/** The rows behind a figure; those with a place are dots on the map while the list is open. */
export function RowsPanel({ pages, more, loading }: RowsPanelProps) {
  const say = useText();
  const rows = useMemo(() => pages.flatMap((page) => page.items), [pages]);
  useEffect(() => {
    setRows(rows.flatMap(({ code, position, counts }) => (position ? [{ code, position, counts }] : [])));
    return () => setRows([]);
  }, [rows]);
  const first = pages[0];
  if (!first || rows.length === 0) return <EmptyState>{say('rows_none')}</EmptyState>;
  return (
    <>
      <p className="rows-count numeral">
        {say('rows_count', { total: formatNumber(first.total, 0), counted: formatNumber(first.counted, 0) })}
      </p>
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{say('row_name')}</th>
            <th scope="col">{say('numerator')}</th>
            <th scope="col">{say('denominator')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RowBehind key={row.code} row={row} countUnit={first.figure.countUnit as CountUnit} />
          ))}
        </tbody>
      </table>
      {more ? (
        <button type="button" className="text-button" disabled={loading} onClick={more}>
          {say(loading ? 'loading' : 'rows_more')}
        </button>
      ) : null}
    </>
  );
}

function RowBehind({ row, countUnit }: { readonly row: Row; readonly countUnit: CountUnit }) {
  const say = useText();
  const language = useView((view) => view.language);
  const amount = (value: number): string => writeAmount(value, countUnit, { language, reading: 'ledger' }).value;
  const { position } = row;
  const point = (): void => setSpotlight(position ? { code: row.code, position } : null);
  return (
    <tr className={row.counts ? '' : 'is-excluded'} onPointerEnter={point} onPointerLeave={() => setSpotlight(null)}>
      <td>
        {position ? (
          <button type="button" className="row-name" title={say('show_on_map')} onFocus={point} onClick={point}>
            {row.name}
          </button>
        ) : (
          row.name
        )}
        <small>
          {row.code === row.name ? '' : `${row.code} · `}
          {row.areaName}
          {row.note ? ` · ${row.note}` : ''}
          {row.counts || row.note ? '' : ` · ${say('row_excluded')}`}
        </small>
      </td>
      <td className="numeral">{amount(row.numerator)}</td>
      <td className="numeral">{amount(row.denominator)}</td>
    </tr>
  );
}
