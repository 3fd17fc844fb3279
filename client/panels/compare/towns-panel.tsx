import { useState } from 'react';
import { type CompareCell, createAmountCell, createFigureCell } from '#client/state/compare-rows.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { Pick } from '#client/ui/pick.tsx';
import type { CompareAnswer } from '#core/api/plans.ts';
import type { Language } from '#core/texts/language.ts';
import { CompareCellPanel } from './compare-lines-panel.tsx';

const COST = 'cost';

/** How the towns are sorted: by name (their codes), or by a column. */
interface Sorting {
  /** Null = by code. */
  readonly column: number | null;
  readonly isDescending: boolean;
}

/** One figure, or the cost, of every town; sorted by the column whose heading is pressed. */
export function TownsPanel({ comparison }: { readonly comparison: CompareAnswer }) {
  const say = useTopic('compare');
  const language = useView((view) => view.language);
  const [chosen, setChosen] = useState<string>('R2');
  const [sorting, setSorting] = useState<Sorting>({ column: null, isDescending: false });
  const codes = comparison.towns[0]?.rows.map(({ indicator }) => indicator) ?? [];
  const sort = (column: number | null): void =>
    setSorting((before) => ({ column, isDescending: before.column === column && !before.isDescending }));
  const ariaSort = (column: number | null) =>
    sorting.column === column ? (sorting.isDescending ? 'descending' : 'ascending') : 'none';
  const heading = (column: number | null, label: string) => (
    <th key={column ?? 'name'} scope="col" aria-sort={ariaSort(column)}>
      <button type="button" onClick={() => sort(column)}>
        {label}
        {sorting.column === column ? (sorting.isDescending ? ' ↓' : ' ↑') : ''}
      </button>
    </th>
  );
  return (
    <>
      <h3>{say('towns')}</h3>
      <Pick
        label={say('towns_figure')}
        hideLabel
        value={chosen}
        options={[...codes, COST].map((code) => ({
          value: code,
          label: code === COST ? say('town_cost') : nameOf(comparison, code),
        }))}
        onPick={setChosen}
      />
      <div className="data-scroll">
        <table className="data-table compare-table">
          <caption className="is-unseen">{say('towns')}</caption>
          <thead>
            <tr>
              {heading(null, say('town'))}
              {comparison.columns.map(({ name }, at) => heading(at, name))}
            </tr>
          </thead>
          <tbody>
            {sortTowns(comparison.towns, chosen, sorting).map((town) => (
              <tr key={town.code}>
                <th scope="row">{town.name}</th>
                {createCells(town, chosen, language).map((cell, at) => (
                  <CompareCellPanel key={comparison.columns[at]?.plan} cell={cell} isShort />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type Town = CompareAnswer['towns'][number];

const nameOf = ({ rows }: CompareAnswer, code: string): string =>
  rows.find(({ indicator }) => indicator === code)?.name ?? code;

const figuresOf = ({ rows }: Town, code: string) => rows.find(({ indicator }) => indicator === code)?.figures ?? [];

function createCells(town: Town, chosen: string, language: Language): readonly CompareCell[] {
  if (chosen === COST) return town.wanYuan.map((amount) => createAmountCell(amount, town.wanYuan[0] ?? 0));
  const figures = figuresOf(town, chosen);
  return figures.map((figure) => createFigureCell(figure, figures[0], { language }));
}

function sortTowns(towns: readonly Town[], chosen: string, { column, isDescending }: Sorting): readonly Town[] {
  const sign = isDescending ? -1 : 1;
  if (column === null) return towns.toSorted((a, b) => (a.code < b.code ? -sign : sign));
  const readValue = (town: Town): number =>
    (chosen === COST ? town.wanYuan[column] : figuresOf(town, chosen)[column]?.value) ?? Number.NEGATIVE_INFINITY;
  return towns.toSorted((a, b) => sign * (readValue(a) - readValue(b)));
}
