import { describe, expect, it } from 'vitest';
import type { County } from '#core/county/county.ts';
import { findCountyCode } from '#server/coverage/network/asked-county.ts';
import { parsePlaces } from '#server/coverage/network/asked-places.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const TINY = createTinyCounty();
const BOX = TINY.areas[0]?.bbox ?? [0, 0, 0, 0];
/** The tiny county twice; the copy a degree to the east. */
const FAR: County = {
  ...TINY,
  code: '529903',
  areas: TINY.areas.map((area) => ({
    ...area,
    boundary: {
      type: 'Polygon',
      coordinates: [
        [
          [BOX[0] + 1, BOX[1]],
          [BOX[2] + 1, BOX[1]],
          [BOX[2] + 1, BOX[3]],
          [BOX[0] + 1, BOX[3]],
          [BOX[0] + 1, BOX[1]],
        ],
      ],
    },
  })),
};

function createCounties(counties: readonly County[]) {
  const getCounty = async (code: string) => counties.find((county) => county.code === code) ?? TINY;
  const boxOf = ({ code }: County) => (code === FAR.code ? [BOX[0] + 1, BOX[1], BOX[2] + 1, BOX[3]] : BOX);
  return { getCounty, listCounties: async () => counties.map((each) => ({ code: each.code, bbox: boxOf(each) })) };
}

const find = (written: string, options: { readonly county?: string; readonly counties?: readonly County[] } = {}) =>
  findCountyCode(createCounties(options.counties ?? [TINY, FAR]), {
    county: options.county,
    places: parsePlaces('from', written),
  });

describe('findCountyCode', () => {
  it('reads the county from codes of areas and settlements, and from the parameter', async () => {
    expect(await find('529903101')).toBe('529903');
    expect(await find('529902101201001;site-1')).toBe('529902');
    expect(await find('site-1', { county: '529903' })).toBe('529903');
    expect(await find('107.51,27.005', { county: '529903101' })).toBe('529903');
  });

  it('takes the only county there is', async () => {
    expect(await find('site-1', { counties: [TINY] })).toBe('529902');
    expect(await find('1,1', { counties: [TINY] })).toBe('529902');
  });

  it('finds the county that holds the first position', async () => {
    expect(await find('107.51,27.005')).toBe('529902');
    expect(await find('site-1;108.51,27.005')).toBe('529903');
  });

  it('says so when places are of several counties, of none, or tell nothing', async () => {
    const codeOf = (written: string, county?: string) =>
      find(written, county === undefined ? {} : { county }).then(
        () => null,
        (error: { code: string }) => error.code,
      );
    expect(await codeOf('529902;529903')).toBe('several_counties');
    expect(await codeOf('529902101', '529903')).toBe('several_counties');
    expect(await codeOf('10,10')).toBe('point_in_no_county');
    expect(await codeOf('site-1')).toBe('county_needed');
  });
});
