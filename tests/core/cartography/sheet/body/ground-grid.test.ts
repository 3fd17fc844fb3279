import { describe, expect, it } from 'vitest';
import { createGroundGrid } from '#core/cartography/sheet/body/ground-grid.ts';
import { createCountyProjection, createSheetProjection, planeBoxOf } from '#core/cartography/sheet/sheet-projection.ts';
import type { Bbox } from '#core/geo/bbox.ts';
import { createBox } from '#tests/support/tiny/areas.ts';

describe('createGroundGrid', () => {
  it.each([
    ['a prefecture', [104.9, 25.1, 107.1, 27.2], 300_000],
    ['a village', [106.51, 26.02, 106.56, 26.05], 5_000],
  ] as const)('puts positions of %s where the projection does, to a thousandth of a millimetre', (_, box, scale) => {
    const [west, south, east, north] = box;
    const projection = createCountyProjection(box as Bbox);
    const boundary = createBox(west, south, east, north);
    const map = { x: 20, y: 20, width: 800, height: 1000 };
    const sheet = createSheetProjection({ projection, box: planeBoxOf(boundary, projection), scale, map });
    const grid = createGroundGrid(sheet, box as Bbox);
    const place = new Float64Array(2);
    for (let i = -3; i < 103; i += 1.7)
      for (let j = -3; j < 103; j += 2.3) {
        const [lon, lat] = [west + ((east - west) * i) / 100, south + ((north - south) * j) / 100];
        grid.writeRun({ numbers: Float64Array.of(lon, lat), count: 1 }, place, 0);
        const [x, y] = sheet.toPaper([lon, lat]);
        expect(Math.hypot((place[0] ?? 0) - x, (place[1] ?? 0) - y)).toBeLessThan(0.001);
      }
  });
});
