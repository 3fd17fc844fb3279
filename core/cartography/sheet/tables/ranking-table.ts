import type { IndicatorCode } from '../../../indicators/figure.ts';
import { formatDate, formatFigureValue, formatFraction } from '../../../indicators/format-figure.ts';
import { describeIndicator } from '../../../indicators/indicator-words.ts';
import { rankAreas } from '../../../indicators/ranking.ts';
import type { TableCell, TableData } from '../furniture/table-panel.ts';
import { nameOf, numberColumn, say, type TableScope, wordColumn } from './table-scope.ts';

/** Towns (villages) ranked by an indicator, numerator and denominator beside the value, the benchmark of the level above as a row. */
export function createRankingTable(scope: TableScope, code: IndicatorCode): TableData | null {
  const { context, area, language } = scope;
  const ranked = rankAreas(context, code, area.code, { parts: false });
  if (ranked.length === 0 || context.county.settings.ranking === 'none') return null;
  const style = { language };
  const rows: TableCell[][] = ranked.map(({ area: childCode, rank, figure }) => [
    rank === null ? '—' : String(rank),
    nameOf(scope, context.scope(childCode).area),
    formatFigureValue(figure, style),
    { light: figure.light },
    formatFraction(figure, style) ?? '—',
  ]);
  const { name } = describeIndicator(language, context.county.campaign, code);
  const benchmark = latestBenchmark(scope, code);
  if (benchmark)
    rows.push([
      '',
      nameOf(scope, benchmark),
      formatFigureValue({ value: benchmark.value, unit: ranked[0]?.figure.unit ?? 'ratio' }, style),
      '',
      formatDate(benchmark.on, language),
    ]);
  return {
    id: 'ranking',
    title: say(scope, area.level === 'county' ? 'ranking_town' : 'ranking_village'),
    remark: say(scope, 'ranked_by', { code, name }),
    columns: [
      { title: say(scope, 'column_rank'), align: 'middle', rank: 0 },
      wordColumn(say(scope, 'column_name')),
      numberColumn(say(scope, 'column_value')),
      { title: say(scope, 'column_light'), align: 'middle', rank: 0 },
      numberColumn(say(scope, 'column_fraction'), 1),
    ],
    rows,
    isWhole: true,
  };
}

/** The benchmark of the level above that was known at the date. */
export const latestBenchmark = ({ context }: TableScope, code: IndicatorCode) =>
  context.county.benchmarks
    .filter(({ indicator, on }) => indicator === code && on <= context.asOf)
    .sort((a, b) => (a.on < b.on ? 1 : -1))[0] ?? null;
