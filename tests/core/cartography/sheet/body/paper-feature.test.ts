import { describe, expect, it } from 'vitest';
import { buildFeatures } from '#core/cartography/features/build-features.ts';
import { featuresToPaper } from '#core/cartography/sheet/body/paper-feature.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { composeTinySheet } from '#tests/support/sheets.ts';

const sample = loadSampleCounty().then((rows) => createIndicatorContext(buildCounty(rows, 1)));

/** Distance of the nearest neighbouring vertices of a contour, the last pair of a line left out: its end always stays. */
function leastStep(contour: readonly number[]): number {
  let least = Infinity;
  for (let i = 2; i + 3 < contour.length; i += 2)
    least = Math.min(
      least,
      Math.hypot((contour[i] ?? 0) - (contour[i - 2] ?? 0), (contour[i + 1] ?? 0) - (contour[i - 1] ?? 0)),
    );
  return least;
}

describe('featuresToPaper', () => {
  it('leaves no vertex nearer than 0.05 mm to the one before, and keeps shared boundaries shared', async () => {
    const context = await sample;
    const { county } = context;
    const { projection } = composeTinySheet({ areaCode: county.code, paper: 'A3', relief: false }, context);
    const areas = buildFeatures({ context, layer: 'areas', areaCode: county.code, language: 'zh' }).features;
    const onPaper = featuresToPaper(areas, projection);
    const rings = onPaper.flatMap((feature) => feature.rings);
    expect(Math.min(...rings.map(leastStep))).toBeGreaterThanOrEqual(0.05 - 1e-9);
    // a vertex that one village keeps on the common boundary is never farther than the thinning from its neighbour's line
    const villages = onPaper.filter(({ properties }) => properties.level === 'village');
    const area = villages.reduce((sum, { rings: own }) => sum + own.reduce((all, ring) => all + shoelace(ring), 0), 0);
    const whole = onPaper.find(({ properties }) => properties.level === 'county');
    const outline = whole?.rings.reduce((all, ring) => all + shoelace(ring), 0) ?? 0;
    expect(Math.abs(area - outline) / outline).toBeLessThan(1e-4);
  });

  it('gives the same line near the map as when the whole line is projected', async () => {
    const context = await sample;
    const village = context.county.areas.find(({ level }) => level === 'village');
    const areaCode = village?.code ?? '';
    const { projection } = composeTinySheet({ areaCode, paper: 'A3', relief: false }, context);
    const roads = buildFeatures({ context, layer: 'main_roads', areaCode, language: 'zh' }).features;
    const { map } = projection;
    for (const feature of featuresToPaper(roads, projection))
      for (const [x = 0, y = 0] of feature.contours) {
        expect(x).toBeGreaterThanOrEqual(map.x - 6.001);
        expect(y).toBeGreaterThanOrEqual(map.y - 6.001);
      }
    const passing = roads.filter(
      ({ geometry }) =>
        geometry.type === 'LineString' &&
        geometry.coordinates.some((position) => {
          const [x, y] = projection.toPaper(position);
          return x > map.x && x < map.x + map.width && y > map.y && y < map.y + map.height;
        }),
    );
    const codes = new Set(featuresToPaper(roads, projection).map(({ code }) => code));
    expect(passing.filter(({ properties }) => !codes.has(properties.code))).toEqual([]);
  });
});

/** Area of a ring, millimetres squared, never negative. */
function shoelace(ring: readonly number[]): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
    sum += (ring[j] ?? 0) * (ring[i + 1] ?? 0) - (ring[i] ?? 0) * (ring[j + 1] ?? 0);
  return Math.abs(sum) / 2;
}
