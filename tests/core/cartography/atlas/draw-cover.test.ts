import { describe, expect, it } from 'vitest';
import { levelsKey } from '#core/cartography/atlas/draw-cover.ts';
import { text } from '#core/texts/text.ts';

describe('levelsKey', () => {
  it('names the levels from the area of the book down to the one asked for', () => {
    const say = (...[of, to]: Parameters<typeof levelsKey>) => text('zh', 'atlas', levelsKey(of, to));
    expect(say('county', 'village')).toBe('县、乡镇、村三级图');
    expect(say('town', 'village')).toBe('乡镇、村两级图');
    expect(say('town', 'town')).toBe('乡镇图');
    expect(say('village', 'village')).toBe('村图');
  });
});
