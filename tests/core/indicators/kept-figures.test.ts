import { describe, expect, it } from 'vitest';
import { computeFigure } from '#core/indicators/compute.ts';
import { createKeptFigures } from '#core/indicators/kept-figures.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyContext } from '#tests/support/worked-worlds.ts';

describe('createKeptFigures', () => {
  it('lets the oldest go when figures and parts are too many', () => {
    const context = createTinyContext();
    const figure = computeFigure(context, 'P1', COUNTY);
    const store = createKeptFigures(2 * (1 + figure.parts.length));
    for (const key of ['a', 'b', 'c']) store.keep(key, figure);
    expect(['a', 'b', 'c'].map((key) => store.find(key) === figure)).toEqual([false, true, true]);
  });

  it('lets the same question of the same day be answered by the same object', () => {
    const context = createTinyContext();
    expect(computeFigure(context, 'P1', COUNTY)).toBe(computeFigure(context, 'P1', COUNTY));
    expect(computeFigure(context.at('2025-06-30'), 'P1', COUNTY).asOf).toBe('2025-06-30');
  });
});
