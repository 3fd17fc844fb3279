import { describe, expect, it } from 'vitest';
import { listMissing } from '#client/state/import-ledgers.ts';
import {
  changePositionKind,
  listFieldsOf,
  replaceMapping,
  setColumnField,
  setConstant,
  setFieldColumn,
  setLedger,
  setPosition,
} from '#client/state/import-mapping.ts';
import { getLedger } from '#core/ledgers/ledgers.ts';
import { createTableMapping } from '#tests/support/import-record.ts';

const mapping = createTableMapping({ columns: { code: 2, townName: 0 }, constants: { kind: '自然村' } });

describe('setColumnField', () => {
  it('gives a column one field, and the field one column', () => {
    expect(setColumnField(mapping, 3, 'code').columns).toEqual({ townName: 0, code: 3 });
    expect(setColumnField(mapping, 0, 'villageName').columns).toEqual({ code: 2, villageName: 0 });
    expect(setColumnField(mapping, 0, null).columns).toEqual({ code: 2 });
  });

  it('takes the fixed value of the field away', () => {
    expect(setColumnField(mapping, 5, 'kind').constants).toEqual({});
  });
});

describe('setFieldColumn', () => {
  it('lets a column be several fields', () => {
    const both = setFieldColumn(mapping, 'villageName', 0);
    expect(listFieldsOf(both, 0)).toEqual(['townName', 'villageName']);
    expect(setFieldColumn(both, 'villageName', null).columns).toEqual(mapping.columns);
  });
});

describe('setConstant', () => {
  it('keeps what was typed without blanks, and forgets an empty value', () => {
    expect(setConstant(mapping, 'kind', ' 村民小组 ').constants).toEqual({ kind: '村民小组' });
    expect(setConstant(mapping, 'kind', ' ').constants).toEqual({});
  });
});

describe('setLedger', () => {
  it('frees the columns of fields that the other ledger has not', () => {
    const fields = getLedger('hazards').fields;
    expect(Object.keys(setLedger(mapping, 'hazards', fields).columns)).toEqual(
      ['code', 'townName'].filter((name) => fields.some((field) => field.name === name)),
    );
    expect(setLedger(mapping, null, []).columns).toEqual({});
  });
});

describe('setPosition', () => {
  it('has the reference system confirmed anew', () => {
    const confirmed = { ...mapping, crsConfirmed: true };
    expect(setPosition(confirmed, { kind: 'geometry' })).toMatchObject({ crs: null, crsConfirmed: false });
  });
});

describe('changePositionKind', () => {
  it('keeps the columns that were chosen', () => {
    expect(changePositionKind({ kind: 'two_columns', first: 4, second: 5 }, 'one_column')).toEqual({
      kind: 'one_column',
      column: 4,
    });
    expect(changePositionKind({ kind: 'one_column', column: 4 }, 'two_columns')).toEqual({
      kind: 'two_columns',
      first: 4,
      second: 5,
    });
    expect(changePositionKind({ kind: 'wkt', column: 4 }, 'none')).toEqual({ kind: 'none' });
  });
});

describe('replaceMapping', () => {
  it('changes the mapping of one table alone', () => {
    const other = createTableMapping({ table: 1 });
    const changed = { ...mapping, mode: 'replace' as const };
    expect(replaceMapping([mapping, other], changed)).toEqual([other, changed]);
  });
});

describe('listMissing', () => {
  it('names required fields without a column, a value, or a column through which they are found', () => {
    const names = (columns: Record<string, number>, constants: Record<string, string> = {}): readonly string[] =>
      listMissing(createTableMapping({ ledger: 'households', columns, constants })).map(({ name }) => name);
    expect(names({})).toContain('settlementCode');
    expect(names({ settlementName: 1 })).not.toContain('settlementCode');
    expect(names({ settlementCode: 1 })).not.toContain('settlementCode');
    expect(names({}, { people: '3' })).not.toContain('people');
  });
});
