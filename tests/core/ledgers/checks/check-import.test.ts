import { describe, expect, it } from 'vitest';
import { applyCountyChange, isNoChange } from '#core/county/apply-county-change.ts';
import { LEDGER_KINDS } from '#core/ledgers/ledger.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import {
  checkTables,
  createMappedTable,
  exportLedger,
  type MappedTable,
  pickRows,
  setCell,
} from '#tests/support/checked-import.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const sample = await loadSampleCounty();
const tiny = createTinyCountyRows();

/** Faults that the sample county holds on purpose (Q1), in the ledger of rows as they were reported. */
const PLANTED = new Set(['people_differ_from_members']);

const sumOf = ({ rowsWritten, rowsUnchanged, rowsHeld, rowsLeftOut }: ReturnType<typeof checkTables>): number =>
  rowsWritten + rowsUnchanged + rowsHeld + rowsLeftOut;

describe('checkImport', () => {
  it.each(LEDGER_KINDS)(
    'finds nothing and changes nothing when %s of the sample county come back as they went',
    (kind) => {
      const result = checkTables(sample, [exportLedger(sample, kind)]);
      expect(result.findings.filter(({ rule }) => !(kind === 'ledger_rows' && PLANTED.has(rule)))).toEqual([]);
      expect(isNoChange(result.change)).toBe(true);
      expect(result.differences).toEqual([]);
      expect(result.rowsUnchanged).toBe(result.rowsRead);
    },
  );

  it('makes the whole tiny county again from an empty one', () => {
    const empty = {
      ...tiny,
      ...Object.fromEntries(Object.entries(tiny).map(([key, value]) => [key, Array.isArray(value) ? [] : value])),
      plans: tiny.plans,
    };
    const tables = LEDGER_KINDS.map((kind) => exportLedger(tiny, kind));
    const result = checkTables(empty, tables);
    expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const again = applyCountyChange(empty, result.change);
    expect(sortLists(again)).toEqual(sortLists(tiny));
  });

  it('brings new things once: the same file again changes nothing', () => {
    const table = createMappedTable(
      'settlements',
      ['name', 'villageName', 'registeredHouseholds', 'lon', 'lat'],
      [
        ['新坪', '石口村', 31, 107.512, 27.012],
        ['老坪', '石口村', 12, 107.513, 27.013],
      ],
      { mapping: { position: { kind: 'two_columns', first: 3, second: 4 } } },
    );
    const village = tiny.areas.find(({ level }) => level === 'village');
    const named = setCell(
      setCell(table, [0, 'villageName'], village?.name ?? ''),
      [1, 'villageName'],
      village?.name ?? '',
    );
    const first = checkTables(tiny, [named]);
    expect(first.counts).toEqual([{ ledger: 'settlements', new: 2, changed: 0, unchanged: 0, removed: 0 }]);
    expect(first.change.upserts.settlements?.map(({ code }) => code.slice(0, 12))).toEqual([
      village?.code,
      village?.code,
    ]);
    const again = checkTables(applyCountyChange(tiny, first.change), [named]);
    expect(again.rowsUnchanged).toBe(2);
    expect(isNoChange(again.change)).toBe(true);
  });

  it('finds households without codes again by what was reported of them', () => {
    const settlement = tiny.settlements[0]?.code ?? '';
    const cells = [
      [settlement, 3, '产业'],
      [settlement, 3, '产业'],
      [settlement, 5, null],
    ];
    const table = createMappedTable('households', ['settlementCode', 'people', 'category'], cells);
    const first = checkTables(tiny, [table]);
    expect(first.rowsWritten).toBe(3);
    expect(new Set(first.change.upserts.households?.map(({ code }) => code)).size).toBe(3);
    expect(first.change.ledgerRows).toHaveLength(3);
    const again = checkTables(applyCountyChange(tiny, first.change), [table]);
    expect(isNoChange(again.change)).toBe(true);
    expect(again.rowsUnchanged).toBe(3);
  });

  it('says before and after of what changes, field by field, and only that', () => {
    const table = setCell(exportLedger(tiny, 'households'), [0, 'people'], 9);
    const result = checkTables(tiny, [table]);
    expect(result.differences).toEqual([
      expect.objectContaining({
        ledger: 'households',
        kind: 'changed',
        code: tiny.households[0]?.code,
        fields: [{ field: 'people', before: tiny.households[0]?.people, after: 9 }],
        geometryChanged: false,
      }),
    ]);
    expect(result.change.upserts.households).toHaveLength(1);
  });

  it('stores the rows of a household ledger as they were reported, those that repeat others too', () => {
    const table = exportLedger(tiny, 'households');
    const rows = [...table.table.rows.slice(0, 3), ...table.table.rows.slice(0, 1).map((row) => ({ ...row, row: 99 }))];
    const doubled: MappedTable = { ...table, table: { ...table.table, rows } };
    const repair = { rule: 'duplicate_in_file', file: 0, table: 0, row: null, repair: { kind: 'proposed' } } as const;
    const result = checkTables(tiny, [doubled], { repairs: [repair], fileName: '十月台账.xlsx' });
    expect(result.change.ledgerRows.map(({ source, rowNumber }) => `${source} ${rowNumber}`)).toEqual([
      '十月台账.xlsx 2',
      '十月台账.xlsx 3',
      '十月台账.xlsx 4',
      '十月台账.xlsx 99',
    ]);
    expect(result.rowsLeftOut).toBe(1);
    expect(sumOf(result)).toBe(result.rowsRead);
  });

  it('removes what a table that replaces does not have, and keeps what others need', () => {
    const exported = exportLedger(tiny, 'services');
    const table = {
      ...pickRows(exported, (_, index) => index > 0),
      mapping: { ...exported.mapping, mode: 'replace' as const },
    };
    const result = checkTables(tiny, [table]);
    expect(result.change.removed).toEqual({ services: [tiny.services[0]?.code] });
    expect(result.counts[0]).toMatchObject({ removed: 1 });
  });

  it('moves the data date on to that of the newest table that brings something', () => {
    const exported = exportLedger(tiny, 'households');
    const later = { ...exported, mapping: { ...exported.mapping, asOf: '2026-12-31' } };
    expect(checkTables(tiny, [later]).change.dataDate).toBeNull();
    expect(checkTables(tiny, [setCell(later, [0, 'people'], 9)]).change.dataDate).toBe('2026-12-31');
  });

  it('leaves what empty cells say nothing about as it was, unless the table replaces', () => {
    const exported = exportLedger(tiny, 'segments');
    const at = tiny.segments.findIndex(({ widthMeters }) => widthMeters !== null);
    const emptied = setCell(exported, [at, 'widthMeters'], null);
    expect(isNoChange(checkTables(tiny, [emptied]).change)).toBe(true);
    const replacing = { ...emptied, mapping: { ...emptied.mapping, mode: 'replace' as const } };
    expect(checkTables(tiny, [replacing]).differences[0]?.fields).toEqual([
      { field: 'widthMeters', before: tiny.segments[at]?.widthMeters, after: null },
    ]);
  });
});

/** A county with its lists sorted: order is none of its properties. */
const sortLists = (rows: object) =>
  Object.fromEntries(
    Object.entries(rows).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.map((row) => JSON.stringify(sortKeys(sortFacilities(row)))).sort() : value,
    ]),
  );

/** Facilities of a site have no order either. */
const sortFacilities = (row: { readonly facilities?: readonly { readonly kind: string }[] }) =>
  row.facilities ? { ...row, facilities: [...row.facilities].sort((a, b) => (a.kind < b.kind ? -1 : 1)) } : row;

/** Keys of rows in one order, all the way down. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => Number(a > b) - Number(a < b));
  return Object.fromEntries(entries.map(([key, each]) => [key, sortKeys(each)]));
}
