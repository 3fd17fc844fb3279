import { describe, expect, it } from 'vitest';
import { leaveOutHousePoints } from '#core/ledgers/leave-out-house-points.ts';
import { createMappedTable } from '#tests/support/checked-import.ts';

const COLUMNS = ['code', 'settlementCode', 'people', '经度', '纬度'];
const ROWS = [
  ['5299021012010010001', '529902101201001', 3, 107.512345, 27.012345],
  ['5299021012010010002', '529902101201001', 4, 107.512399, 27.012377],
  ['5299021012010010003', '529902101201001', 5, 107.512444, 27.012422],
];

describe('leaveOutHousePoints', () => {
  it('leaves out and lists where each household lives', () => {
    const { table, mapping } = createMappedTable('households', COLUMNS, ROWS);
    const stripped = leaveOutHousePoints(table, mapping);
    expect(stripped.columns).toEqual(COLUMNS.slice(0, 3));
    expect(stripped.rows.map(({ cells }) => cells)).toEqual(ROWS.map((row) => row.slice(0, 3)));
    expect(stripped.leftOut).toEqual([
      { header: '经度', kind: 'house_point', by: 'header' },
      { header: '纬度', kind: 'house_point', by: 'header' },
    ]);
    expect(stripped.notes).toEqual([{ kind: 'left_out', values: { count: 2 } }]);
  });

  it('recognises one column of coordinates by what stands in it', () => {
    const rows = ROWS.map((row) => [...row.slice(0, 3), `${row[3]},${row[4]}`]);
    const { table, mapping } = createMappedTable('households', [...COLUMNS.slice(0, 3), '备注'], rows);
    expect(leaveOutHousePoints(table, mapping).leftOut).toEqual([
      { header: '备注', kind: 'house_point', by: 'contents' },
    ]);
  });

  it('leaves out the geometry of features, and every column of coordinates beside it', () => {
    const columns = [...COLUMNS, '位置', 'WKT'];
    const rows = ROWS.map((row) => [...row, `${row[3]},${row[4]}`, `POINT (${row[3]} ${row[4]})`]);
    const { table, mapping } = createMappedTable('households', columns, rows);
    const features = table.rows.map((row) => ({
      ...row,
      geometry: { type: 'Point', coordinates: [107.512345, 27.012345] } as const,
    }));
    const stripped = leaveOutHousePoints({ ...table, rows: features }, mapping);
    expect(stripped.leftOut.map(({ header, by }) => [header, by])).toEqual([
      ['geometry', 'geometry'],
      ['WKT', 'contents'],
      ['经度', 'header'],
      ['纬度', 'header'],
      ['位置', 'contents'],
    ]);
    expect(JSON.stringify(stripped)).not.toContain('107.5');
  });

  it('empties the columns where they must keep their places, once', () => {
    const { table, mapping } = createMappedTable('households', COLUMNS, ROWS);
    const emptied = leaveOutHousePoints(table, mapping, { keepsPlaces: true });
    expect(emptied.columns).toEqual(COLUMNS);
    expect(emptied.rows.map(({ cells }) => cells)).toEqual(ROWS.map((row) => [...row.slice(0, 3), null, null]));
    expect(emptied.leftOut.map(({ header }) => header)).toEqual(['经度', '纬度']);
    expect(leaveOutHousePoints(emptied, mapping, { keepsPlaces: true })).toBe(emptied);
  });

  it('leaves old homesteads and households without coordinates as they are', () => {
    const homesteads = createMappedTable('homesteads', ['code', 'householdCode', '经度', '纬度'], []);
    expect(leaveOutHousePoints(homesteads.table, homesteads.mapping)).toBe(homesteads.table);
    const plain = createMappedTable(
      'households',
      COLUMNS.slice(0, 3),
      ROWS.map((row) => row.slice(0, 3)),
    );
    expect(leaveOutHousePoints(plain.table, plain.mapping)).toBe(plain.table);
  });
});
