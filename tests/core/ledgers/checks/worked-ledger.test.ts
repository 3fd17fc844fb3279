import { describe, expect, it } from 'vitest';
import { applyCountyChange } from '#core/county/apply-county-change.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { findLedgerProblems, LEDGER_RULES } from '#core/indicators/data-quality/ledger-problems.ts';
import type { RepairChoice } from '#core/ledgers/import-finding.ts';
import { checkTables, createMappedTable, type MappedTable } from '#tests/support/checked-import.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

/** domain.md section 5: one village's ledger has 117 rows in which 28 households stand twice; 89 are distinct, (117 - 89) ÷ 117 = 23.9 %. */
const ROWS = 117;
const TWICE = 28;

const tiny = createTinyCountyRows();
const settlement = tiny.settlements[0]?.code ?? '';

function createLedger(): MappedTable {
  const codes = Array.from({ length: ROWS }, (_, index) => {
    const number = index < ROWS - TWICE ? index : index - (ROWS - TWICE);
    return `${settlement}${String(5000 + number).padStart(4, '0')}`;
  });
  return createMappedTable(
    'households',
    ['code', 'people', 'category'],
    codes.map((code) => [code, 3, '产业']),
  );
}

describe('the ledger of 117 rows in which 28 households stand twice', () => {
  it('is held until the repeated rows are left out, then brings 89 households', () => {
    const held = checkTables(tiny, [createLedger()]);
    expect(held.findings.map(({ rule }) => rule)).toEqual(new Array(TWICE).fill('duplicate_in_file'));
    expect([held.rowsRead, held.rowsHeld, held.rowsWritten]).toEqual([117, 28, 89]);
    const repairs: readonly RepairChoice[] = [
      { rule: 'duplicate_in_file', file: 0, table: 0, row: null, repair: { kind: 'proposed' } },
    ];
    const settled = checkTables(tiny, [createLedger()], { repairs });
    expect([settled.rowsHeld, settled.rowsLeftOut, settled.rowsWritten]).toEqual([0, 28, 89]);
    expect(settled.change.upserts.households).toHaveLength(89);
    expect(settled.change.ledgerRows).toHaveLength(117);
  });

  it('leaves 23.9 % for Q1 to count, because what was reported twice was reported twice', () => {
    const repairs: readonly RepairChoice[] = [
      { rule: 'duplicate_in_file', file: 0, table: 0, row: null, repair: { kind: 'leave_out' } },
    ];
    const { change } = checkTables({ ...tiny, ledgerRows: [] }, [createLedger()], { repairs });
    const county = buildCounty(applyCountyChange({ ...tiny, ledgerRows: [] }, change), 2);
    const twice = 1 << LEDGER_RULES.indexOf('reported_twice');
    const problems = findLedgerProblems(county);
    expect([...problems].filter((bits) => bits === twice)).toHaveLength(TWICE);
    expect([...problems].filter((bits) => bits !== 0)).toHaveLength(TWICE);
    expect(TWICE / county.ledgerRows.length).toBeCloseTo(0.239, 3);
  });

  it('shows the same 28 by their identity numbers where no codes are given', () => {
    const { table, mapping } = createMappedTable(
      'households',
      ['settlementCode', 'people'],
      Array.from({ length: ROWS }, () => [settlement, 3]),
    );
    const samePersons = Array.from({ length: TWICE }, (_, index) => [index + 2, index + 2 + ROWS - TWICE]);
    const { findings, rowsHeld } = checkTables(tiny, [{ table: { ...table, samePersons }, mapping }]);
    expect(findings.map(({ rule }) => rule)).toEqual(new Array(TWICE).fill('same_person_twice'));
    expect(rowsHeld).toBe(TWICE);
  });
});
