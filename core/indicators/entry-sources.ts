import type { IndexRange } from '../county/area-range.ts';
import type { AreaScope } from './area-scope.ts';
import type { IndicatorContext } from './context.ts';
import type { EntryDescription, EntrySource } from './definition.ts';

/** A list of the county that is sorted by area, with a way to describe its entries. */
function createSource(range: IndexRange, describe: (entry: number) => EntryDescription): EntrySource {
  return { indexes: null, start: range.start, end: range.end, describe };
}

const NOBODY: EntryDescription = { code: '', name: '', nameEn: '', areaCode: '', position: null };

/** Household groups through which figures go; most ask only targets or relocation households. */
export type HouseholdGroup = 'all' | 'target' | 'relocation' | 'threatened';

/** Households of the area; each shown at its settlement (户位示意). */
export function householdSource(context: IndicatorContext, scope: AreaScope, group: HouseholdGroup): EntrySource {
  const { households, settlements } = context.county;
  const range = scope.households();
  const describe = (entry: number): EntryDescription => {
    const settlement = settlements[households.settlement[entry] ?? -1];
    const code = households.codes[entry] ?? '';
    return {
      code,
      name: settlement?.name ?? code,
      nameEn: settlement?.nameEn ?? code,
      areaCode: settlement?.villageCode ?? code.slice(0, 12),
      position: settlement?.position ?? null,
    };
  };
  if (group === 'all') return createSource(range, describe);
  return selectedSource(context.index.householdGroup(group), range, describe);
}

/** First place in an ascending list of numbers that is not less than `value`. */
function lowerBound(list: Int32Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Settlements of the area. */
export function settlementSource({ county }: IndicatorContext, scope: AreaScope): EntrySource {
  return createSource(scope.settlements(), (entry) => {
    const settlement = county.settlements[entry];
    if (!settlement) return NOBODY;
    return {
      code: settlement.code,
      name: settlement.name,
      nameEn: settlement.nameEn,
      areaCode: settlement.villageCode,
      position: settlement.position,
    };
  });
}

/** Pieces of the hardening programme or of village access roads in the area; a piece is described by its segment and its own area. */
export function pieceSource(
  { county, index }: IndicatorContext,
  scope: AreaScope,
  group: 'planned' | 'access',
): EntrySource {
  const describe = (entry: number): EntryDescription => {
    const segment = county.segments[county.pieces.segment[entry] ?? -1];
    if (!segment) return NOBODY;
    return {
      code: segment.code,
      name: segment.name ?? segment.routeNumber ?? segment.code,
      nameEn: segment.nameEn ?? segment.routeNumber ?? segment.code,
      areaCode: county.pieces.areaCodes[entry] ?? '',
      position: index.positions().get(segment.code) ?? null,
    };
  };
  return selectedSource(index.pieceGroup(group), scope.pieces(), describe);
}

/** The entries of an ascending list of indexes that lie in a range. */
const selectedSource = (
  indexes: Int32Array,
  range: IndexRange,
  describe: (entry: number) => EntryDescription,
): EntrySource => ({
  indexes,
  start: lowerBound(indexes, range.start),
  end: lowerBound(indexes, range.end),
  describe,
});

/** Villages, towns and the county itself in the area; figures pick the level they count. */
export function areaSource({ county }: IndicatorContext, scope: AreaScope): EntrySource {
  return createSource(scope.areas(), (entry) => {
    const area = county.areas[entry];
    if (!area) return NOBODY;
    return { code: area.code, name: area.name, nameEn: area.nameEn, areaCode: area.code, position: area.seat };
  });
}

/** A list whose things carry an `areaCode` and a name. */
export function thingSource(
  { county, index }: IndicatorContext,
  scope: AreaScope,
  list: 'sites' | 'hazards' | 'parks' | 'projects',
): EntrySource {
  return createSource(scope[list](), (entry) => {
    const thing = county[list][entry];
    if (!thing) return NOBODY;
    const { code, name, nameEn, areaCode } = thing;
    return { code, name, nameEn, areaCode, position: index.positions().get(code) ?? null };
  });
}

/** Rectification items of the area, named by their problem. */
export function itemSource({ county, index }: IndicatorContext, scope: AreaScope): EntrySource {
  return createSource(scope.items(), (entry) => {
    const item = county.items[entry];
    if (!item) return NOBODY;
    const { code, problem, areaCode } = item;
    return { code, name: problem, nameEn: problem, areaCode, position: index.positions().get(code) ?? null };
  });
}

/** Rows of ledgers as reported in the area, named by source and row number. */
export function ledgerSource({ county, index }: IndicatorContext, scope: AreaScope): EntrySource {
  return createSource(scope.ledgerRows(), (entry) => {
    const row = county.ledgerRows[entry];
    if (!row) return NOBODY;
    return {
      code: row.householdCode ?? `${row.source}-${row.rowNumber}`,
      name: `${row.source} #${row.rowNumber}`,
      nameEn: `${row.source} #${row.rowNumber}`,
      areaCode: row.villageCode,
      position: index.positions().get(row.villageCode) ?? null,
    };
  });
}
