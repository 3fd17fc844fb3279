import { describe, expect, it } from 'vitest';
import { toPinyinName } from '#core/county/pinyin-name.ts';

describe('toPinyinName', () => {
  it.each([
    ['石坪村', 'Shipingcun'],
    ['重庆', 'Chongqing'],
    ['绿水湾3组', 'Lvshuiwan3zu'],
    ['Valley', 'Valley'],
    ['', ''],
  ])('spells %s as %s', (name, spelled) => {
    expect(toPinyinName(name)).toBe(spelled);
  });
});
