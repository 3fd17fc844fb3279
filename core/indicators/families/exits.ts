import type { AreaScope } from '../area-scope.ts';
import type { IndicatorContext } from '../context.ts';
import type { IndicatorDefinition, PartSpec } from '../definition.ts';
import { areaSource } from '../entry-sources.ts';

/** P3: villages that left (exited, struck off) among those planned to leave, by planned year. */
export const P3: IndicatorDefinition = {
  code: 'P3',
  unit: 'ratio',
  countUnit: 'villages',
  betterDirection: 'up',
  target: { kind: 'value', value: 1 },
  withoutSchedule: 'linear',
  groups: (context) => {
    const { areas } = context.county;
    const isVillage = (i: number) => areas[i]?.level === 'village';
    const plannedYear = (i: number) => areas[i]?.plannedExitYear ?? null;
    const share = (part: string | null, year: number | null): PartSpec => ({
      part,
      unit: 'ratio',
      countUnit: 'villages',
      form: 'quotient',
      includes: (i) => isVillage(i) && (year === null ? plannedYear(i) !== null : plannedYear(i) === year),
      numerator: (i) => context.state.areaExited[i] ?? 0,
      denominator: () => 1,
      pair: null,
      targeted: true,
      excludedNote: (i) => (isVillage(i) && plannedYear(i) === null ? 'no_exit_planned' : null),
      plannedNow: (scope) => plannedShare(context, scope, year),
      ...(year === null ? {} : { period: { startsOn: `${year}-01-01`, deadline: `${year}-12-31` } }),
    });
    const plannedAmongAll: PartSpec = {
      ...share('planned_of_villages', null),
      includes: isVillage,
      numerator: (i) => (plannedYear(i) === null ? 0 : 1),
      targeted: false,
      plannedNow: undefined,
    };
    const years = context.index.plannedExitYears().map((year) => share(`year:${year}`, year));
    return [{ source: areaSource(context), parts: [share(null, null), plannedAmongAll, ...years] }];
  },
};

/**
 * Share of the planned villages that should have left by the day: a planned year is due at its end. Null where none is planned.
 *
 * @param only one planned year; null = all
 */
function plannedShare({ county, asOf }: IndicatorContext, scope: AreaScope, only: number | null): number | null {
  const { start, end } = scope.areas();
  let planned = 0;
  let due = 0;
  for (let i = start; i < end; i++) {
    const year = county.areas[i]?.plannedExitYear ?? null;
    if (county.areas[i]?.level !== 'village' || year === null || (only !== null && year !== only)) continue;
    planned++;
    if (`${year}-12-31` <= asOf) due++;
  }
  return planned === 0 ? null : due / planned;
}
