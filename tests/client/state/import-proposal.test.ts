import { describe, expect, it } from 'vitest';
import { chooseLedger } from '#client/state/import-proposal.ts';
import { createImportTable, createTableMapping } from '#tests/support/import-record.ts';

const table = createImportTable();
const unmapped = createTableMapping({ ledger: null, columns: {}, position: { kind: 'none' }, crs: null });

describe('chooseLedger', () => {
  it('proposes columns and position of the ledger that was chosen by hand', () => {
    const mapping = chooseLedger(table, unmapped, 'settlements');
    expect(mapping).toMatchObject({
      ledger: 'settlements',
      columns: { townName: 0, villageName: 1 },
      position: { kind: 'two_columns', first: 4, second: 5 },
    });
  });

  it('leaves what a person chose, and gives ledgers without places no position', () => {
    const chosen = { ...unmapped, ledger: 'settlements' as const, columns: { townName: 1 } };
    const mapping = chooseLedger(table, { ...chosen, position: { kind: 'village', column: 1 } }, 'households');
    expect(mapping.columns).toMatchObject({ townName: 1, people: 3 });
    expect(mapping.position).toEqual({ kind: 'none' });
  });

  it('takes the shapes of the file where it has some', () => {
    const shaped = createImportTable({ hasGeometry: true });
    expect(chooseLedger(shaped, unmapped, 'segments').position).toEqual({ kind: 'geometry' });
    expect(chooseLedger(table, unmapped, null)).toMatchObject({ ledger: null, columns: {} });
  });
});
