import { describe, expect, it } from 'vitest';
import { geodesicAreaSquareMeters as areaOf } from '#core/geo/geodesic-area.ts';
import { findUncovered } from '#core/ledgers/checks/rules/find-uncovered.ts';
import { createBox } from '#tests/support/tiny/areas.ts';

const parent = createBox(107, 27, 107.04, 27.02);
const west = createBox(107, 27, 107.02, 27.02);
const east = createBox(107.02, 27, 107.04, 27.02);
const emptyEast = areaOf(createBox(107.02, 27, 107.04, 27.02));

describe('findUncovered', () => {
  it('is next to nothing where children divide their parent, and needs no overlay for that', () => {
    const { squareMeters, surface } = findUncovered(parent, [west, east]);
    expect(Math.abs(squareMeters)).toBeLessThan(1);
    expect(surface).toBeNull();
  });

  it('is the open half where one child is drawn over the other with the same corners', () => {
    const { squareMeters } = findUncovered(parent, [west, west]);
    expect(squareMeters / emptyEast).toBeCloseTo(1, 6);
  });

  it('counts once what three children have in common', () => {
    const { squareMeters } = findUncovered(parent, [west, west, west, east]);
    expect(squareMeters).toBe(0);
  });

  it('is not hidden by as much surface beyond the parent: children that were moved leave a gap on the other side', () => {
    const moved = [createBox(107.001, 27, 107.021, 27.02), createBox(107.021, 27, 107.041, 27.02)];
    const strip = areaOf(createBox(107, 27, 107.001, 27.02));
    expect(findUncovered(parent, moved).squareMeters / strip).toBeCloseTo(1, 6);
  });
});
