import { listBenchmarks } from '../../../indicators/benchmarks.ts';
import type { IndicatorCode } from '../../../indicators/figure.ts';
import { formatBenchmark, formatDate, formatFigureValue, formatFraction } from '../../../indicators/format-figure.ts';
import { describeIndicator } from '../../../indicators/indicator-words.ts';
import { rankAreas } from '../../../indicators/ranking.ts';
import { INDICATORS } from '../../../indicators/register.ts';
import type { TableCell, TableData } from '../furniture/table-data.ts';
import { nameOf, numberColumn, say, type TableScope, wordColumn } from './table-scope.ts';

/** Towns (villages) ranked by an indicator, numerator and denominator beside the value, the benchmarks of the levels above as rows. */
export function createRankingTable(scope: TableScope, code: IndicatorCode): TableData | null {
  const { context, area, language } = scope;
  const ranked = rankAreas(context, code, area.code, { parts: false });
  if (ranked.length === 0 || context.county.settings.ranking === 'none') return null;
  const style = { language };
  // what is not measured against a plan has no light anywhere
  const hasLights = ranked.some(({ figure }) => figure.light !== 'grey');
  const rows: TableCell[][] = ranked.map(({ area: childCode, rank, figure }) => [
    rank === null ? '—' : String(rank),
    nameOf(scope, context.scope(childCode).area),
    formatFigureValue(figure, style),
    ...(hasLights ? [{ light: figure.light }] : []),
    formatFraction(figure, style) ?? '—',
  ]);
  const { name } = describeIndicator(language, context.county.campaign, code);
  for (const benchmark of listBenchmarks(context, code)) {
    const value = formatBenchmark(benchmark.value, ranked[0]?.figure.unit ?? 'ratio', style);
    rows.push(['', nameOf(scope, benchmark), value, ...(hasLights ? [''] : []), formatDate(benchmark.on, language)]);
  }
  return {
    id: 'ranking',
    title: say(scope, area.level === 'county' ? 'ranking_town' : 'ranking_village'),
    remark: say(scope, 'ranked_by', { code, name }),
    columns: [
      { title: say(scope, 'column_rank'), align: 'middle', rank: 0 },
      wordColumn(say(scope, 'column_name')),
      numberColumn(say(scope, 'column_value')),
      ...(hasLights ? [{ title: say(scope, 'column_light'), align: 'middle', rank: 0, isState: true } as const] : []),
      numberColumn(say(scope, INDICATORS[code].betterDirection === 'up' ? 'column_fraction' : 'column_share_of'), 1),
    ],
    rows,
    isWhole: true,
  };
}
