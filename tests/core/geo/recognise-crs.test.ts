import { describe, expect, it } from 'vitest';
import { lonLatToBd09, lonLatToGcj02 } from '#core/geo/datum-shift.ts';
import { createPaperProjection } from '#core/geo/gauss-kruger.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { lonLatToMercator } from '#core/geo/mercator.ts';
import { type CrsSample, recogniseCrs } from '#core/geo/recognise-crs.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';

const rows = await loadSampleCounty();
const areas = new Map(rows.areas.map(({ code, boundary }) => [code, boundary]));
const outline = rows.areas.find(({ level }) => level === 'county')?.boundary;
if (!outline) throw new Error('the sample county has an outline');

/** Settlements of the sample county in another system, with the village that each names or none. */
const samplesIn = (
  convert: (position: LonLat) => readonly [number, number],
  { named = true, every = 1 } = {},
): readonly CrsSample[] =>
  rows.settlements
    .filter((_, index) => index % every === 0)
    .map(({ position, villageCode }) => {
      const [first, second] = convert(position);
      return { first, second, areaCode: named ? villageCode : null };
    });

const recognise = (samples: readonly CrsSample[]) => recogniseCrs(samples, { areas, outline, stated: null });

describe('recogniseCrs', () => {
  it('leaves plain degrees alone', () => {
    const [best] = recognise(samplesIn((position) => position));
    expect(best).toMatchObject({ crs: { kind: 'cgcs2000', swapped: false }, inside: 1, by: 'range' });
  });

  it('recognises GCJ-02 and BD-09 by the villages, and tells the share of each system', () => {
    const found = recognise(samplesIn(lonLatToGcj02));
    expect(found[0]).toMatchObject({ crs: { kind: 'gcj02' }, inside: 1, by: 'villages' });
    expect(found.find(({ crs }) => crs.kind === 'cgcs2000')?.inside).toBeLessThan(0.95);
    expect(recognise(samplesIn(lonLatToBd09))[0]).toMatchObject({ crs: { kind: 'bd09' }, inside: 1, by: 'villages' });
  });

  it('recognises a shift that the file denies', () => {
    const samples = samplesIn(lonLatToGcj02, { every: 3 });
    const [best, next] = recogniseCrs(samples, { areas, outline, stated: { kind: 'wgs84', swapped: false } });
    expect(best?.crs.kind).toBe('gcj02');
    expect(next?.crs.kind === 'bd09' || next?.by === 'file').toBe(true);
  });

  it('does not prefer a shift by three points', () => {
    expect(recognise(samplesIn(lonLatToGcj02).slice(0, 3))[0]?.crs.kind).toBe('cgcs2000');
  });

  it('does not prefer a shift where no village is named and the county fits either way', () => {
    expect(recognise(samplesIn((position) => position, { named: false }))[0]?.crs.kind).toBe('cgcs2000');
  });

  it('recognises swapped axes of degrees', () => {
    expect(recognise(samplesIn(([lon, lat]) => [lat, lon]))[0]).toMatchObject({
      crs: { kind: 'cgcs2000', swapped: true },
      inside: 1,
      by: 'swapped',
    });
  });

  it('recognises Gauss-Kruger with the zone before the easting, northing first', () => {
    const { forward } = createPaperProjection(108);
    const samples = samplesIn((position) => {
      const [x, y] = forward(position);
      return [y, 36_000_000 + x];
    });
    expect(recognise(samples)[0]).toMatchObject({
      crs: { kind: 'gauss_kruger', zoneWidth: 3, centralMeridian: 108, zonePrefix: true, swapped: true },
      inside: 1,
    });
  });

  it('finds the central meridian of eastings without a zone', () => {
    for (const centralMeridian of [105, 108]) {
      const samples = samplesIn(createPaperProjection(centralMeridian).forward, { every: 2 });
      expect(recognise(samples)[0]).toMatchObject({
        crs: { kind: 'gauss_kruger', centralMeridian, zonePrefix: false, swapped: false },
        inside: 1,
        by: 'range',
      });
    }
  });

  it('recognises Mercator metres', () => {
    expect(recognise(samplesIn(lonLatToMercator))[0]?.crs.kind).toBe('web_mercator');
  });

  it('says nothing of points that lie elsewhere', () => {
    expect(recognise([{ first: 9.5, second: 47.1, areaCode: null }])).toEqual([]);
  });
});
