import { describe, expect, it } from 'vitest';
import { applyCountyChange } from '#core/county/apply-county-change.ts';
import type { RepairChoice } from '#core/ledgers/import-finding.ts';
import type { SourceCell } from '#core/ledgers/source-table.ts';
import { checkTables, createMappedTable, exportLedger, pickRows, setCell } from '#tests/support/checked-import.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const tiny = createTinyCountyRows();
const [village] = tiny.areas.filter(({ level }) => level === 'village');
const [settlement] = tiny.settlements;
const EAST_NORTH = { kind: 'two_columns', first: 3, second: 4 } as const;

/** A new site in the first village, and a household that is to move there. */
function siteAndHousehold() {
  const site = ['site-9', '新安置点', village?.code ?? '', 107.507, 27.006];
  const household: SourceCell[] = [settlement?.code ?? '', 4, 'site-9', 2027];
  return [
    createMappedTable('households', ['settlementCode', 'people', 'siteCode', 'plannedYear'], [household]),
    createMappedTable('sites', ['code', 'name', 'areaCode', 'east', 'north'], [site], {
      mapping: { position: EAST_NORTH },
    }),
  ];
}

describe('rows of one import', () => {
  it('that claim the code of something else spoil none that rightly names it', () => {
    const code = `${settlement?.code}0999`;
    const rows = [
      [code, settlement?.code ?? '', 4],
      [settlement?.code ?? '', settlement?.code ?? '', 3],
    ];
    const { findings, change } = checkTables(tiny, [
      createMappedTable('households', ['code', 'settlementCode', 'people'], rows),
    ]);
    expect(findings.map(({ rule, row }) => [rule, row])).toEqual([['code_of_other_kind', 3]]);
    expect(change.upserts.households?.map((household) => household.code)).toEqual([code]);
  });

  it('may refer to each other in whatever order the tables stand', () => {
    const result = checkTables(tiny, siteAndHousehold());
    expect(result.findings).toEqual([]);
    const [household] = result.change.upserts.households ?? [];
    expect(household?.relocation).toEqual({
      kind: 'centralised',
      siteCode: 'site-9',
      plannedYear: 2027,
      retainedReason: null,
    });
  });

  it('hold what refers to something that a choice leaves out', () => {
    const [households, sites] = siteAndHousehold();
    if (!households || !sites) throw new Error('both tables were made');
    const broken = setCell(sites, [0, 'capacityPeople'], '很多');
    const repairs: readonly RepairChoice[] = [
      { rule: 'number_unreadable', file: 0, table: 1, row: null, repair: { kind: 'leave_out' } },
    ];
    const result = checkTables(tiny, [households, broken], { repairs });
    expect(result.findings.map(({ rule, code }) => [rule, code])).toContainEqual(['code_unknown', expect.any(String)]);
    expect([result.rowsHeld, result.rowsLeftOut]).toEqual([1, 1]);
  });

  it('are asked about when two new things of a village have one name', () => {
    const columns = ['villageName', 'name', 'kind', 'east', 'north'];
    const rows = [0, 1].map((step) => [village?.name ?? '', '村校', '学校', 107.507, 27.006 + step * 0.001]);
    const table = createMappedTable('services', columns, rows, { mapping: { position: EAST_NORTH } });
    const result = checkTables(tiny, [table]);
    expect(result.findings.map(({ rule, severity, row }) => [rule, severity, row])).toEqual([
      ['duplicate_in_file', 'warning', 3],
    ]);
    expect(result.change.upserts.services).toHaveLength(2);
  });

  it('take the place of those that the same ledger reported of the village before', () => {
    const ledger = pickRows(exportLedger(tiny, 'households'), (_, index) => index < 4);
    const first = checkTables(tiny, [setCell(ledger, [0, 'people'], 9)], { fileName: '台账.xlsx' });
    const stored = applyCountyChange(tiny, first.change);
    const shorter = setCell(
      pickRows(ledger, (_, index) => index < 3),
      [0, 'people'],
      8,
    );
    const second = checkTables(stored, [shorter], { fileName: '台账.xlsx' });
    const [last] = ledger.table.rows.slice(-1);
    expect(second.change.removedLedgerRows.map(({ source, rowNumber }) => [source, rowNumber])).toEqual([
      ['台账.xlsx', last?.row],
    ]);
    expect(second.change.ledgerRows.map(({ rowNumber }) => rowNumber)).toEqual([2]);
  });
});

describe('a line that leaves the Earth', () => {
  it('is held although it begins in the county', () => {
    const [road] = tiny.segments;
    const { table, mapping } = createMappedTable('segments', ['roadClass'], [['村道']]);
    const line = [road?.line.coordinates[0] ?? [0, 0], [Number.NaN, 27], [207.5, 127]] as const;
    const rows = [{ row: 1, cells: ['村道'], geometry: { type: 'LineString', coordinates: line } as const }];
    const result = checkTables(tiny, [
      { table: { ...table, rows }, mapping: { ...mapping, position: { kind: 'geometry' } } },
    ]);
    expect(result.findings.map(({ rule }) => rule)).toEqual(['outside_county']);
    expect(result.rowsHeld).toBe(1);
  });
});

describe('a table in a projection that nobody knows', () => {
  it('says so once and holds what is new', () => {
    const [, sites] = siteAndHousehold();
    if (!sites) throw new Error('the table was made');
    const crs = { kind: 'proj', definition: 'LOCAL_CS["county"]', name: 'county grid', swapped: false } as const;
    const result = checkTables(tiny, [{ ...sites, mapping: { ...sites.mapping, crs } }]);
    expect(result.findings.map(({ rule, row, got }) => [rule, row, got])).toEqual([
      ['position_unreadable', 0, 'county grid'],
      ['position_missing', 2, '2'],
    ]);
    expect([result.rowsHeld, result.tableErrors]).toEqual([1, 1]);
  });

  it('brings nothing of the table when it is left out by choice', () => {
    const [, sites] = siteAndHousehold();
    if (!sites) throw new Error('the table was made');
    const crs = { kind: 'proj', definition: 'LOCAL_CS["county"]', name: 'county grid', swapped: false } as const;
    const result = checkTables(tiny, [{ ...sites, mapping: { ...sites.mapping, crs } }], {
      repairs: [{ rule: 'position_unreadable', file: 0, table: 0, row: 0, repair: { kind: 'leave_out' } }],
    });
    expect([result.rowsHeld, result.tableErrors, result.rowsLeftOut]).toEqual([0, 0, 1]);
    expect(result.differences).toEqual([]);
  });
});
