import fc from 'fast-check';
import type { PlanePlace, SurfacedRoad, WorldParts } from './joined-world.ts';

/** Points of the grid are so far apart that no place is near the roads of another point. */
const GRID_METERS = 600;

const CLASSES = ['C', 'C', 'C', 'Z', 'Y', 'X', 'G'] as const;
/** More than half are hardened, so that components are large enough to miss each other. */
const SURFACES = ['cement_concrete', 'asphalt_concrete', 'bituminous_surface', 'gravel', 'worn_asphalt'] as const;

const toPlace = (column: number, row: number): PlanePlace => [column * GRID_METERS, row * GRID_METERS];

/** A road along the grid: a walk of one to three steps. */
const arbitraryRoad = (size: number): fc.Arbitrary<SurfacedRoad> =>
  fc
    .record({
      start: fc.tuple(fc.nat(size - 1), fc.nat(size - 1)),
      steps: fc.array(fc.constantFrom([1, 0], [-1, 0], [0, 1], [0, -1]), { minLength: 1, maxLength: 3 }),
      roadClass: fc.constantFrom(...CLASSES),
      surface: fc.constantFrom(...SURFACES),
      widthMeters: fc.constantFrom(null, 3, 4.5),
    })
    .map(({ start, steps, ...row }) => {
      const points: (readonly [number, number])[] = [[start[0] ?? 0, start[1] ?? 0]];
      for (const [dx = 0, dy = 0] of steps) {
        const [x, y] = points.at(-1) ?? [0, 0];
        const next = [Math.min(size - 1, Math.max(0, x + dx)), Math.min(size - 1, Math.max(0, y + dy))] as const;
        if (next[0] !== x || next[1] !== y) points.push(next);
      }
      // at the edge of the grid a walk may stay where it is: the road goes inwards then
      if (points.length === 1) points.push([start[0] === 0 ? 1 : start[0] - 1, start[1]]);
      return { ...row, points: points.map(([x, y]) => toPlace(x, y)) };
    });

/** Worlds on a small grid: roads of all sorts, two villages, settlements near points of the grid. */
export const arbitraryWorld = ({
  size,
  mostRoads,
}: {
  readonly size: number;
  readonly mostRoads: number;
}): fc.Arbitrary<WorldParts> =>
  fc.record({
    roads: fc.array(arbitraryRoad(size), { minLength: mostRoads >> 1, maxLength: mostRoads }),
    seats: fc.array(
      fc.tuple(fc.nat(size - 1), fc.nat(size - 1)).map(([x, y]) => toPlace(x, y)),
      {
        minLength: 2,
        maxLength: 2,
      },
    ),
    settlements: fc
      .array(
        fc.record({
          point: fc.tuple(fc.nat(size - 1), fc.nat(size - 1)),
          shift: fc.tuple(fc.integer({ min: -130, max: 130 }), fc.integer({ min: -130, max: 130 })),
          village: fc.nat(1),
        }),
        { minLength: 1, maxLength: 6 },
      )
      .map((list) =>
        list
          .sort((a, b) => a.village - b.village)
          .map(({ point: [column, row], shift, village }) => {
            const [east, north] = toPlace(column, row);
            return { place: [east + shift[0], north + shift[1]] as PlanePlace, village };
          }),
      ),
    settings: fc.constantFrom({}, { joinMinimumWidthMeters: 3.5 }),
  });
