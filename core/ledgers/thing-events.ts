import type { CountyRows } from '../county/county-rows.ts';
import type { IsoDate } from '../county/dates.ts';
import type { ThingEvent } from '../county/things.ts';

/** A row of the ledger `events`: one event of a thing. `amount` in storage units, null for kinds that report none. */
export interface EventRow {
  readonly thingCode: string;
  readonly kind: string;
  readonly on: IsoDate;
  readonly value: string | null;
  readonly amount: number | null;
}

/** Lists of a county whose rows have a history, in the order in which the ledger `events` has them. */
export const EVENT_LISTS = [
  'areas',
  'households',
  'sites',
  'segments',
  'hazards',
  'parks',
  'projects',
  'tasks',
  'items',
] as const satisfies readonly (keyof CountyRows)[];

/** The history of a county, thing by thing in the order of its lists. */
export function listEvents(rows: Pick<CountyRows, (typeof EVENT_LISTS)[number]>): EventRow[] {
  return EVENT_LISTS.flatMap((list) =>
    rows[list].flatMap(({ code, events }: { readonly code: string; readonly events: readonly ThingEvent[] }) =>
      events.map((event) => eventToRow(code, event)),
    ),
  );
}

/** An event of a thing as a row. */
export const eventToRow = (thingCode: string, { kind, on, value, amount }: ThingEvent): EventRow => ({
  thingCode,
  kind,
  on,
  value: value ?? null,
  amount: amount ?? null,
});

/** A row as an event of its thing. */
export const rowToEvent = ({ kind, on, value, amount }: EventRow): ThingEvent => ({
  kind,
  on,
  ...(value === null ? {} : { value }),
  ...(amount === null ? {} : { amount }),
});

/** The events with one more, after those of its day; the same list when it is there already. */
export function addEvent<Kind extends string>(
  events: readonly ThingEvent<Kind>[],
  event: ThingEvent<Kind>,
): readonly ThingEvent<Kind>[] {
  if (events.some((known) => isSameEvent(known, event))) return events;
  const after = events.findIndex(({ on }) => on > event.on);
  const place = after < 0 ? events.length : after;
  return [...events.slice(0, place), event, ...events.slice(place)];
}

/**
 * The history of a thing after rows of the ledger `events` came in. Rows that tell the whole history give the order within a day too; otherwise what is
 * new comes after what is known of its day. The same list when nothing changes.
 */
export function mergeEvents<Kind extends string>(
  known: readonly ThingEvent<Kind>[],
  incoming: readonly ThingEvent<Kind>[],
): readonly ThingEvent<Kind>[] {
  const tellsAll = known.every((event) => incoming.some((other) => isSameEvent(other, event)));
  const distinct = incoming.filter((event, i) => incoming.findIndex((other) => isSameEvent(other, event)) === i);
  const merged = tellsAll
    ? distinct
    : [...known, ...distinct.filter((event) => !known.some((other) => isSameEvent(other, event)))];
  const sorted = merged.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const isSame = sorted.length === known.length && sorted.every((event, i) => isSameEvent(event, known[i] ?? event));
  return isSame ? known : sorted;
}

function isSameEvent(a: ThingEvent, b: ThingEvent): boolean {
  return a.kind === b.kind && a.on === b.on && a.value === b.value && a.amount === b.amount;
}
