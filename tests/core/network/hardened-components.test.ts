import { describe, expect, it } from 'vitest';
import { findHardenedComponents } from '#core/network/hardened-components.ts';
import { createJoinedWorld, type SurfacedRoad } from '#tests/support/joined-world.ts';

const paved = (...points: SurfacedRoad['points']): SurfacedRoad => ({ points, surface: 'cement_concrete' });

function findComponents(roads: readonly SurfacedRoad[], minimumWidthMeters: number | null = null) {
  const { network, definition } = createJoinedWorld({ roads, seats: [], settlements: [] });
  const found = findHardenedComponents(network, { ...definition, minimumWidthMeters });
  return { ...found, of: [...found.componentOfSegment], main: [...found.hasMainRoad] };
}

describe('findHardenedComponents', () => {
  it('numbers components by their first segment and leaves out what is not hardened', () => {
    const { of, main, count } = findComponents([
      paved([0, 0], [1000, 0]),
      {
        points: [
          [1000, 0],
          [2000, 0],
        ],
        surface: 'gravel',
      },
      { ...paved([2000, 0], [3000, 0]), roadClass: 'X' },
      paved([1000, 0], [1000, 1000]),
    ]);
    expect(of).toEqual([0, -1, 1, 0]);
    expect(main).toEqual([0, 1]);
    expect(count).toBe(2);
  });

  it('takes national, provincial, county and town roads for main roads, and no village or industry roads', () => {
    const classes = ['G', 'S', 'X', 'Y', 'C', 'Z'] as const;
    const roads = classes.map((roadClass, i) => ({ ...paved([0, 1000 * i], [500, 1000 * i]), roadClass }));
    expect(findComponents(roads).main).toEqual([1, 1, 1, 1, 0, 0]);
  });

  it('joins where a road ends in the middle of another', () => {
    const { count } = findComponents([paved([0, 0], [2000, 0]), paved([1000, 0], [1000, 1000])]);
    expect(count).toBe(1);
  });

  it('parts where a road is too narrow; one as wide as the minimum, or of unknown width, is not', () => {
    const roads = [
      { ...paved([0, 0], [1000, 0]), widthMeters: 3.5 },
      { ...paved([1000, 0], [2000, 0]), widthMeters: 3.4 },
      paved([2000, 0], [3000, 0]),
    ];
    expect(findComponents(roads).count).toBe(1);
    expect(findComponents(roads, 3.5).of).toEqual([0, -1, 1]);
  });

  it('does not take an unknown surface for a hardened one', () => {
    expect(
      findComponents([
        {
          points: [
            [0, 0],
            [1000, 0],
          ],
        },
      ]).of,
    ).toEqual([-1]);
  });

  it('finds nothing in a county without roads', () => {
    expect(findComponents([])).toMatchObject({ count: 0, of: [], main: [] });
  });
});
