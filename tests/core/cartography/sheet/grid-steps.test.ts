import { describe, expect, it } from 'vitest';
import { chooseGrid } from '#core/cartography/sheet/grid-steps.ts';
import { ROUND_MANTISSAS } from '#core/cartography/sheet/round-scale.ts';

describe('chooseGrid', () => {
  it('draws a line every 40 to 100 mm at every round scale', () => {
    for (const power of [100, 1000, 10_000, 100_000, 1_000_000])
      for (const mantissa of ROUND_MANTISSAS) {
        const metersPerMillimeter = (mantissa * power) / 1000;
        const millimeters = chooseGrid(metersPerMillimeter, 600).stepMeters / metersPerMillimeter;
        expect(millimeters).toBeGreaterThanOrEqual(40 - 1e-9);
        expect(millimeters).toBeLessThanOrEqual(100 + 1e-9);
      }
  });

  it('makes squares of whole grid steps, at least 40 mm and a ninth of the map', () => {
    const { stepMeters, squareMeters } = chooseGrid(75, 690);
    expect(stepMeters).toBe(5000);
    expect(squareMeters).toBe(10_000);
    expect(chooseGrid(75, 300).squareMeters).toBe(5000);
  });
});
