import { describe, expect, it } from 'vitest';
import { geodesicAreaSquareMeters } from '#core/geo/geodesic-area.ts';
import type { AreaGeometry } from '#core/geo/geometry.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { simplifyCoverage } from '#core/geo/simplify-coverage.ts';
import { simplifyLine } from '#core/geo/simplify-line.ts';

/** Two boxes with a wavy common boundary of 21 positions about x = 1. */
function createPair(): readonly AreaGeometry[] {
  const wave = Array.from({ length: 21 }, (_, i): LonLat => [1 + 0.01 * Math.sin(i), i / 20]);
  const bottom = wave[0] ?? ([1, 0] as const);
  const top = wave[20] ?? ([1, 1] as const);
  const left: readonly LonLat[] = [[0, 0], ...wave, [0, 1], [0, 0]];
  const right: readonly LonLat[] = [bottom, [2, 0], [2, 1], top, ...[...wave].reverse().slice(1)];
  return [
    { type: 'Polygon', coordinates: [left] },
    { type: 'Polygon', coordinates: [right] },
  ];
}

const sumOfAreas = (areas: readonly AreaGeometry[]) =>
  areas.reduce((sum, area) => sum + geodesicAreaSquareMeters(area), 0);

describe('simplifyCoverage', () => {
  it('drops positions and leaves neither gap nor overlap', () => {
    const pair = createPair();
    const simple = simplifyCoverage(pair, 0.005);
    expect(simple.flatMap((area) => area.coordinates.flat()).length).toBeLessThan(46);
    expect(sumOfAreas(simple) / sumOfAreas(pair)).toBeCloseTo(1, 9);
  });

  it('keeps everything at no tolerance and a small ring at a large one', () => {
    expect(simplifyCoverage(createPair(), 0)).toHaveLength(2);
    const small: AreaGeometry = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [0.1, 0],
          [0, 0.1],
          [0, 0],
        ],
      ],
    };
    expect(simplifyCoverage([small], 10)).toEqual([small]);
  });
});

describe('simplifyLine', () => {
  it('keeps both ends and what stands out', () => {
    const line: readonly LonLat[] = [
      [0, 0],
      [1, 0.001],
      [2, 1],
      [3, 0],
    ];
    expect(simplifyLine(line, 0.1)).toEqual([
      [0, 0],
      [1, 0.001],
      [2, 1],
      [3, 0],
    ]);
    expect(simplifyLine(line, 0.6)).toEqual([
      [0, 0],
      [2, 1],
      [3, 0],
    ]);
    expect(simplifyLine(line, 5)).toEqual([
      [0, 0],
      [3, 0],
    ]);
  });
});
