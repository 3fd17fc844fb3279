import { NO_CODE } from '../../county/county-state.ts';
import { HAZARD_KINDS } from '../../county/kinds.ts';
import type { IndicatorContext } from '../context.ts';
import type { Breakdown, IndicatorDefinition, PartSpec } from '../definition.ts';
import { householdSource, thingSource } from '../entry-sources.ts';
import { hasHappened, householdPart } from '../household-part.ts';

/** S4: threatened households that have not moved; part S4b: hazard points closed among all. */
export const S4: IndicatorDefinition = {
  code: 'S4',
  unit: 'households',
  countUnit: 'households',
  betterDirection: 'down',
  target: { kind: 'value', value: 0 },
  withoutSchedule: 'target',
  groups: (context) => {
    const { households, hazards } = context.county;
    const closed = context.hazardsClosed();
    const hasMoved = (i: number) => hasHappened(households.eventDay.moved_in, i, context.day);
    const isThreatened = (i: number) => !hasMoved(i) && closed[households.hazard[i] ?? -1] !== 1;
    const count = (part: string | null, among: (household: number) => boolean = () => true) =>
      householdPart(households, {
        part,
        form: 'count',
        asked: among,
        counts: isThreatened,
        note: (i) => (hasMoved(i) ? 'moved' : closed[households.hazard[i] ?? -1] === 1 ? 'hazard_closed' : null),
      });
    const isArranged = (i: number) => households.arrangement[i] !== NO_CODE;
    const parts = [count(null), count('arranged', isArranged), count('not_arranged', (i) => !isArranged(i))];
    const kinds = hazards.map(({ kind }) => HAZARD_KINDS.indexOf(kind));
    const byKind: Breakdown = {
      base: count(null),
      parts: HAZARD_KINDS.map((kind) => `hazard:${kind}`),
      classOf: (i) => kinds[households.hazard[i] ?? -1] ?? -1,
      denominator: 'class',
    };
    return [
      { source: householdSource(context, 'threatened'), parts, breakdowns: [byKind] },
      { source: thingSource(context, 'hazards'), parts: [createClosedPart(context)] },
    ];
  },
};

/** S4b: hazard points closed among all. */
function createClosedPart(context: IndicatorContext): PartSpec {
  const closed = context.hazardsClosed();
  const { hazardStruckOff } = context.state;
  return {
    part: 'hazards_closed',
    unit: 'ratio',
    countUnit: 'hazards',
    form: 'quotient',
    includes: () => true,
    numerator: (i) => closed[i] ?? 0,
    denominator: () => 1,
    pair: null,
    note: (i) => (hazardStruckOff[i] === 1 && closed[i] !== 1 ? 'struck_off_before_all_moved' : null),
  };
}
