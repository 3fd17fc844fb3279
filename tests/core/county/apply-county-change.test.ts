import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyCountyChange, invertCountyChange, isNoChange } from '#core/county/apply-county-change.ts';
import { CODED_LISTS, type CountyChange, NO_CHANGE } from '#core/county/county-change.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const rows = createTinyCountyRows();

/** Whatever is chosen by numbers: rows that change, rows that come, rows that end, ledger rows alike, and perhaps the data date. */
const changes: fc.Arbitrary<CountyChange> = fc
  .record({
    picks: fc.array(
      fc.record({
        list: fc.constantFrom(...CODED_LISTS),
        index: fc.nat(30),
        does: fc.constantFrom('change', 'add', 'remove', 'remove_unknown'),
      }),
      { maxLength: 20 },
    ),
    ledger: fc.array(fc.record({ index: fc.nat(40), does: fc.constantFrom('change', 'add', 'remove') }), {
      maxLength: 6,
    }),
    dataDate: fc.constantFrom(null, '2026-12-31'),
  })
  .map(({ picks, ledger, dataDate }) => {
    const upserts = new Map<string, Map<string, { readonly code: string }>>();
    const removed = new Map<string, Set<string>>();
    for (const { list, index, does } of picks) {
      const known: readonly { readonly code: string }[] = rows[list];
      const row = known[index % Math.max(1, known.length)];
      if (!row) continue;
      const code = does === 'change' || does === 'remove' ? row.code : `${row.code}-${index}`;
      const incoming = upserts.get(list) ?? new Map();
      const ends = removed.get(list) ?? new Set();
      if (incoming.has(code) || ends.has(code)) continue;
      if (does === 'change' || does === 'add') incoming.set(code, { ...row, code, changedBy: index });
      else ends.add(code);
      upserts.set(list, incoming);
      removed.set(list, ends);
    }
    const touched = new Map(
      ledger.flatMap(({ index, does }) => {
        const row = rows.ledgerRows[index % rows.ledgerRows.length];
        if (!row) return [];
        const rowNumber = does === 'add' ? 10_000 + index : row.rowNumber;
        return [[`${row.source} ${row.villageCode} ${rowNumber}`, { does, row: { ...row, rowNumber } }] as const];
      }),
    );
    const entries = [...touched.values()];
    return {
      upserts: Object.fromEntries([...upserts].map(([list, byCode]) => [list, [...byCode.values()]])),
      removed: Object.fromEntries([...removed].map(([list, codes]) => [list, [...codes]])),
      ledgerRows: entries.filter(({ does }) => does !== 'remove').map(({ row }) => ({ ...row, values: { people: 9 } })),
      removedLedgerRows: entries.filter(({ does }) => does === 'remove').map(({ row }) => row),
      dataDate,
    } as CountyChange;
  });

/** Order is no property of a county: what was removed and comes again stands at the end. */
const sorted = (county: CountyRows) =>
  Object.fromEntries(
    Object.entries(county).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((row) => JSON.stringify(row)).sort() : value,
    ]),
  );

describe('applyCountyChange', () => {
  it('puts changed rows in the place of the former ones, new ones at the end, and takes out what ends', () => {
    const [first, second, third] = rows.households;
    if (!first || !second || !third) throw new Error('the tiny county has households');
    const changed = { ...second, people: 9 };
    const added = { ...first, code: '5299021011010099' };
    const after = applyCountyChange(rows, {
      ...NO_CHANGE,
      upserts: { households: [added, changed] },
      removed: { households: [third.code] },
    });
    expect(after.households.slice(0, 2)).toEqual([first, changed]);
    expect(after.households.at(-1)).toEqual(added);
    expect(after.households).toHaveLength(rows.households.length);
    expect(after.segments).toBe(rows.segments);
    expect(after.ledgerRows).toBe(rows.ledgerRows);
  });
});

describe('invertCountyChange', () => {
  it('takes back any change', () => {
    fc.assert(
      fc.property(changes, (change) => {
        const inverse = invertCountyChange(rows, change);
        expect(sorted(applyCountyChange(applyCountyChange(rows, change), inverse))).toEqual(sorted(rows));
      }),
      { seed: 63, numRuns: 200 },
    );
  });

  it('keeps the order of lists from which nothing was removed', () => {
    const [first] = rows.sites;
    if (!first) throw new Error('the tiny county has sites');
    const change = {
      ...NO_CHANGE,
      upserts: {
        sites: [
          { ...first, name: 'X' },
          { ...first, code: 'new' },
        ],
      },
    };
    const inverse = invertCountyChange(rows, change);
    expect(applyCountyChange(applyCountyChange(rows, change), inverse)).toEqual(rows);
  });
});

describe('isNoChange', () => {
  it('is true of nothing and of empty lists only', () => {
    expect(isNoChange(NO_CHANGE)).toBe(true);
    expect(isNoChange({ ...NO_CHANGE, upserts: { sites: [] }, removed: { areas: [] } })).toBe(true);
    expect(isNoChange({ ...NO_CHANGE, dataDate: '2026-12-31' })).toBe(false);
    expect(isNoChange({ ...NO_CHANGE, removed: { sites: ['A1'] } })).toBe(false);
  });
});
