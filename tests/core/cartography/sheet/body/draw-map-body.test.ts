import { describe, expect, it } from 'vitest';
import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import { buildFeatures } from '#core/cartography/features/build-features.ts';
import { FLAT_SHADE, getHillshade, sampleHillshade } from '#core/cartography/relief.ts';
import { drawMapBody } from '#core/cartography/sheet/body/draw-map-body.ts';
import type { DrawItem, ImageItem, PathItem } from '#core/cartography/sheet/drawing.ts';
import { rectContains } from '#core/cartography/sheet/drawing.ts';
import { createGround } from '#core/cartography/sheet/sheet-ground.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { createSheetSpec } from '#tests/support/sheets.ts';

const context = createIndicatorContext(buildCounty(await loadSampleCounty(), 1));
const { county } = context;
const spec = createSheetSpec({ areaCode: county.code });
const { projection, paper } = createGround({ spec, context });
const definition = createMapDefinition({ ...spec, context, palette: 'paper' });

/** What layers of the progress map draw under the grid, by themselves. */
const drawLayers = (...ids: readonly string[]): readonly DrawItem[] =>
  drawMapBody({
    definition: { ...definition, layers: definition.layers.filter(({ id }) => ids.includes(id)) },
    county,
    featuresOf: (layer) => buildFeatures({ context, layer, areaCode: county.code, language: 'zh' }),
    projection,
    paper,
    relief: true,
  }).ground;

const pathsOf = (items: readonly DrawItem[]): PathItem[] =>
  items.flatMap((item) => (item.kind === 'path' ? [item] : item.kind === 'group' ? pathsOf(item.items) : []));

/** Greatest share by which the shading darkens the paper: domain.md section 8. */
const MOST_SHADE = 0.1;
/** Metres of a cell of 3 arc seconds along the meridian: 3 / 3600 x 111 132. */
const CELL_METERS = 92.61;

const raster = definition.layers.find((layer) => layer.type === 'raster');
const opacity = Number(raster?.paint?.['raster-opacity']);

describe('drawMapBody', () => {
  const relief = drawLayers(raster?.id ?? '').find((item): item is ImageItem => item.kind === 'image');
  const { dem } = county;

  it('draws the hillshade as the one image, within the map, at the resolution of the elevations', () => {
    if (!relief) throw new RangeError('Got no image');
    const { map } = projection;
    expect(rectContains({ ...map, width: map.width + 1e-6, height: map.height + 1e-6 }, relief)).toBe(true);
    expect(relief.pixels).toHaveLength(relief.columns * relief.rows);
    expect((relief.width / relief.columns) * projection.metersPerMillimeter).toBeCloseTo(CELL_METERS, 0);
    expect((relief.height / relief.rows) * projection.metersPerMillimeter).toBeCloseTo(CELL_METERS, 0);
  });

  it('puts every pixel of the hillshade where its shade lies on the ground', () => {
    if (!relief || !dem) throw new RangeError('Got no image or no elevations');
    const hillshade = getHillshade(dem);
    let worst = 0;
    for (let row = 3; row < relief.rows; row += 37)
      for (let column = 5; column < relief.columns; column += 41) {
        const position = projection.toLonLat([
          relief.x + ((column + 0.5) / relief.columns) * relief.width,
          relief.y + ((row + 0.5) / relief.rows) * relief.height,
        ]);
        const shade = Math.max(0, 1 - sampleHillshade(hillshade, position) / FLAT_SHADE);
        const grey = 255 * (1 - Math.min(MOST_SHADE, opacity) * shade);
        worst = Math.max(worst, Math.abs(grey - (relief.pixels[row * relief.columns + column] ?? 0)));
      }
    // one grey of rounding, and what a metre of interpolation makes on the steepest slope
    expect(worst).toBeLessThanOrEqual(2);
    expect(relief.pixels.reduce((least, pixel) => Math.min(least, pixel))).toBeGreaterThanOrEqual(
      Math.floor(255 * (1 - MOST_SHADE)),
    );
  });

  it.each([
    ['boundary-county', 0.8, [7, 2, 1, 2]],
    ['boundary-town', 0.5, [6, 2, 1, 2, 1, 2]],
    ['boundary-village', 0.3, [1, 2.2]],
  ] as const)('dashes %s in millimetres of its width on A0', (id, width, dash) => {
    const paths = pathsOf(drawLayers(id));
    expect(paths.length).toBeGreaterThan(0);
    for (const { stroke } of paths) {
      expect(stroke?.width).toBe(width);
      expect(stroke?.dash).toHaveLength(dash.length);
      dash.forEach((length, i) => {
        expect(stroke?.dash?.[i]).toBeCloseTo(length * width, 6);
      });
    }
  });

  it.each([
    ['roads-case', 'roads'],
    ['segments-not_begun-case', 'segments-not_begun'],
    ['gaps-case', 'gaps'],
  ])('draws the casing %s under %s, along the same lines and wider', (caseId, coreId) => {
    const [casing, core] = [pathsOf(drawLayers(caseId)), pathsOf(drawLayers(coreId))];
    const widthsOf = (paths: readonly PathItem[]): Map<string, number> =>
      new Map(
        paths.flatMap(({ contours, stroke }) =>
          [...contours].map((contour) => [contour.join(' '), stroke?.width ?? 0] as const),
        ),
      );
    const [outer, inner] = [widthsOf(casing), widthsOf(core)];
    expect(inner.size).toBeGreaterThan(0);
    for (const [line, width] of inner) expect(outer.get(line)).toBeGreaterThan(width);
    const both = pathsOf(drawLayers(caseId, coreId)).map(({ stroke }) => stroke?.color);
    expect(both.lastIndexOf(casing[0]?.stroke?.color ?? '')).toBeLessThan(both.indexOf(core[0]?.stroke?.color ?? ''));
  });
});
