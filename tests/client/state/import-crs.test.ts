import { describe, expect, it } from 'vitest';
import { createCrs, describeCrs, findCrsChoice, listMeridians, setGrid } from '#client/state/import-crs.ts';

const GRID = { zoneWidth: 3, centralMeridian: 105, zonePrefix: false } as const;

describe('createCrs', () => {
  it('keeps axes and grid of what was chosen before', () => {
    const swapped = { kind: 'gauss_kruger', ...GRID, zonePrefix: true, swapped: true } as const;
    expect(createCrs('xian80', swapped, GRID)).toEqual({
      kind: 'old_datum',
      datum: 'xian80',
      projection: { ...GRID, zonePrefix: true },
      errorMeters: 10,
      swapped: true,
    });
    expect(createCrs('gauss_kruger', null, GRID)).toEqual({ kind: 'gauss_kruger', ...GRID, swapped: false });
    expect(createCrs('bd09', swapped, GRID)).toEqual({ kind: 'bd09', swapped: true });
  });
});

describe('setGrid', () => {
  it('makes an old datum longitude and latitude again', () => {
    const crs = createCrs('beijing54', createCrs('gauss_kruger', null, GRID), GRID);
    expect(setGrid(crs, null)).toMatchObject({ datum: 'beijing54', projection: null });
    expect(setGrid({ kind: 'wgs84', swapped: false }, GRID)).toEqual({ kind: 'wgs84', swapped: false });
  });
});

describe('listMeridians', () => {
  it('offers those of the zones around', () => {
    // the 3-degree zone 35 has the meridian 105, the 6-degree zone 18 reaches from 102 to 108
    expect(listMeridians(3, 105.4)).toEqual([99, 102, 105, 108, 111]);
    expect(listMeridians(6, 105.4)).toEqual([93, 99, 105, 111, 117]);
  });
});

describe('describeCrs', () => {
  it('says zone, meridian and order of the axes', () => {
    expect(describeCrs({ kind: 'gauss_kruger', ...GRID, zonePrefix: true, swapped: true }, 'zh')).toBe(
      'CGCS2000 高斯-克吕格 3 度带，中央经线 105°，加带号，两轴对调',
    );
    expect(describeCrs({ kind: 'proj', definition: '+proj=utm', name: 'UTM 48N', swapped: false }, 'en')).toBe(
      'UTM 48N',
    );
    expect(describeCrs(null, 'en')).toBe('unknown');
    expect(findCrsChoice({ kind: 'proj', definition: '', name: '', swapped: false })).toBeNull();
  });
});
