import type { IndicatorContext } from '../../../indicators/context.ts';
import { CHANGE_KIND_NAMES, type CountyChange } from './county-change.ts';
import { listHouseholdChanges } from './household-changes.ts';
import { listRowChanges } from './row-changes.ts';
import {
  listItemChanges,
  listParkChanges,
  listProjectChanges,
  listSegmentChanges,
  listSiteChanges,
  listStruckOff,
  listTaskChanges,
} from './thing-changes.ts';

const known = new WeakMap<IndicatorContext, WeakMap<IndicatorContext, readonly CountyChange[]>>();

/**
 * Everything that is otherwise in the later state of a county than in the earlier one, by kind, then day (latest first), then code. The states may differ in
 * their day, their data revision or their plan. Kept as long as both.
 */
export function listCountyChanges(before: IndicatorContext, after: IndicatorContext): readonly CountyChange[] {
  const kept = known.get(before)?.get(after);
  if (kept) return kept;
  const pair = { before, after };
  const changes = [
    ...listSegmentChanges(pair),
    ...listSiteChanges(pair),
    ...listStruckOff(pair),
    ...listProjectChanges(pair),
    ...listTaskChanges(pair),
    ...listItemChanges(pair),
    ...listParkChanges(pair),
    ...listHouseholdChanges(pair),
    ...listRowChanges(pair),
  ].sort(compareChanges);
  const ofBefore = known.get(before) ?? new WeakMap<IndicatorContext, readonly CountyChange[]>();
  ofBefore.set(after, changes);
  known.set(before, ofBefore);
  return changes;
}

const ORDER: Readonly<Record<string, number>> = Object.fromEntries(CHANGE_KIND_NAMES.map((name, i) => [name, i]));

const compareChanges = (a: CountyChange, b: CountyChange): number =>
  (ORDER[a.kind] ?? 0) - (ORDER[b.kind] ?? 0) ||
  compareTexts(b.on ?? '', a.on ?? '') ||
  compareTexts(a.code, b.code) ||
  compareTexts(a.areaCodes[0] ?? '', b.areaCodes[0] ?? '');

const compareTexts = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Whether a change concerns an area: it lies in it, in no area of its own, or is of an area that holds it and stands in its title. */
export const isInArea = ({ kind, areaCodes }: CountyChange, areaCode: string): boolean =>
  areaCodes.length === 0 ||
  areaCodes.some((code) => code.startsWith(areaCode) || (kind === 'areas_changed' && areaCode.startsWith(code)));
