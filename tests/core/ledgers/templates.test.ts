import { describe, expect, it } from 'vitest';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';
import { applyTemplate, createTemplate, findTemplate, fitsTemplate } from '#core/ledgers/templates.ts';
import { tableOfCells } from '#tests/support/source-tables.ts';

const mapping: TableMapping = {
  file: 0,
  table: 1,
  ledger: 'hazards',
  columns: { code: 0, kind: 2 },
  constants: { sizeClass: 'small' },
  position: { kind: 'two_columns', first: 3, second: 4 },
  crs: { kind: 'gcj02', swapped: false },
  crsConfirmed: true,
  mode: 'replace',
  areaCode: '529902101',
  asOf: '2026-10-31',
};
const table = tableOfCells(['编号', '名称', '灾害类型', '经度', '纬度'], []);
const template = createTemplate(mapping, table, { id: 't1', name: '地灾台账' });

describe('createTemplate', () => {
  it('keeps headers instead of places', () => {
    expect(template).toEqual({
      id: 't1',
      name: '地灾台账',
      ledger: 'hazards',
      headers: { code: '编号', kind: '灾害类型' },
      constants: { sizeClass: 'small' },
      position: { kind: 'two_columns', first: '经度', second: '纬度' },
      crs: { kind: 'gcj02', swapped: false },
      mode: 'replace',
    });
    expect(createTemplate({ ...mapping, ledger: null }, table, { id: 't', name: 't' })).toBeNull();
  });
});

describe('applyTemplate', () => {
  it('gives the mapping back on a table with the columns elsewhere, but for the confirmation', () => {
    const other = tableOfCells(['灾害类型', '纬 度', '经度', '备注', '编号'], []);
    const blank: TableMapping = {
      ...mapping,
      ledger: null,
      columns: {},
      constants: {},
      position: { kind: 'none' },
      crs: null,
      mode: 'add',
    };
    expect(template && applyTemplate(template, other, blank)).toEqual({
      ...mapping,
      columns: { code: 4, kind: 0 },
      position: { kind: 'two_columns', first: 2, second: 1 },
      crsConfirmed: false,
    });
    expect(template && applyTemplate(template, table, mapping)).toEqual({ ...mapping, crsConfirmed: false });
  });

  it('lets the file state its own reference system', () => {
    const stated: TableMapping = { ...mapping, crs: { kind: 'cgcs2000', swapped: false } };
    expect(template && applyTemplate(template, table, stated).crs).toEqual({ kind: 'cgcs2000', swapped: false });
  });
});

describe('findTemplate', () => {
  it('takes the one of which all headers are there, the fullest first', () => {
    if (!template) throw new Error('Got no template when expected one.');
    const small = { ...template, id: 't2', headers: { code: '编号' }, position: { kind: 'none' } as const };
    const foreign = { ...template, id: 't3', headers: { code: '路段编码' } };
    const empty = { ...small, id: 't4', headers: {} };
    expect(findTemplate(table, [empty, small, template, foreign])?.id).toBe('t1');
    expect(findTemplate(tableOfCells(['编号', '名称'], []), [small, template])?.id).toBe('t2');
    expect(findTemplate(tableOfCells(['x'], []), [empty, small, template])).toBeUndefined();
    expect(fitsTemplate(table, template)).toBe(true);
  });
});
