import { describe, expect, it } from 'vitest';
import type { LayerDrawing } from '#core/cartography/sheet/body/layer-drawing.ts';
import type { PaperFeature } from '#core/cartography/sheet/body/paper-feature.ts';
import { type MarkLayer, standApart } from '#core/cartography/sheet/marks/stand-apart.ts';

const MAP = { x: 0, y: 0, width: 200, height: 200 };

const point = (code: string, x: number, y: number): PaperFeature => ({
  code,
  properties: { code },
  type: 'Point',
  contours: [[x, y]],
  rings: [],
});

/** A layer of squares of 6 mm, so far right of their points. */
const squares = (
  source: MarkLayer['source'],
  crowding: 'stays' | 'yields',
  { features, offset = 0 }: { readonly features: readonly PaperFeature[]; readonly offset?: number },
): MarkLayer => ({
  source,
  drawing: {
    layerId: source,
    paper: { crowding },
    features,
    mapMillimeters: 200,
    images: { square: { kind: 'symbol', heightPixels: 6, aspect: 1, parts: [] } },
    sizes: { length: (pixels: number) => pixels },
    style: {
      remember: (_names: readonly string[], compute: unknown) => compute,
      has: () => true,
      number: () => 1,
      text: () => '',
      value: (name: string) => (name === 'icon-image' ? 'square' : [offset, 0]),
    },
    areas: null,
  } as unknown as LayerDrawing,
});

describe('standApart', () => {
  it('moves what yields off what stays, and ties it to its place', () => {
    const site = point('s', 101, 100);
    const { move, leaders } = standApart(
      [
        squares('sites', 'yields', { features: [site] }),
        squares('seats', 'stays', { features: [point('v', 100, 100)] }),
      ],
      MAP,
    );
    const [[x = 0, y = 0] = []] = move('sites', [site])[0]?.contours ?? [];
    expect(Math.max(Math.abs(x - 100), Math.abs(y - 100))).toBeGreaterThanOrEqual(6);
    expect(leaders).toHaveLength(2);
  });

  it('gives a thing that two layers draw the room of both', () => {
    const [first, second] = [point('a', 100, 100), point('b', 112.5, 100)];
    const plain = squares('sites', 'yields', { features: [first, second] });
    const withBoxes = [plain, squares('sites', 'yields', { features: [first], offset: 7 })];
    expect(standApart([plain], MAP).move('sites', [second])[0]).toBe(second);
    expect(standApart(withBoxes, MAP).move('sites', [second])[0]).not.toBe(second);
  });

  describe('on lines', () => {
    const road: PaperFeature = { ...point('r', 0, 0), type: 'LineString', contours: [[60, 100, 140, 100]] };
    const stamp = squares('seats', 'stays', { features: [point('v', 101, 100)] });

    it('slides a mark along its line off what stays, without a line to its place', () => {
      const { onLines, leaders } = standApart([squares('segments', 'yields', { features: [road] }), stamp], MAP);
      const [mark] = onLines.get('segments') ?? [];
      const [[x = 0, y = 0] = []] = mark?.contours ?? [];
      expect([mark?.type, mark?.code, y]).toEqual(['Point', 'r', 100]);
      expect(Math.abs(x - 101)).toBeGreaterThanOrEqual(6);
      // the nearest place that will do
      expect(Math.abs(x - 100)).toBeLessThan(8);
      expect(leaders).toEqual([]);
    });

    it('keeps the mark of a line in its middle where nothing else stands', () => {
      const { onLines } = standApart([squares('segments', 'yields', { features: [road] })], MAP);
      expect(onLines.get('segments')?.map(({ contours }) => contours)).toEqual([[[100, 100]]]);
    });

    it('moves the mark of a line that lies wholly under another sign beside it', () => {
      const short: PaperFeature = { ...road, contours: [[97, 100, 105, 100]] };
      const { onLines, leaders } = standApart([squares('segments', 'yields', { features: [short] }), stamp], MAP);
      const [[x = 0, y = 0] = []] = onLines.get('segments')?.[0]?.contours ?? [];
      expect(Math.max(Math.abs(x - 101), Math.abs(y - 100))).toBeGreaterThanOrEqual(6);
      expect(leaders).toHaveLength(2);
    });
  });

  it('leaves areas where they are', () => {
    const area: PaperFeature = { ...point('s', 101, 100), type: 'Polygon' };
    const { move } = standApart(
      [
        squares('parks', 'yields', { features: [point('s', 101, 100)] }),
        squares('seats', 'stays', { features: [point('v', 100, 100)] }),
      ],
      MAP,
    );
    expect(move('parks', [area])[0]).toBe(area);
  });
});
