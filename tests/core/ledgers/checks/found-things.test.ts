import { describe, expect, it } from 'vitest';
import { applyCountyChange, isNoChange } from '#core/county/apply-county-change.ts';
import { lonLatToGcj02 } from '#core/geo/datum-shift.ts';
import { createPaperProjection } from '#core/geo/gauss-kruger.ts';
import { nearDistanceMeters } from '#core/geo/near-distance.ts';
import type { SourceCell } from '#core/ledgers/source-table.ts';
import type { PositionSource, TableMapping } from '#core/ledgers/table-mapping.ts';
import { checkTables, createMappedTable } from '#tests/support/checked-import.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const tiny = createTinyCountyRows();
const villages = tiny.areas.filter(({ level }) => level === 'village');
const nameOf = (code: string): string => tiny.areas.find((area) => area.code === code)?.name ?? '';
const TWO: PositionSource = { kind: 'two_columns', first: 3, second: 4 };

/** Settlements of the tiny county by names only, in another reference system. */
function settlementsIn(
  crs: TableMapping['crs'],
  convert: (position: readonly [number, number]) => readonly SourceCell[],
) {
  const rows = tiny.settlements.map(({ name, villageCode, position }) => [
    nameOf(villageCode.slice(0, 9)),
    nameOf(villageCode),
    name,
    ...convert(position),
  ]);
  const columns = ['townName', 'villageName', 'name', 'east', 'north'];
  return createMappedTable('settlements', columns, rows, { mapping: { position: TWO, crs, crsConfirmed: true } });
}

describe('a ledger of names without codes', () => {
  it('finds every settlement again by town, village and name, whatever system its coordinates are in', () => {
    const { forward } = createPaperProjection(108);
    const grid = { kind: 'gauss_kruger', zoneWidth: 3, centralMeridian: 108, zonePrefix: true, swapped: true } as const;
    for (const table of [
      settlementsIn(null, (position) => position),
      settlementsIn({ kind: 'gcj02', swapped: false }, lonLatToGcj02),
      settlementsIn(grid, (position) => [forward(position)[1], 36_000_000 + forward(position)[0]]),
    ]) {
      const result = checkTables(tiny, [table]);
      expect(result.findings).toEqual([]);
      expect(isNoChange(result.change)).toBe(true);
    }
  });

  it('moves things by the shift that was not taken off, and says so', () => {
    const result = checkTables(tiny, [settlementsIn(null, lonLatToGcj02)]);
    expect(result.differences.length).toBeGreaterThan(0);
    for (const { kind, geometryChanged, position, code } of result.differences) {
      const known = tiny.settlements.find((settlement) => settlement.code === code)?.position ?? [0, 0];
      expect([kind, geometryChanged]).toEqual(['changed', true]);
      expect(nearDistanceMeters(position ?? [0, 0], known)).toBeGreaterThan(300);
    }
  });

  it('puts things whose place is not told at the seat of their village', () => {
    const [village] = villages;
    const table = createMappedTable(
      'services',
      ['villageName', 'name', 'kind'],
      [
        [village?.name ?? '', '第一小学', '学校'],
        [village?.name ?? '', '村卫生站', '卫生室'],
      ],
      { mapping: { position: { kind: 'village', column: 0 } } },
    );
    const result = checkTables(tiny, [table]);
    expect(result.change.upserts.services?.map(({ position, areaCode }) => [position, areaCode])).toEqual([
      [village?.seat, village?.code],
      [village?.seat, village?.code],
    ]);
    expect(isNoChange(checkTables(applyCountyChange(tiny, result.change), [table]).change)).toBe(true);
  });

  it('finds roads without codes again by where they run', () => {
    const [road] = tiny.segments;
    if (!road) throw new Error('the tiny county has roads');
    const { table, mapping } = createMappedTable('segments', ['roadClass'], [[road.roadClass]]);
    const rows = [{ row: 1, cells: [road.roadClass], geometry: road.line }];
    const found = { table: { ...table, rows }, mapping: { ...mapping, position: { kind: 'geometry' } as const } };
    expect(checkTables(tiny, [found]).rowsUnchanged).toBe(1);
  });

  it('gives the same new codes for the same rows, after the highest in use', () => {
    const columns = ['villageName', 'name', 'kind', 'east', 'north'];
    const [village] = villages;
    const rows = ['甲', '乙'].map((name, index) => [
      village?.name ?? '',
      `${name}校`,
      '学校',
      107.507,
      27.006 + index * 0.001,
    ]);
    const table = createMappedTable('services', columns, rows, { mapping: { position: TWO } });
    const codesOf = () => checkTables(tiny, [table]).change.upserts.services?.map(({ code }) => code);
    expect(codesOf()).toEqual(['FW0001', 'FW0002']);
    expect(codesOf()).toEqual(codesOf());
  });

  it('asks which village is meant when two towns have one of the name', () => {
    const [a, b] = [villages[0], villages.find(({ parentCode }) => parentCode !== villages[0]?.parentCode)];
    const twins = { ...tiny, areas: tiny.areas.map((area) => (area === b ? { ...area, name: a?.name ?? '' } : area)) };
    const cells = [a?.name ?? '', '新组', ...(b?.seat ?? [])];
    const position = { kind: 'two_columns', first: 2, second: 3 } as const;
    const table = createMappedTable('settlements', ['villageName', 'name', 'east', 'north'], [cells], {
      mapping: { position },
    });
    const [finding] = checkTables(twins, [table]).findings;
    expect(finding?.rule).toBe('name_ambiguous');
    const repair = { kind: 'set', field: 'villageCode', value: b?.code ?? '' } as const;
    const repairs = [{ rule: 'name_ambiguous', file: 0, table: 0, row: 2, repair }] as const;
    expect(checkTables(twins, [table], { repairs }).change.upserts.settlements?.[0]?.villageCode).toBe(b?.code);
    const inTown = { ...table, mapping: { ...table.mapping, areaCode: b?.parentCode ?? '' } };
    expect(checkTables(twins, [inTown]).change.upserts.settlements?.[0]?.villageCode).toBe(b?.code);
  });
});
