import type { IsoDate } from '../../../county/dates.ts';
import { computeFigures } from '../../../indicators/compute.ts';
import type { IndicatorContext } from '../../../indicators/context.ts';
import { type Figure, INDICATOR_CODES } from '../../../indicators/figure.ts';
import { CAUSES_CODE } from '../../../indicators/largest-parts.ts';
import { listCauses } from '../../../indicators/list-causes.ts';
import { INDICATORS } from '../../../indicators/register.ts';
import { writeChange } from '../../../indicators/write-change.ts';
import { CHANGE_GROUPS, CHANGE_KINDS, type ChangeGroup, type CountyChange } from './county-change.ts';
import { isInArea, listCountyChanges } from './list-county-changes.ts';

/** A figure then and now; whether it went the better way. */
export interface FigureChange {
  readonly before: Figure;
  readonly after: Figure;
  /** `none`: no value on one side, or neither direction is better. */
  readonly better: 'better' | 'worse' | 'same' | 'none';
}

/** What changed in one way, town by town in the order of codes. */
export interface GroupOfChanges {
  readonly group: ChangeGroup;
  readonly changes: readonly CountyChange[];
  /** Town (or county, for what lies in no town) and what changed in it. */
  readonly towns: readonly { readonly code: string; readonly changes: readonly CountyChange[] }[];
}

/** What changed in an area between two days. */
export interface AreaChanges {
  readonly areaCode: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Indicators with a value at one of the days, in the order of the register; of the main causes (T3) those that changed, each by itself. */
  readonly figures: readonly FigureChange[];
  /** Only those in which something changed. */
  readonly groups: readonly GroupOfChanges[];
}

const TOWN_DIGITS = 9;

/**
 * What changed in an area between two states of its county: figures, and everything that was done, struck off, became late, by town.
 *
 * @throws {NotFoundError} `unknown_area`
 */
export function listAreaChanges(before: IndicatorContext, after: IndicatorContext, areaCode: string): AreaChanges {
  const [first, second] = [before, after].map((context) =>
    computeFigures(context, areaCode, INDICATOR_CODES, { parts: false }),
  );
  const figures = INDICATOR_CODES.flatMap((code, i): FigureChange[] => {
    const [was, is] = [first?.[i], second?.[i]];
    if (code === CAUSES_CODE) return listCauseChanges(before, after, areaCode);
    if (!was || !is || (was.value === null && is.value === null)) return [];
    return [{ before: was, after: is, better: judge(was, is) }];
  });
  const changes = listCountyChanges(before, after).filter((change) => isInArea(change, areaCode));
  return {
    areaCode,
    from: before.asOf,
    to: after.asOf,
    figures,
    groups: CHANGE_GROUPS.flatMap((group) => {
      const own = changes.filter(({ kind }) => CHANGE_KINDS[kind].group === group);
      return own.length === 0 ? [] : [{ group, changes: own, towns: groupByTown(own, areaCode) }];
    }),
  };
}

/** Main causes whose households changed; where none did, that of most, as the count of all of them is that of T1. */
function listCauseChanges(...[before, after, areaCode]: Parameters<typeof listCauses>): FigureChange[] {
  const causes = listCauses(before, after, areaCode);
  const changed = causes.filter((cause) => writeChange(cause.before, cause.after) !== '');
  return (changed.length > 0 ? changed : causes.slice(0, 1)).map((cause) => ({
    ...cause,
    better: judge(cause.before, cause.after),
  }));
}

function judge(before: Figure, after: Figure): FigureChange['better'] {
  if (before.value === null || after.value === null) return 'none';
  if (writeChange(before, after) === '') return 'same';
  const { betterDirection } = INDICATORS[after.code];
  if (betterDirection === 'none') return 'none';
  return after.value > before.value === (betterDirection === 'up') ? 'better' : 'worse';
}

/** What lies in several towns stands with the first of those asked for. */
function groupByTown(changes: readonly CountyChange[], areaCode: string): GroupOfChanges['towns'] {
  const towns = new Map<string, CountyChange[]>();
  for (const change of changes) {
    const own = change.areaCodes.find((code) => code.startsWith(areaCode)) ?? change.areaCodes[0] ?? areaCode;
    const town = own.slice(0, TOWN_DIGITS);
    const list = towns.get(town) ?? [];
    list.push(change);
    towns.set(town, list);
  }
  return [...towns].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, list]) => ({ code, changes: list }));
}
