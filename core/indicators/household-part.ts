import type { HouseholdColumns } from '../county/county.ts';
import type { PartSpec } from './definition.ts';

/** A question to households: of those asked, how many answer yes. */
export interface HouseholdQuestion {
  readonly part: string | null;
  /** `quotient` by default: the share of those asked. `count`: how many. */
  readonly form?: 'count' | 'quotient';
  /** False for a count that is part of nothing. */
  readonly hasDenominator?: boolean;
  asked(household: number): boolean;
  counts(household: number): boolean;
  readonly targeted?: boolean;
  note?(household: number): string | null;
  excludedNote?(household: number): string | null;
}

/** A question to households as a part of a figure, in households paired with people. */
export function householdPart({ people, count }: HouseholdColumns, question: HouseholdQuestion): PartSpec {
  const { form = 'quotient', hasDenominator = true, counts } = question;
  const one = () => 1;
  return {
    part: question.part,
    unit: form === 'count' ? 'households' : 'ratio',
    countUnit: 'households',
    form,
    includes: question.asked,
    hasData: form !== 'count' || count > 0,
    numerator: (i) => (counts(i) ? 1 : 0),
    denominator: hasDenominator ? one : null,
    pair: { countUnit: 'people', weight: (i) => people[i] ?? 0 },
    ...(question.targeted === undefined ? {} : { targeted: question.targeted }),
    ...(question.note ? { note: question.note } : {}),
    ...(question.excludedNote ? { excludedNote: question.excludedNote } : {}),
  };
}

/** Whether an event of a household has happened by a day. */
export const hasHappened = (column: Int32Array, household: number, day: number): boolean =>
  (column[household] ?? Number.POSITIVE_INFINITY) <= day;
