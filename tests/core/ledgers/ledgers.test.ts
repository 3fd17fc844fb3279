import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountyRows } from '#core/county/county-rows.ts';
import { FACILITY_KINDS } from '#core/county/kinds.ts';
import type { SiteFacility, ThingEvent } from '#core/county/things.ts';
import { LEDGER_KINDS, type LedgerEntry } from '#core/ledgers/ledger.ts';
import { getLedger, type ListedKind, listLedgerRows, listOf } from '#core/ledgers/ledgers.ts';
import { EVENT_LISTS, mergeEvents, rowToEvent } from '#core/ledgers/thing-events.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const LISTED = LEDGER_KINDS.filter((kind) => kind !== 'events') as readonly ListedKind[];

/** A county from the entries of all its ledgers and nothing else. */
function rebuild(rows: CountyRows, asOf: string): CountyRows {
  const history = new Map<string, ThingEvent[]>();
  const events = getLedger('events');
  for (const row of listLedgerRows(rows, 'events')) {
    const back = events.fromEntry(events.toEntry(row, { asOf }), null, { asOf });
    history.set(back.thingCode, [...(history.get(back.thingCode) ?? []), rowToEvent(back)]);
  }
  const lists = Object.fromEntries(
    LISTED.map((kind) => {
      const ledger = getLedger(kind) as unknown as {
        toEntry: (row: unknown, date: { asOf: string }) => LedgerEntry;
        fromEntry: (entry: LedgerEntry, before: null, date: { asOf: string }) => Record<string, unknown>;
      };
      const hasEvents = (EVENT_LISTS as readonly string[]).includes(listOf(kind));
      const back = listLedgerRows(rows, kind).map((row) => {
        const made = ledger.fromEntry(ledger.toEntry(row, { asOf }), null, { asOf });
        if (!hasEvents) return made;
        const incoming = history.get(made.code as string) ?? [];
        return { ...made, events: mergeEvents(made.events as readonly ThingEvent[], incoming) };
      });
      return [listOf(kind), back];
    }),
  );
  return { ...rows, ...lists };
}

const EARLY = '2019-06-30';
const days = fc
  .integer({ min: 0, max: 4000 })
  .map((day) => new Date(Date.UTC(2018, 0, 1 + day)).toISOString().slice(0, 10));

describe('getLedger', () => {
  it('gives every row back that its own entry is applied to, at any date', () => {
    const rows = createTinyCountyRows();
    fc.assert(
      fc.property(days, fc.constantFrom(...LEDGER_KINDS), (asOf, kind) => {
        const ledger = getLedger(kind);
        for (const row of listLedgerRows(rows, kind))
          expect(ledger.fromEntry(ledger.toEntry(row as never, { asOf }), row as never, { asOf })).toEqual(row);
      }),
      { seed: 20261123, numRuns: 200 },
    );
  });

  it('makes the whole tiny county again from its ledgers and the history', () => {
    const tiny = createTinyCountyRows();
    // facilities are a set: a new site has them in the order of their kinds
    const rows = { ...tiny, sites: tiny.sites.map((site) => ({ ...site, facilities: inOrder(site.facilities) })) };
    expect(rebuild(rows, rows.dataDate)).toEqual(rows);
    expect(rebuild(rows, EARLY).households).toEqual(rows.households);
  });

  it('makes the whole sample county again from its ledgers and the history', async () => {
    const rows = await loadSampleCounty();
    const back = rebuild(rows, rows.dataDate);
    for (const kind of LISTED) {
      const wrong = back[listOf(kind)].findIndex(
        (row, index) => JSON.stringify(sort(row)) !== JSON.stringify(sort(rows[listOf(kind)][index])),
      );
      if (wrong >= 0) expect(back[listOf(kind)][wrong]).toEqual(rows[listOf(kind)][wrong]);
      expect(back[listOf(kind)].length).toBe(rows[listOf(kind)].length);
    }
  }, 60_000);
});

const inOrder = (facilities: readonly SiteFacility[]): readonly SiteFacility[] =>
  FACILITY_KINDS.flatMap((kind) => facilities.find((facility) => facility.kind === kind) ?? []);

/** Keys in one order, so that the text of two equal rows is the same. */
function sort(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sort);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sort(one)]),
  );
}
