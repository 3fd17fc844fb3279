import type { IndexRange } from '../county/area-range.ts';
import type { AreaScope } from './area-scope.ts';
import type { IndicatorContext } from './context.ts';
import type { EntryDescription, EntrySource } from './definition.ts';

/** A list of the county that is sorted by area, with a way to describe its entries. */
function createSource(
  rangeIn: (scope: AreaScope) => IndexRange,
  describe: (entry: number) => EntryDescription,
): EntrySource {
  return { indexes: null, rangeIn, describe };
}

const NOBODY: EntryDescription = { code: '', name: '', nameEn: '', areaCode: '', position: null };

/** Household groups through which figures go; most ask only targets or relocation households. */
export type HouseholdGroup = 'all' | 'target' | 'relocation' | 'threatened';

/** Households; each shown at its settlement (户位示意). */
export function householdSource(context: IndicatorContext, group: HouseholdGroup): EntrySource {
  const { households, settlements } = context.county;
  const rangeIn = (scope: AreaScope) => scope.households();
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
  if (group === 'all') return createSource(rangeIn, describe);
  return selectedSource(context.index.householdGroup(group), rangeIn, describe);
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

/** Settlements. */
export function settlementSource({ county }: IndicatorContext): EntrySource {
  return createSource(
    (scope) => scope.settlements(),
    (entry) => {
      const settlement = county.settlements[entry];
      if (!settlement) return NOBODY;
      return {
        code: settlement.code,
        name: settlement.name,
        nameEn: settlement.nameEn,
        areaCode: settlement.villageCode,
        position: settlement.position,
      };
    },
  );
}

/** Pieces of the hardening programme or of village access roads; a piece is described by its segment and its own area. */
export function pieceSource({ county, index }: IndicatorContext, group: 'planned' | 'access'): EntrySource {
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
  return selectedSource(index.pieceGroup(group), (scope) => scope.pieces(), describe);
}

/** The entries of an ascending list of indexes that lie in a range. */
const selectedSource = (
  indexes: Int32Array,
  rangeIn: (scope: AreaScope) => IndexRange,
  describe: (entry: number) => EntryDescription,
): EntrySource => ({
  indexes,
  rangeIn: (scope) => {
    const { start, end } = rangeIn(scope);
    return { start: lowerBound(indexes, start), end: lowerBound(indexes, end) };
  },
  describe,
});

/** Villages, towns and the county itself; figures pick the level they count. */
export function areaSource({ county }: IndicatorContext): EntrySource {
  return createSource(
    (scope) => scope.areas(),
    (entry) => {
      const area = county.areas[entry];
      if (!area) return NOBODY;
      return { code: area.code, name: area.name, nameEn: area.nameEn, areaCode: area.code, position: area.seat };
    },
  );
}

/** A list whose things carry an `areaCode` and a name. */
export function thingSource(
  { county, index }: IndicatorContext,
  list: 'sites' | 'hazards' | 'parks' | 'projects',
): EntrySource {
  return createSource(
    (scope) => scope[list](),
    (entry) => {
      const thing = county[list][entry];
      if (!thing) return NOBODY;
      const { code, name, nameEn, areaCode } = thing;
      return { code, name, nameEn, areaCode, position: index.positions().get(code) ?? null };
    },
  );
}

/** Rectification items, named by their problem. */
export function itemSource({ county, index }: IndicatorContext): EntrySource {
  return createSource(
    (scope) => scope.items(),
    (entry) => {
      const item = county.items[entry];
      if (!item) return NOBODY;
      const { code, problem, areaCode } = item;
      return { code, name: problem, nameEn: problem, areaCode, position: index.positions().get(code) ?? null };
    },
  );
}

/** Rows of ledgers as reported, named by source and row number. */
export function ledgerSource({ county, index }: IndicatorContext): EntrySource {
  return createSource(
    (scope) => scope.ledgerRows(),
    (entry) => {
      const row = county.ledgerRows[entry];
      if (!row) return NOBODY;
      return {
        code: row.householdCode ?? `${row.source}-${row.rowNumber}`,
        name: `${row.source} #${row.rowNumber}`,
        nameEn: `${row.source} #${row.rowNumber}`,
        areaCode: row.villageCode,
        position: index.positions().get(row.villageCode) ?? null,
      };
    },
  );
}
