import { PARK_KINDS_COUNTED_AS_PARK } from '../../../county/kinds.ts';
import type { ParkRow } from '../../../county/things.ts';
import { formatNumber } from '../../../indicators/format-figure.ts';
import { text } from '../../../texts/text.ts';
import type { TableData } from '../furniture/table-data.ts';
import { nameOf, numberColumn, say, type TableScope, wordColumn, wordOf } from './table-scope.ts';

/** Parks first, then bases: product, planned and achieved scale, households linked. */
export function createParksTable(scope: TableScope): TableData | null {
  const { context, area, language } = scope;
  const parks = context.county.parks.filter(({ areaCode }) => areaCode.startsWith(area.code));
  if (parks.length === 0) return null;
  const comma = language === 'zh' ? '，' : ', ';
  const isPark = ({ kind }: ParkRow): boolean => PARK_KINDS_COUNTED_AS_PARK.includes(kind);
  const sorted = [...parks.filter(isPark), ...parks.filter((park) => !isPark(park))];
  return {
    id: 'parks',
    title: say(scope, 'parks'),
    columns: [
      wordColumn(say(scope, 'column_name')),
      { title: say(scope, 'column_kind'), align: 'start', rank: 3 },
      { title: say(scope, 'column_product'), align: 'start', rank: 1 },
      numberColumn(say(scope, 'column_planned_scale'), 2),
      numberColumn(say(scope, 'column_achieved')),
      numberColumn(say(scope, 'column_linked'), 1),
      wordColumn(say(scope, 'column_enterprise'), 4),
    ],
    rows: sorted.map((park) => {
      const unit = wordOf(scope, park.scaleUnit ?? '');
      return [
        context.county.planned?.placed.has(park.code)
          ? say(scope, 'plan_added', { name: nameOf(scope, park) })
          : nameOf(scope, park),
        text(language, 'things', `park_kind_${park.kind}`),
        wordOf(scope, park.product),
        amount(park.plannedScale, unit),
        amount(achievedBy(park, context.asOf), unit),
        park.householdsLinked === null ? '—' : formatNumber(park.householdsLinked, 0),
        [park.leadingEnterprise, area.level === 'county' || !park.linkage ? null : wordOf(scope, park.linkage)]
          .filter(Boolean)
          .join(comma) || '—',
      ];
    }),
  };
}

const amount = (value: number | null, unit: string | null): string =>
  value === null ? '—' : `${formatNumber(value, Number.isInteger(value) ? 0 : 1)} ${unit ?? ''}`.trim();

/** The latest amount reported by the date; null before the first. */
const achievedBy = (park: ParkRow, asOf: string): number | null =>
  park.events.filter(({ kind, on }) => kind === 'achieved' && on <= asOf).at(-1)?.amount ?? null;
