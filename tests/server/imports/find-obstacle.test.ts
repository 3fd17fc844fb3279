import { describe, expect, it } from 'vitest';
import { findObstacle } from '#server/imports/find-obstacle.ts';
import type { StoredCheck, StoredImport } from '#server/imports/import-record-store.ts';

const CHECK: StoredCheck = {
  rules: [],
  ledgers: [],
  rowsRead: 3,
  rowsHeld: 0,
  rowsLeftOut: 0,
  tableErrors: 0,
  isNoChange: false,
  findingsSha256: '',
  differencesSha256: '',
};

const createImport = (check: Partial<StoredCheck>, change: Partial<StoredImport> = {}): StoredImport => ({
  countyCode: '529902',
  id: '529902-0123456789abcdef',
  state: 'checked',
  version: 3,
  account: 'local',
  createdAt: new Date(0),
  changedAt: new Date(0),
  files: [],
  mappings: { tables: [], crsGuesses: {} },
  repairs: [],
  check: { ...CHECK, ...check },
  error: null,
  readingSha256: '',
  changeSha256: '',
  checkedRevision: 1,
  writtenRevision: null,
  writtenAt: null,
  undoneRevision: null,
  undoneAt: null,
  ...change,
});

describe('findObstacle', () => {
  it('finds nothing against a checked import that changes something', () => {
    expect(findObstacle(createImport({}), 1)).toBeNull();
  });

  it('counts errors about a whole table, which hold no row', () => {
    expect(findObstacle(createImport({ tableErrors: 2 }), 1)).toEqual({
      code: 'import_table_errors',
      details: { count: 2 },
    });
  });

  it('names held rows before errors about tables', () => {
    expect(findObstacle(createImport({ tableErrors: 2, rowsHeld: 1 }), 1)?.code).toBe('import_rows_held');
  });

  it('refuses another revision, a check that is out of date, nothing to read and no change', () => {
    const codes = [
      findObstacle(createImport({}), 2),
      findObstacle(createImport({}, { state: 'read' }), 1),
      findObstacle(createImport({}, { state: 'written' }), 1),
      findObstacle(createImport({ rowsRead: 0 }), 1),
      findObstacle(createImport({ isNoChange: true }), 1),
    ].map((obstacle) => obstacle?.code);
    expect(codes).toEqual([
      'import_other_revision',
      'import_unchecked',
      'import_written',
      'import_no_rows',
      'import_no_change',
    ]);
  });
});
