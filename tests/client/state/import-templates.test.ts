import { describe, expect, it } from 'vitest';
import { applyTemplate, createTemplate, findFit } from '#client/state/import-templates.ts';
import { createTableMapping } from '#tests/support/import-record.ts';

const COLUMNS = ['乡镇', '行政村', '户编号', '家庭 人口', '经度', '纬度'];
const mapping = createTableMapping({ columns: { townName: 0, registeredPeople: 3 }, crsConfirmed: true });

describe('createTemplate', () => {
  it('names columns by their headers', () => {
    expect(createTemplate('搬迁户', mapping, COLUMNS)).toMatchObject({
      name: '搬迁户',
      ledger: 'settlements',
      headers: { townName: '乡镇', registeredPeople: '家庭 人口' },
      position: { kind: 'two_columns', first: '经度', second: '纬度' },
    });
    expect(createTemplate('x', createTableMapping({ ledger: null }), COLUMNS)).toBeNull();
  });
});

describe('applyTemplate', () => {
  const template = { id: 't1', ...(createTemplate('搬迁户', mapping, COLUMNS) ?? { headers: {} }) } as never;

  it('finds the columns where they stand now, and has coordinates confirmed anew', () => {
    const moved = ['序号', '纬度', '经度', '家庭人口', '乡镇'];
    const applied = applyTemplate(template, createTableMapping({ columns: {}, crsConfirmed: true }), moved);
    expect(applied.columns).toEqual({ townName: 4, registeredPeople: 3 });
    expect(applied.position).toEqual({ kind: 'two_columns', first: 2, second: 1 });
    expect(applied.crsConfirmed).toBe(false);
  });

  it('leaves the position where its columns are missing', () => {
    const position = { kind: 'village', column: 0 } as const;
    expect(applyTemplate(template, createTableMapping({ position }), ['乡镇']).position).toEqual(position);
  });
});

describe('findFit', () => {
  it('counts the headers that are there', () => {
    expect(findFit({ headers: { a: '乡镇', b: '没有' } }, COLUMNS)).toEqual({ found: 1, all: 2 });
  });
});
