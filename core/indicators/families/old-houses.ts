import type { IndicatorContext } from '../context.ts';
import type { EntrySource, IndicatorDefinition, PartSpec } from '../definition.ts';
import { householdSource } from '../entry-sources.ts';
import { hasHappened } from '../household-part.ts';

/**
 * S6: old houses demolished (part: reclaimed) among those due. Due once the household has moved in, or has demolished already to build on
 * the same ground; houses that stay for a reason are excluded and listed.
 */
export const S6: IndicatorDefinition = {
  code: 'S6',
  unit: 'ratio',
  countUnit: 'homesteads',
  betterDirection: 'up',
  target: { kind: 'value', value: 1 },
  withoutSchedule: 'linear',
  groups: (context) => {
    const { eventDay, retained } = context.county.households;
    const isDone = (column: Int32Array, i: number) => hasHappened(column, i, context.day);
    const isDue = (i: number) => isDone(eventDay.moved_in, i) || isDone(eventDay.demolished, i);
    const share = (part: string | null, column: Int32Array): PartSpec => ({
      part,
      unit: 'ratio',
      countUnit: 'homesteads',
      form: 'quotient',
      includes: (i) => isDue(i) && retained[i] !== 1,
      numerator: (i) => (isDone(column, i) ? 1 : 0),
      denominator: () => 1,
      pair: null,
      targeted: true,
      excludedNote: (i) => (retained[i] === 1 ? 'retained' : 'not_due'),
    });
    const parts = [share(null, eventDay.demolished), share('reclaimed', eventDay.reclaimed)];
    const source = householdSource(context, 'relocation');
    return [{ source: locateAtHomestead(context, source), parts }];
  },
};

/** Shows a household at its old homestead where one is recorded. */
function locateAtHomestead({ county, index }: IndicatorContext, source: EntrySource): EntrySource {
  return {
    ...source,
    describe: (entry) => {
      const description = source.describe(entry);
      const homestead = county.homesteads[index.homesteads().get(description.code) ?? -1];
      return homestead ? { ...description, position: homestead.position } : description;
    },
  };
}
