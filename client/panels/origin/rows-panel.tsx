import { useEffect, useMemo } from 'react';
import { getRowUnits } from '#client/state/figure-facts.ts';
import { toFigure } from '#client/state/figure-words.ts';
import { flyTo, setRows, setSpotlight } from '#client/state/map-store.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { EmptyState } from '#client/ui/states.tsx';
import type { FigureRowsAnswer, RowSort } from '#core/api/figures.ts';
import type { CountUnit } from '#core/indicators/figure.ts';
import { nameCountUnit, nameCountUnits, writeAmount } from '#core/indicators/format-figure.ts';

type Row = FigureRowsAnswer['items'][number];
type Units = ReturnType<typeof getRowUnits>;

interface RowsPanelProps {
  readonly pages: readonly FigureRowsAnswer[];
  readonly sort: RowSort | null;
  readonly onSort: (sort: RowSort | null) => void;
  readonly more: (() => void) | null;
  readonly loading: boolean;
}

/** The rows behind a figure; those with a place are dots on the map while the list is open. */
export function RowsPanel({ pages, sort, onSort, more, loading }: RowsPanelProps) {
  const say = useText();
  const language = useView((view) => view.language);
  const rows = useMemo(() => pages.flatMap((page) => page.items), [pages]);
  useEffect(() => {
    setRows(rows.flatMap(({ code, position, counts }) => (position ? [{ code, position, counts }] : [])));
    return () => setRows([]);
  }, [rows]);
  const first = pages[0];
  if (!first || rows.length === 0) return <EmptyState>{say('rows_none')}</EmptyState>;
  const units = getRowUnits(first.figure);
  const figure = toFigure(first.figure);
  const names = nameCountUnits(figure, language);
  const pairUnit = figure.pair?.countUnit ?? null;
  const pairName = pairUnit === null ? '' : nameCountUnit(pairUnit, language);
  const heads = [
    { column: 'name', label: say('row_name'), unit: '', pairUnit: '' },
    { column: 'numerator', label: say('numerator'), unit: names.numerator, pairUnit: pairName },
    {
      column: 'denominator',
      label: say('denominator'),
      unit: names.denominator,
      pairUnit: rows.some(({ pairDenominator }) => pairDenominator !== null) ? pairName : '',
    },
  ] as const;
  return (
    <>
      <table className="rows">
        <thead>
          <tr>
            {heads.map((head) => (
              <SortHead key={head.column} {...head} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a ledger may name the same thing twice, in an order that does not change
            <RowBehind key={`${row.code}:${index}`} row={row} units={units} pairUnit={pairUnit} />
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

interface SortHeadProps extends Pick<RowsPanelProps, 'sort' | 'onSort'> {
  readonly column: 'name' | 'numerator' | 'denominator';
  readonly label: string;
  readonly unit: string;
  /** Unit of the small numbers below; empty where there are none. */
  readonly pairUnit: string;
}

/** A head that sorts: upwards, downwards, then as it was. */
function SortHead({ column, label, unit, pairUnit, sort, onSort }: SortHeadProps) {
  const tools = useTopic('tools');
  const state = sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : 'none';
  const next: Record<typeof state, RowSort | null> = { none: column, ascending: `-${column}`, descending: null };
  return (
    <th scope="col" aria-sort={state}>
      <button type="button" title={tools('sort_by', { column: label })} onClick={() => onSort(next[state])}>
        {label} {state === 'ascending' ? '▲' : state === 'descending' ? '▼' : ''}
        {unit ? <small>{unit}</small> : null}
        {pairUnit ? <small>{pairUnit}</small> : null}
      </button>
    </th>
  );
}

interface RowBehindProps {
  readonly row: Row;
  readonly units: Units;
  readonly pairUnit: CountUnit | null;
}

function RowBehind({ row, units, pairUnit }: RowBehindProps) {
  const say = useText();
  const language = useView((view) => view.language);
  const amount = (value: number, unit: Units['numerator']): string =>
    writeAmount(value, unit, { language, reading: 'ledger' }).value;
  // the pair stands below in small; a row that does not count adds nothing to it
  const other = (value: number | null) =>
    pairUnit === null || value === null || !row.counts ? null : <small>{amount(value, pairUnit)}</small>;
  const { position } = row;
  const point = (): void => setSpotlight(position ? { code: row.code, position } : null);
  const remarks = [
    row.code === row.name ? '' : row.code,
    row.areaName,
    row.noteText ?? (row.counts ? '' : say('row_excluded')),
  ];
  return (
    <tr className={row.counts ? '' : 'is-excluded'} onPointerEnter={point} onPointerLeave={() => setSpotlight(null)}>
      <td>
        {position ? (
          <button
            type="button"
            className="row-name"
            title={say('show_on_map')}
            onFocus={point}
            onClick={() => {
              point();
              flyTo([...position, ...position]);
            }}
          >
            {row.name}
          </button>
        ) : (
          row.name
        )}
        <small>{remarks.filter(Boolean).join(' · ')}</small>
      </td>
      <td className="numeral">
        {amount(row.numerator, units.numerator)}
        {other(row.pairNumerator)}
      </td>
      <td className="numeral">
        {amount(row.denominator, units.denominator)}
        {other(row.pairDenominator)}
      </td>
    </tr>
  );
}
