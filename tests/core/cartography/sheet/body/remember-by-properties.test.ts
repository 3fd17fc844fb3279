import { describe, expect, it } from 'vitest';
import type { StyleFeature } from '#core/cartography/sheet/body/layer-style.ts';
import { compileLayerStyle } from '#core/cartography/sheet/body/layer-style.ts';
import { listReadProperties, rememberByProperties } from '#core/cartography/sheet/body/remember-by-properties.ts';

const feature = (properties: Record<string, string | number | boolean | null>): StyleFeature => ({
  type: 'LineString',
  properties: { code: 'a', ...properties },
});

describe('listReadProperties', () => {
  it('names what expressions read, each once', () => {
    const color = ['match', ['get', 'class'], ['G', 'S'], '#000', '#999'];
    expect(listReadProperties([color, ['case', ['has', 'year'], 1, ['get', 'class'], 2, 3], 4, undefined])).toEqual([
      'class',
      'year',
    ]);
  });

  it('knows none of a value that is the same everywhere', () => {
    expect(listReadProperties(['#000', 2, ['literal', ['get', 'class']], undefined])).toEqual([]);
  });

  it('does not vouch for what rests on more than named properties', () => {
    const others: readonly unknown[] = [
      ['geometry-type'],
      ['get', ['get', 'which']],
      ['==', 'class', 'G'],
      ['in', 'class', 'G', 'S'],
      '{name}',
      { property: 'class', stops: [] },
    ];
    for (const value of others) expect(listReadProperties([value])).toBeNull();
  });
});

describe('rememberByProperties', () => {
  it('computes once for features that agree, and tells texts from numbers', () => {
    const seen: unknown[] = [];
    const ask = rememberByProperties(['a', 'b'], ({ properties }) => {
      seen.push(properties.a);
      return seen.length;
    });
    const answers = [
      feature({ a: '1', b: null }),
      feature({ a: 1, b: null }),
      feature({ a: '1', b: null, c: 5 }),
      feature({ a: '1', b: 'null' }),
    ].map(ask);
    expect(answers).toEqual([1, 2, 1, 3]);
  });

  it('stays right when every feature is of its own kind', () => {
    const ask = rememberByProperties(['a'], ({ properties }) => Number(properties.a) * 2);
    for (const a of [...Array(600).keys(), 3, 599]) expect(ask(feature({ a }))).toBe(a * 2);
  });
});

describe('compileLayerStyle', () => {
  it('filters features by their own properties, remembered or not', () => {
    const style = compileLayerStyle(
      { id: 'roads', type: 'line', source: 'roads', filter: ['==', ['get', 'class'], 'G'] },
      10,
    );
    expect(['G', 'S', 'G', null].map((name) => style.passes(feature({ class: name })))).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});
