import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { LEAST_VERTEX_DISTANCE, thinContour } from '#core/cartography/sheet/thin-contour.ts';
import { buildCounty } from '#core/county/build-county.ts';
import type { Area } from '#core/county/county.ts';
import { createPaperProjectionFor, type PaperProjection } from '#core/geo/gauss-kruger.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';

type Point = readonly [x: number, y: number];

const pointsOf = (contour: readonly number[]): Point[] =>
  Array.from({ length: contour.length / 2 }, (_, i) => [contour[2 * i] ?? 0, contour[2 * i + 1] ?? 0]);

const side = ([x1, y1]: Point, [x2, y2]: Point, [x, y]: Point): number =>
  Math.sign(Math.round(((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)) * 1e6));

/** Pairs of edges of a ring that cross each other, every edge against every other. */
function countCrossings(ring: readonly number[]): number {
  const points = pointsOf(ring);
  const at = (i: number): Point => points[i % points.length] ?? [0, 0];
  let crossings = 0;
  for (let i = 0; i < points.length; i++)
    for (let j = i + 2; j < points.length; j++) {
      const [a, b, c, d] = [at(i), at(i + 1), at(j), at(j + 1)];
      if (Math.max(a[0], b[0]) < Math.min(c[0], d[0]) || Math.max(c[0], d[0]) < Math.min(a[0], b[0])) continue;
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) crossings++;
    }
  return crossings;
}

/** Rings around a middle, as ragged as one likes, that do not cross themselves. */
const raggedRing = fc
  .record({
    radii: fc.array(fc.double({ min: 0.3, max: 1, noNaN: true }), { minLength: 5, maxLength: 90 }),
    size: fc.double({ min: 0.2, max: 40, noNaN: true }),
    middle: fc.tuple(fc.double({ min: 0, max: 900, noNaN: true }), fc.double({ min: 0, max: 900, noNaN: true })),
  })
  .map(({ radii, size, middle }) =>
    radii.flatMap((radius, i) => {
      const angle = (2 * Math.PI * i) / radii.length;
      return [middle[0] + size * radius * Math.cos(angle), middle[1] + size * radius * Math.sin(angle)];
    }),
  );

const turn = (ring: readonly number[], by: number): number[] => {
  const at = (2 * by) % ring.length;
  return [...ring.slice(at), ...ring.slice(0, at)];
};

const reverse = (contour: readonly number[]): number[] => pointsOf(contour).toReversed().flat();

/** A ring from its smallest vertex on, in the direction in which its smaller neighbour comes first. */
function normalize(ring: readonly number[]): string {
  const points = pointsOf(ring).map(([x, y]) => `${x.toFixed(2)} ${y.toFixed(2)}`);
  const turns = [points, points.toReversed()].flatMap((way) =>
    way.map((_, i) => [...way.slice(i), ...way.slice(0, i)].join(',')),
  );
  return turns.toSorted()[0] ?? '';
}

describe('thinContour', () => {
  it('leaves out vertices nearer than 0.05 mm to the one before', () => {
    expect(thinContour([0, 0, 0.01, 0, 1, 0, 1.02, 0, 1.5, 0], false)).toEqual([0, 0, 1, 0, 1.5, 0]);
  });

  it('drops the closing vertex of a ring', () => {
    expect(thinContour([0, 0, 1, 0, 1, 1, 0, 1, 0, 0], true)).toEqual([0, 0, 1, 0, 1, 1, 0, 1]);
  });

  it('takes a loop that rounding makes out of a ring', () => {
    // two vertices lie so near to each other that they change their order on the grid
    const ring = thinContour([0, 0, 2, 0, 2, 1, 1.024, 1.08, 1.026, 1.02, 0.98, 1.07, 0, 1], true);
    expect(countCrossings(ring)).toBe(0);
  });

  it('keeps what is smaller than the grid', () => {
    expect(thinContour([5, 5, 5.01, 5, 5.01, 5.01], true)).toHaveLength(6);
    expect(thinContour([5, 5, 5.01, 5.01, 5.01, 5], false)).toEqual([5, 5, 5.01, 5]);
  });

  it('makes no ring cross itself and moves no vertex by more than half a step', () => {
    fc.assert(
      fc.property(raggedRing, (ring) => {
        const thin = thinContour(ring, true);
        expect(countCrossings(thin)).toBe(0);
        const given = pointsOf(ring);
        for (const [x, y] of pointsOf(thin)) {
          const nearest = Math.min(...given.map(([px, py]) => Math.max(Math.abs(px - x), Math.abs(py - y))));
          expect(nearest).toBeLessThanOrEqual(LEAST_VERTEX_DISTANCE / 2 + 1e-9);
        }
      }),
      { seed: 20_261_123, numRuns: 300 },
    );
  });

  it('gives the same ring wherever it begins and whichever way it goes', () => {
    fc.assert(
      fc.property(raggedRing, fc.nat(89), (ring, by) => {
        const wanted = normalize(thinContour(ring, true));
        expect(normalize(thinContour(turn(ring, by), true))).toBe(wanted);
        expect(normalize(thinContour(reverse(ring), true))).toBe(wanted);
      }),
      { seed: 20_261_123, numRuns: 200 },
    );
  });
});

describe('boundaries of the sample county on paper', () => {
  let villages: readonly Area[];
  let projection: PaperProjection;
  beforeAll(async () => {
    const county = buildCounty(await loadSampleCounty(), 1);
    villages = county.areas.filter(({ level }) => level === 'village');
    projection = createPaperProjectionFor(county.areas[0]?.bbox ?? [0, 0, 0, 0]);
  }, 120_000);

  const ringsAt = ({ boundary }: Area, scale: number): number[][] =>
    (boundary.type === 'Polygon' ? boundary.coordinates : boundary.coordinates.flat()).map((ring) =>
      ring.flatMap((position) => {
        const [x, y] = projection.forward(position);
        return [(x * 1000) / scale, (-y * 1000) / scale];
      }),
    );

  it.each([80_000, 200_000, 400_000])('no village crosses itself at 1:%i', (scale) => {
    for (const village of villages)
      for (const ring of ringsAt(village, scale))
        expect(countCrossings(thinContour(ring, true)), village.code).toBe(countCrossings(ring));
  });

  it.each([80_000, 400_000])('villages keep the same vertices of the boundaries that they share at 1:%i', (scale) => {
    const write = ([x, y]: Point, digits: number): string => `${x.toFixed(digits)} ${y.toFixed(digits)}`;
    const onGrid = ([x, y]: Point): Point => [Math.round(x * 20) / 20, Math.round(y * 20) / 20];
    /** Whether the rings that go through a place keep a vertex there, one after the other. */
    const kept = new Map<string, boolean[]>();
    for (const village of villages)
      for (const ring of ringsAt(village, scale)) {
        const thin = new Set(pointsOf(thinContour(ring, true)).map((point) => write(point, 2)));
        for (const point of pointsOf(ring).slice(1)) {
          const place = write(point, 6);
          kept.set(place, [...(kept.get(place) ?? []), thin.has(write(onGrid(point), 2))]);
        }
      }
    const shared = [...kept].filter(([, keeps]) => keeps.length > 1);
    expect(shared.length).toBeGreaterThan(1000);
    expect(shared.filter(([, keeps]) => new Set(keeps).size > 1)).toEqual([]);
  });
});
