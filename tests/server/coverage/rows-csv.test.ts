import { describe, expect, it } from 'vitest';
import type { FigureRowsAnswer } from '#core/api/figures.ts';
import { rowsToCsv } from '#server/coverage/rows-csv.ts';

const createRow = (overrides: Partial<FigureRowsAnswer['items'][number]>): FigureRowsAnswer['items'][number] => ({
  code: '5299021012010010001',
  name: '石坪',
  areaCode: '529902101201',
  areaName: '石坪村',
  numerator: 1,
  denominator: 1,
  pairNumerator: null,
  pairDenominator: null,
  counts: true,
  note: null,
  noteText: null,
  position: null,
  ...overrides,
});

const KILOMETERS = { unit: 'ratio', countUnit: 'km', pair: null } as const;

const lineOf = (overrides: Partial<FigureRowsAnswer['items'][number]>) =>
  rowsToCsv([createRow(overrides)], KILOMETERS, 'zh').split('\r\n')[1];

describe('rowsToCsv', () => {
  it('begins with a byte order mark and a head in the language of the reader', () => {
    expect(rowsToCsv([], KILOMETERS, 'zh')).toBe(
      '\uFEFF代码,名称,区域代码,区域,分子（公里）,分母（公里）,计入,说明,经度,纬度\r\n',
    );
  });

  it('names the unit of a mean apart from what it is divided by', () => {
    const mean = { unit: 'km', countUnit: 'settlements', pair: null } as const;
    expect(rowsToCsv([], mean, 'en')).toContain('(km),Denominator (settlements)');
  });

  it('leaves out the noise of division', () => {
    expect(lineOf({ numerator: 141.64531970329026, denominator: 0.1 + 0.2 })).toContain(',141.6453197,0.3,');
  });

  it('adds two columns for a pair, each cell empty where its amount is not known', () => {
    const pair = { value: 0.5, numerator: 2, denominator: null, countUnit: 'people' } as const;
    const row = createRow({ pairNumerator: 2 });
    expect(rowsToCsv([row], { unit: 'ratio', countUnit: 'households', pair }, 'en').slice(1).split('\r\n')).toEqual([
      'Code,Name,Area code,Area,Numerator (households),Denominator (households),Counts,Note,Longitude,Latitude,' +
        'Numerator of the pair (people),Denominator of the pair (people)',
      '5299021012010010001,石坪,529902101201,石坪村,1,1,yes,,,,2,',
      '',
    ]);
  });

  it('writes a row', () => {
    expect(lineOf({ position: [107.5, 27] })).toBe('5299021012010010001,石坪,529902101201,石坪村,1,1,是,,107.5,27');
  });

  it('quotes commas, quotes, line breaks and outer spaces', () => {
    expect(lineOf({ name: 'a,"b"' })).toContain('"a,""b"""');
    expect(lineOf({ name: ' a' })).toContain('" a"');
    expect(rowsToCsv([createRow({ name: 'a\nb' })], KILOMETERS, 'zh')).toContain('"a\nb"');
  });

  it('makes a name harmless that a spreadsheet would run', () => {
    for (const name of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1']) expect(lineOf({ name })).toContain(`'${name}`);
  });
});
