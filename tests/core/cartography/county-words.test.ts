import { describe, expect, it } from 'vitest';
import { readCountyWord } from '#core/cartography/county-words.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';

const county = buildCounty(await loadSampleCounty(), 1);
const read = (word: string): string => readCountyWord(county, 'en', word);

describe('readCountyWord', () => {
  it.each([
    ['县交通运输局', 'Transport Bureau'],
    ['中药材', 'medicinal herbs'],
    ['亩', 'mu'],
    ['万袋', '× 10,000 bags'],
    ['县级配套', 'county funds'],
    ['县委书记、县长（双指挥长）', 'county party secretary and county head (commanders)'],
    ['县交通运输局项目股股长', 'head of projects, Transport Bureau'],
    ['县农业农村局分管副局长', 'deputy head in charge, Agriculture Bureau'],
    ['城关镇分管副职', 'deputy in charge, Chengguan Town'],
    ['县农业农村局驻太槽村工作队队长', 'team leader in Taicao Village, Agriculture Bureau'],
  ])('says %s in English', (word, english) => {
    expect(read(word)).toBe(english);
  });

  it('has English for every unit, post, product, amount and fund of the sample county', () => {
    const words = [
      ...county.tasks.flatMap(({ department, responsiblePost, unit }) => [department, responsiblePost, unit]),
      ...county.projects.flatMap(({ leadDepartment, fundsBySource }) => [
        leadDepartment,
        ...fundsBySource.map(({ source }) => source),
      ]),
      ...county.responsibilities.map(({ holder }) => holder),
      ...county.parks.flatMap(({ product, scaleUnit, linkage }) => [product, scaleUnit ?? '', linkage ?? '']),
      ...county.areas.map(({ leadingProduct }) => leadingProduct ?? ''),
      ...county.items.flatMap(({ responsiblePost, responsibleUnit }) => [responsiblePost ?? '', responsibleUnit]),
    ];
    expect([...new Set(words)].filter((word) => /[\u4e00-\u9fff]/u.test(read(word)))).toEqual([]);
  });

  it('leaves what it does not know, and Chinese sheets, as they were written', () => {
    expect(read('青岭县农业产业发展有限公司')).toBe('青岭县农业产业发展有限公司');
    expect(read('某处项目股股长')).toBe('某处项目股股长');
    expect(readCountyWord(county, 'zh', '县交通运输局')).toBe('县交通运输局');
    expect(read('')).toBe('');
  });
});
