import { describe, expect, it } from 'vitest';
import { joinCounty, splitCounty } from '#core/county/county-parts.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

describe('splitCounty', () => {
  it('gives the same county when its parts are joined in another thread', () => {
    const county = createTinyCounty();
    const parts = [...splitCounty(county)].map((part) => structuredClone(part));
    expect(joinCounty(parts)).toEqual(county);
  });

  it('never hands over more than a slice of a list at once', () => {
    const county = createTinyCounty();
    const segments = Array.from({ length: 1000 }, () => county.segments[0]).filter((segment) => segment !== undefined);
    const slices = [...splitCounty({ ...county, segments })].filter(({ path }) => path[0] === 'segments');
    expect(Math.max(...slices.map(({ slice }) => slice?.length ?? 0))).toBeLessThanOrEqual(120);
  });
});
