import { describe, expect, it } from 'vitest';
import type { AreaRow } from '#core/county/things.ts';
import { rankAreas } from '#core/indicators/ranking.ts';
import { COUNTY, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';
import { createManyProjects, createTinyContext } from '#tests/support/worked-worlds.ts';

/** A county with one town for each list of `[completed, begun]`. */
function createTowns(
  counts: readonly (readonly [completed: number, begun: number])[],
  ranking: 'all' | 'front_half' | 'none' = 'all',
) {
  const rows = createTinyCountyRows();
  const [county, town] = rows.areas;
  if (!county || !town) throw new Error('The tiny county has no town.');
  const towns = counts.map((_, i): AreaRow => ({ ...town, code: `${COUNTY}${101 + i}` }));
  const projects = counts.flatMap(([completed, begun], i) =>
    createManyProjects({ all: begun, begun, completed }).map((project) => ({
      ...project,
      code: `${i}-${project.code}`,
      areaCode: `${COUNTY}${101 + i}`,
    })),
  );
  return createTinyContext({ areas: [county, ...towns], projects, settings: { ...rows.settings, ranking } });
}

const ranksOf = (context: ReturnType<typeof createTowns>) =>
  rankAreas(context, 'P1', COUNTY).map(({ area, rank }) => `${area.slice(6)}:${rank}`);

describe('rankAreas', () => {
  it('puts the best first, lets ties share a rank and ranks nothing that is not applicable', () => {
    const context = createTowns([
      [1, 4],
      [0, 0],
      [2, 4],
      [1, 2],
      [4, 4],
    ]);
    expect(ranksOf(context)).toEqual(['105:1', '103:2', '104:2', '101:4', '102:null']);
  });

  it('puts the lowest first where less is better', () => {
    const ranked = rankAreas(createTinyContext(), 'S4', COUNTY);
    const values = ranked.map(({ figure }) => figure.value ?? 0);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
  });

  it('shows the front half only, or no rank, as the county has set', () => {
    const counts = [
      [4, 4],
      [3, 4],
      [2, 4],
      [0, 0],
    ] as const;
    expect(ranksOf(createTowns(counts, 'front_half'))).toEqual(['101:1', '102:2', '103:null', '104:null']);
    expect(ranksOf(createTowns(counts, 'none'))).toEqual(['101:null', '102:null', '103:null', '104:null']);
  });

  it('tells the rank of an earlier day beside', () => {
    const context = createTinyContext();
    const ranked = rankAreas(context, 'S3', WEST_TOWN, { compareWith: context.at('2025-09-30') });
    expect(ranked.every(({ rank, previousRank }) => rank !== null && previousRank !== null)).toBe(true);
    expect(rankAreas(context, 'S3', WEST_TOWN).every(({ previousRank }) => previousRank === null)).toBe(true);
  });
});
