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
