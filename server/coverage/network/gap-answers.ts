import type { GapsAnswer } from '#core/api/network.ts';
import type { County } from '#core/county/county.ts';
import { type Gap, listGaps } from '#core/network/find-gap.ts';
import { measureHardening, priceSegment } from '#core/network/hardening-cost.ts';
import type { JoinDefinition } from '#core/network/join-definition.ts';
import { JOIN_STATES, JOINED, type JoinedPlaces, joinPlaces } from '#core/network/join-places.ts';
import { mergeGaps } from '#core/network/merge-gaps.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { metersToKilometers, yuanToWan } from '#core/units.ts';
import { nameArea } from '../figure-answers.ts';
import type { AskedNetwork } from './asked-network.ts';
import { toLine } from './distance-answers.ts';
import { describeUnreachable, metersToKilometersOrNull } from './trip-answers.ts';

/** A settlement that must be joined and is not. */
export type GapItem = GapsAnswer['items'][number];

/** Orders of the list. */
export type GapSort = 'code' | 'km' | '-km' | 'cost' | '-cost' | 'people' | '-people';

/** Which gaps are asked for. */
export interface GapQuestion {
  readonly areaCode: string;
  readonly definition: JoinDefinition;
  readonly sort: GapSort;
  readonly language: Language;
}

/** Every gap of an area in the order asked for, and the sums. */
export interface GapList extends Pick<GapsAnswer, 'totalKm' | 'totalNewRoadKm' | 'totalWanYuan'> {
  /** Made when it is looked at: a page needs few. */
  readonly itemAt: (index: number) => GapItem | undefined;
  readonly total: number;
}

/** Settlements of an area that must be joined and are not, each with what would join it. */
export function createGapList(asked: AskedNetwork, question: GapQuestion): GapList {
  const { network, context } = asked;
  const joined = joinPlaces(network, question.definition);
  const { start, end } = context.scope(question.areaCode).settlements();
  const settlements: number[] = [];
  for (let i = start; i < end; i++) {
    if (joined.isAsked(i) && joined.settlementState[i] !== JOINED) settlements.push(i);
  }
  const gaps = listGaps(network, joined, settlements);
  const rows = settlements.flatMap((settlement, i) => {
    const gap = gaps[i];
    return gap ? [{ settlement, gap }] : [];
  });
  const sorted = sortGaps(asked, rows, question.sort);
  return {
    total: rows.length,
    ...sumGaps(asked, gaps),
    itemAt: (index) => {
      const row = sorted[index];
      return row && describeGap(asked, { ...row, joined, language: question.language });
    },
  };
}

interface GapRow {
  readonly settlement: number;
  readonly gap: Gap;
}

/** What has no number to sort by (a settlement that nothing can join has no length and no cost) stands last whatever the order; equal ones by code. */
function sortGaps({ context }: AskedNetwork, rows: readonly GapRow[], sort: GapSort): readonly GapRow[] {
  const isDescending = sort.startsWith('-');
  const column = isDescending ? sort.slice(1) : sort;
  const keyOf = ({ settlement, gap }: GapRow): number | null => {
    if (column === 'km') return gap.lengthMeters === null ? null : gap.lengthMeters + (gap.newRoadMeters ?? 0);
    if (column === 'cost') return gap.costYuan;
    if (column === 'people') return context.county.settlements[settlement]?.registeredPeople ?? null;
    return settlement;
  };
  return rows.toSorted((a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return (isDescending ? right - left : left - right) || a.settlement - b.settlement;
  });
}

/** A segment, and the new road to a seat, that several gaps need count once. */
function sumGaps(
  { context: { county } }: AskedNetwork,
  gaps: readonly Gap[],
): Pick<GapsAnswer, 'totalKm' | 'totalNewRoadKm' | 'totalWanYuan'> {
  const { lengthMeters, newRoadMeters, costYuan } = mergeGaps(county, gaps);
  return {
    totalKm: metersToKilometers(lengthMeters),
    totalNewRoadKm: metersToKilometers(newRoadMeters),
    totalWanYuan: yuanToWan(costYuan),
  };
}

/** Length of segments and cost of hardening them. */
export function sumSegments(
  county: Pick<County, 'segments' | 'settings'>,
  segments: readonly number[],
): { readonly meters: number; readonly yuan: number } {
  const { lengthMeters, costYuan } = measureHardening(county, { segments, newRoads: [] });
  return { meters: lengthMeters, yuan: costYuan };
}

function describeGap(
  { context }: AskedNetwork,
  row: GapRow & { readonly joined: JoinedPlaces; readonly language: Language },
): GapItem | undefined {
  const { settlement, gap, joined, language } = row;
  const { county } = context;
  const place = county.settlements[settlement];
  if (place === undefined) return undefined;
  const state = JOIN_STATES[joined.settlementState[settlement] ?? 0] ?? 'joined';
  return {
    code: place.code,
    name: language === 'zh' ? place.name : place.nameEn,
    areaCode: place.villageCode,
    areaName: nameArea({ language, context }, place.villageCode),
    position: [place.position[0], place.position[1]],
    households: place.registeredHouseholds,
    people: place.registeredPeople,
    state,
    stateText: text(language, 'network', `join_${state}`, { meters: joined.definition.distanceMeters }),
    segments: gap.segments.flatMap((index) => describeSegment(county, index, language)),
    newRoadKm: metersToKilometersOrNull(gap.newRoadMeters),
    km: metersToKilometersOrNull(gap.lengthMeters),
    wanYuan: gap.costYuan === null ? null : yuanToWan(gap.costYuan),
    reason: gap.reason,
    reasonText: gap.reason === null ? null : describeUnreachable(gap.reason, language),
  };
}

function describeSegment(county: County, index: number, language: Language): GapItem['segments'] {
  const segment = county.segments[index];
  if (segment === undefined) return [];
  const { yuan, estimatedYuan } = priceSegment(county.settings, segment);
  const name = language === 'zh' ? segment.name : segment.nameEn;
  return [
    {
      code: segment.code,
      name: segment.routeNumber ?? name ?? segment.code,
      km: metersToKilometers(segment.lengthMeters),
      wanYuan: yuanToWan(yuan),
      isEstimate: estimatedYuan > 0,
      plannedYear: segment.plannedYear,
      line: toLine(segment.line.coordinates),
    },
  ];
}
