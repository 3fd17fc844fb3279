import { describe, expect, it } from 'vitest';
import { findTextDamage } from '#core/ledgers/checks/repair-text.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const readAs = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

/** 城关镇 in GBK (GB 2312: B3C7 B9D8 D5F2). */
const TOWN_IN_GBK = Uint8Array.of(0xb3, 0xc7, 0xb9, 0xd8, 0xd5, 0xf2);

describe('findTextDamage', () => {
  it('turns back UTF-8 that was read as GBK', () => {
    expect(findTextDamage(readAs('gbk', utf8('茶叶园区')))).toEqual({ repaired: '茶叶园区' });
  });

  it('turns back UTF-8 and GBK that were read as Latin letters', () => {
    expect(findTextDamage(readAs('windows-1252', utf8('城关镇')))).toEqual({ repaired: '城关镇' });
    expect(findTextDamage(readAs('windows-1252', TOWN_IN_GBK))).toEqual({ repaired: '城关镇' });
  });

  it('knows damage that nobody can turn back', () => {
    for (const text of ['锟斤拷', '烫烫烫烫', '屯屯屯', '石坪\ufffd\ufffd', 'ï¿½ï¿½', readAs('utf-8', TOWN_IN_GBK)])
      expect(findTextDamage(text)).toEqual({ repaired: null });
    // seven characters are 21 bytes: the last one lost its half
    expect(findTextDamage(readAs('gbk', utf8('城关镇人民政府')))).toEqual({ repaired: null });
  });

  it('leaves sound texts alone, every text of the sample county among them', async () => {
    for (const text of ['Café déjà vu', 'Lüliang', '108°E', '½', '贵州省', 'naïve', '×', '—'])
      expect(findTextDamage(text)).toBeNull();
    const { areas, settlements, projects, items, tasks, sites, hazards } = await loadSampleCounty();
    const found: string[] = [];
    JSON.stringify([areas, settlements, projects, items, tasks, sites, hazards], (key, value: unknown) => {
      if (typeof value === 'string' && findTextDamage(value) !== null) found.push(value);
      return key === 'boundary' || key === 'outline' || key === 'threatenedArea' ? null : value;
    });
    expect(found).toEqual([]);
  });
});
