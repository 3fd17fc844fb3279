import { isDeepStrictEqual } from 'node:util';
import type { ThingEvent } from '#core/county/things.ts';
import { VersionCollector } from './version-change.ts';

/** Collects what changes in the events of things: those that stay keep their rows. */
export function createEventChanges() {
  const gone = new VersionCollector('event', 'thing_code');
  const days = new VersionCollector('event', 'thing_code', 'happened_on');
  const groups = new VersionCollector('event', 'thing_code', 'happened_on', 'kind');
  const begin = (thingCode: string, events: readonly ThingEvent[]): void => {
    for (const event of events) groups.begin(toRecord(thingCode, event));
  };
  return {
    /** Every event of a thing that ends. */
    end: (thingCode: string): void => gone.end({ thing_code: thingCode }),
    /** Events of a thing before and after, each by date. */
    change(thingCode: string, before: readonly ThingEvent[], after: readonly ThingEvent[]): void {
      if (before.length === 0) begin(thingCode, after);
      if (before.length === 0 || isDeepStrictEqual(before, after)) return;
      const old = groupBy(before, ({ on }) => on);
      const next = groupBy(after, ({ on }) => on);
      for (const day of new Set([...old.keys(), ...next.keys()]))
        changeDay({ thing_code: thingCode, happened_on: day }, old.get(day) ?? [], next.get(day) ?? []);
    },
    list: () => [...gone.list(), ...days.list(), ...groups.list()],
  };

  /** Ends and begins whole kinds of a day; where that would bring the others out of their order, the whole day. */
  function changeDay(
    key: { readonly thing_code: string; readonly happened_on: string },
    before: readonly ThingEvent[],
    after: readonly ThingEvent[],
  ): void {
    if (isDeepStrictEqual(before, after)) return;
    const old = groupBy(before, ({ kind }) => kind);
    const next = groupBy(after, ({ kind }) => kind);
    const isSame = (kind: string): boolean => isDeepStrictEqual(old.get(kind), next.get(kind));
    const begun = after.filter(({ kind }) => !isSame(kind));
    if (isDeepStrictEqual([...before.filter(({ kind }) => isSame(kind)), ...begun], after)) {
      for (const kind of old.keys()) if (!isSame(kind)) groups.end({ ...key, kind });
      begin(key.thing_code, begun);
    } else {
      days.end(key);
      begin(key.thing_code, after);
    }
  }
}

const toRecord = (thingCode: string, { kind, on, value, amount }: ThingEvent) => ({
  thing_code: thingCode,
  kind,
  happened_on: on,
  value: value ?? null,
  amount: amount ?? null,
});

function groupBy(
  events: readonly ThingEvent[],
  keyOf: (event: ThingEvent) => string,
): ReadonlyMap<string, readonly ThingEvent[]> {
  const groups = new Map<string, ThingEvent[]>();
  for (const event of events) {
    const group = groups.get(keyOf(event));
    if (group) group.push(event);
    else groups.set(keyOf(event), [event]);
  }
  return groups;
}
