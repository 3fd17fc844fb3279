import { describe, expect, it } from 'vitest';
import { locatePlace, parsePlaces } from '#server/coverage/network/asked-places.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const COUNTY = createTinyCounty();

describe('parsePlaces', () => {
  it('reads positions and codes, with signs of either script between them', () => {
    expect(parsePlaces('from', '107.5,27; site-1；107.51，27.005')).toEqual([
      { kind: 'position', position: [107.5, 27] },
      { kind: 'code', code: 'site-1' },
      { kind: 'position', position: [107.51, 27.005] },
    ]);
  });

  it.each([
    '',
    ';',
    '107.5',
    '107.5,27,3',
    '107.5;27',
    'a b',
    '<script>',
    '181,27',
    '107,91',
    '1e5,2',
    'NaN,NaN',
    "' OR 1=1",
  ])('makes of %j a code at most, never a wrong position', (written) => {
    try {
      for (const place of parsePlaces('from', written)) expect(place.kind).toBe('code');
    } catch (error) {
      expect(error).toMatchObject({ code: 'invalid_place', details: { field: 'from' } });
    }
  });

  it('shortens what it repeats', () => {
    expect(() => parsePlaces('to', '?'.repeat(200))).toThrow(
      expect.objectContaining({ details: { field: 'to', got: `${'?'.repeat(40)}…` } }),
    );
  });
});

describe('locatePlace', () => {
  it('finds areas at their seat, sites and parks at their access point, services and hazard points where they are', () => {
    const positionOf = (code: string) => locatePlace(COUNTY, { kind: 'code', code }, 'en').position;
    for (const area of COUNTY.areas) expect(positionOf(area.code)).toEqual(area.seat);
    for (const thing of [...COUNTY.sites, ...COUNTY.parks]) expect(positionOf(thing.code)).toEqual(thing.accessPoint);
    for (const thing of [...COUNTY.services, ...COUNTY.hazards, ...COUNTY.settlements]) {
      expect(positionOf(thing.code)).toEqual(thing.position);
    }
  });

  it('knows no households', () => {
    const code = COUNTY.households.codes[0] ?? '';
    expect(() => locatePlace(COUNTY, { kind: 'code', code }, 'zh')).toThrow(
      expect.objectContaining({ code: 'unknown_place' }),
    );
  });

  it('lets the boundary decide what is inside', () => {
    const at = (lon: number, lat: number) => locatePlace(COUNTY, { kind: 'position', position: [lon, lat] }, 'en');
    const [west, south] = COUNTY.areas[0]?.bbox ?? [0, 0];
    expect(at(west, south)).toEqual({ code: null, name: `${west},${south}`, position: [west, south] });
    expect(() => at(west - 1e-6, south)).toThrow(expect.objectContaining({ code: 'point_outside_county' }));
  });
});
