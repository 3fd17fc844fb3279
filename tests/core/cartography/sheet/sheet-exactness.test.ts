import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { composeSheetSet } from '#core/cartography/sheet/compose-sheet-set.ts';
import { rectTouchesContours } from '#core/cartography/sheet/contour-geometry.ts';
import { rectContains } from '#core/cartography/sheet/drawing.ts';
import { prepareMapSheet } from '#core/cartography/sheet/map-sheet.ts';
import { createGround } from '#core/cartography/sheet/sheet-ground.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { MAP_KINDS } from '#core/county/kinds.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { createSheetSpec, measurePlainly } from '#tests/support/sheets.ts';

const context = createIndicatorContext(buildCounty(await loadSampleCounty(), 1));
const spec = createSheetSpec({ areaCode: '529901', relief: false });
const TOLERANCE_MILLIMETERS = 0.2;

describe('createGround of the sample county', () => {
  const { projection, layout } = createGround({ spec, context });
  const { centralMeridian } = projection.projection;
  const definition = `+proj=tmerc +lat_0=0 +lon_0=${centralMeridian} +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m`;

  it('puts every settlement where proj4 puts it, to 0.2 mm', () => {
    const middle = projection.paperToPlane([layout.map.x + layout.map.width / 2, layout.map.y + layout.map.height / 2]);
    const worst = context.county.settlements.reduce((most, { position }) => {
      const [easting, northing] = proj4(definition, [position[0], position[1]]) as [number, number];
      const expected = [
        layout.map.x + layout.map.width / 2 + ((easting - middle[0]) / layout.scale) * 1000,
        layout.map.y + layout.map.height / 2 - ((northing - middle[1]) / layout.scale) * 1000,
      ] as const;
      const [x, y] = projection.toPaper(position);
      return Math.max(most, Math.hypot(x - expected[0], y - expected[1]));
    }, 0);
    expect(worst).toBeLessThan(TOLERANCE_MILLIMETERS);
  });

  it('draws the corners of the kilometre grid at proj4 coordinates, to 0.2 mm', () => {
    const [west, north] = projection.paperToPlane([layout.map.x, layout.map.y]);
    for (let easting = Math.ceil(west / 5000) * 5000, index = 0; index < 10; easting += 5000, index++) {
      const northing = Math.floor(north / 5000) * 5000 - index * 5000;
      const position = proj4(definition, 'WGS84', [easting, northing]) as [number, number];
      const [x, y] = projection.toPaper(position);
      const [gridX, gridY] = projection.planeToPaper([easting, northing]);
      expect(Math.hypot(x - gridX, y - gridY)).toBeLessThan(TOLERANCE_MILLIMETERS);
    }
  });
});

/** Every map of the county, every town, every twenty-fifth village, the maps in turn. */
const SHEETS = [
  ...MAP_KINDS.map((map) => ({ map, areaCode: '529901', paper: 'A0' })),
  ...context.county.areas
    .filter(({ level }) => level === 'town')
    .map(({ code }, index) => ({ map: MAP_KINDS[index % 4] ?? 'progress', areaCode: code, paper: 'A2' })),
  ...context.county.areas
    .filter(({ level }) => level === 'village')
    .filter((_, index) => index % 25 === 0)
    .map(({ code }, index) => ({ map: MAP_KINDS[index % 4] ?? 'progress', areaCode: code, paper: 'A3' })),
];

describe('prepareMapSheet of the sample county', () => {
  it.each(SHEETS)(
    'keeps furniture off the area: $map $areaCode $paper',
    (asked) => {
      const { insets, ground } = prepareMapSheet({
        spec: { ...spec, ...asked },
        context,
        measure: measurePlainly,
        hasGlyph: () => true,
        liveCode: null,
      });
      expect(insets.rects.filter((rect) => rectTouchesContours(rect, ground.areaRings))).toEqual([]);
      expect(insets.rects.every((rect) => rectContains(ground.layout.map, rect))).toBe(true);
    },
    30_000,
  );
});

describe('composeSheetSet of the sample county', () => {
  it.each(MAP_KINDS)(
    'explains the map on the sheet on which it stands, upright and lying: %s of a village on A3',
    (map) => {
      for (const orientation of ['landscape', 'portrait'] as const) {
        const pages = composeSheetSet({
          spec: { ...spec, map, areaCode: '529901017009', paper: 'A3', orientation },
          context,
          measure: measurePlainly,
          hasGlyph: () => true,
          liveCode: null,
        });
        const hasLegend = pages.map(
          ({ report }) =>
            report.insets.some(({ id }) => id === 'legend') || report.panels.some(({ id }) => id === 'legend'),
        );
        expect(hasLegend).toEqual(pages.map((_, index) => index === 0));
      }
    },
    30_000,
  );
});
