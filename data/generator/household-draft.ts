import type { IsoDate } from '#core/county/dates.ts';
import type { HouseholdEventKind, HouseholdRow, ThingEvent } from '#core/county/things.ts';

/** A household that is still being made. */
export type HouseholdDraft = { -readonly [Key in keyof HouseholdRow]: HouseholdRow[Key] } & {
  events: ThingEvent<HouseholdEventKind>[];
};

/** Dates something of a household; `null` = has not happened. */
export const addEvent = (row: HouseholdDraft, kind: HouseholdEventKind, on: IsoDate | null): void => {
  if (on !== null) row.events.push({ kind, on });
};
