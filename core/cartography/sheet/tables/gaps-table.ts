import { formatNumber } from '../../../indicators/format-figure.ts';
import type { Gap } from '../../../network/find-gap.ts';
import { text } from '../../../texts/text.ts';
import { metersToKilometers, yuanToWan } from '../../../units.ts';
import { countJoins, listAreaGaps, type SettlementGap } from '../../features/join-view.ts';
import { labelRoad } from '../../features/segment-properties.ts';
import type { TableCell, TableData } from '../furniture/table-data.ts';
import { nameOf, numberColumn, say, type TableScope, wordColumn } from './table-scope.ts';

/** Roads named in one cell. */
const MOST_NAMES = 3;

/**
 * Settlements that must be joined and are not, shortest gap first: length, cost, and the segments that have to be hardened. Null where no
 * settlement must be joined.
 */
export function createGapsTable(scope: TableScope): TableData | null {
  const { context, area } = scope;
  const { joined, unjoined } = countJoins(context, area.code);
  if (joined + unjoined === 0) return null;
  const gaps = [...listAreaGaps(context, area.code)].sort((a, b) => compareLengths(lengthOf(a.gap), lengthOf(b.gap)));
  const isSample =
    context.county.settings.hardeningCosts.isSample && gaps.some(({ gap }) => (gap.estimatedCostYuan ?? 0) > 0);
  const villageColumn = area.level === 'village' ? [] : [wordColumn(say(scope, 'column_village'), 1)];
  return {
    id: 'gaps',
    title: `${say(scope, 'gaps')} ${unjoined}`,
    ...(gaps.length > 1 ? { remark: say(scope, 'gaps_order') } : {}),
    columns: [
      wordColumn(say(scope, 'column_settlement')),
      ...villageColumn,
      numberColumn(say(scope, 'column_gap_km')),
      numberColumn(say(scope, isSample ? 'column_gap_cost_sample' : 'column_gap_cost')),
      wordColumn(say(scope, 'column_gap_segments'), 2),
    ],
    rows: gaps.map((one) => createRow(scope, one, villageColumn.length > 0)),
    empty: say(scope, 'gaps_none'),
  };
}

/** Metres to harden and to build; null = nothing would join the settlement. */
const lengthOf = ({ lengthMeters, newRoadMeters }: Gap): number | null =>
  lengthMeters === null ? null : lengthMeters + (newRoadMeters ?? 0);

/** Shortest first, those that nothing would join last. */
const compareLengths = (a: number | null, b: number | null): number => {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a - b;
};

function createRow(scope: TableScope, { settlement, gap }: SettlementGap, withVillage: boolean): readonly TableCell[] {
  const place = scope.context.county.settlements[settlement];
  if (!place) return [];
  const meters = lengthOf(gap);
  return [
    nameOf(scope, place),
    ...(withVillage ? [nameOf(scope, scope.context.scope(place.villageCode).area)] : []),
    meters === null ? '—' : formatNumber(metersToKilometers(meters), 2),
    gap.costYuan === null ? '—' : formatNumber(yuanToWan(gap.costYuan), 2),
    gap.reason === null ? listSegments(scope, gap) : text(scope.language, 'network', `reason_${gap.reason}`),
  ];
}

/** Roads of the segments with their number, the first few roads alone, and the length of new road. */
function listSegments(scope: TableScope, { segments, newRoadMeters }: Gap): string {
  const comma = scope.language === 'zh' ? '、' : ', ';
  const roads = new Set(
    segments.flatMap((index) => {
      const segment = scope.context.county.segments[index];
      return segment ? [labelRoad(scope, segment) || segment.code] : [];
    }),
  );
  const names = [...roads].slice(0, MOST_NAMES).join(comma);
  const shown =
    roads.size === segments.length && roads.size <= MOST_NAMES
      ? names
      : say(scope, roads.size > MOST_NAMES ? 'gaps_more_segments' : 'gaps_all_segments', {
          names,
          count: segments.length,
        });
  const newRoad =
    newRoadMeters === null || newRoadMeters === 0
      ? ''
      : say(scope, 'gaps_new_road', { km: formatNumber(metersToKilometers(newRoadMeters), 2) });
  return [shown, newRoad].filter(Boolean).join(comma);
}
