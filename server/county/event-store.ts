import { dateToDay } from '#core/county/dates.ts';
import type { HouseholdEventEntry } from '#core/county/household-columns.ts';
import { HOUSEHOLD_EVENT_KINDS, type HouseholdEventKind, type ThingEvent } from '#core/county/things.ts';
import type { Transaction } from '#server/db/database.ts';
import type { CountyVersion } from '#server/db/earlier-versions.ts';
import { whereValid } from './version-store.ts';

/** Households of one kind of event and one day; `codes` parted by commas, so that 100,000 events travel in a few thousand rows. */
interface EventDay {
  readonly kind: HouseholdEventKind;
  readonly happened_on: string;
  readonly codes: string;
}

/** The events of all households at a revision. */
export async function selectHouseholdEvents(
  trx: Transaction,
  version: CountyVersion,
): Promise<Iterable<HouseholdEventEntry>> {
  const days: EventDay[] = await whereValid(trx, 'event', version)
    .whereIn('kind', HOUSEHOLD_EVENT_KINDS)
    .groupBy('kind', 'happened_on')
    .select('kind', 'happened_on', trx.raw(`string_agg(thing_code, ',') AS codes`));
  return expandDays(days);
}

/** The events of everything but households at a revision, by thing, in the order in which they were stored. */
export async function selectThingEvents(
  trx: Transaction,
  version: CountyVersion,
): Promise<ReadonlyMap<string, readonly ThingEvent[]>> {
  const records: EventRecord[] = await whereValid(trx, 'event', version)
    .whereNotIn('kind', HOUSEHOLD_EVENT_KINDS)
    .orderBy('event_id')
    .select('thing_code', 'kind', 'happened_on', 'value', 'amount');
  const events = new Map<string, ThingEvent[]>();
  for (const record of records) {
    const known = events.get(record.thing_code);
    if (known) known.push(toEvent(record));
    else events.set(record.thing_code, [toEvent(record)]);
  }
  return events;
}

interface EventRecord {
  readonly thing_code: string;
  readonly kind: string;
  readonly happened_on: string;
  readonly value: string | null;
  readonly amount: number | null;
}

const toEvent = ({ kind, happened_on: on, value, amount }: EventRecord): ThingEvent => ({
  kind,
  on,
  ...(value === null ? {} : { value }),
  ...(amount === null ? {} : { amount }),
});

function* expandDays(days: readonly EventDay[]): Iterable<HouseholdEventEntry> {
  for (const { kind, happened_on, codes } of days) {
    const day = dateToDay(happened_on);
    for (const householdCode of codes.split(',')) yield { householdCode, kind, day };
  }
}
