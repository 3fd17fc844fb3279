import { describe, expect, it } from 'vitest';
import { buildCounty } from '#core/county/build-county.ts';
import type { County } from '#core/county/county.ts';
import { computeFigure, computeFigures } from '#core/indicators/compute.ts';
import { createIndicatorContext, type IndicatorContext } from '#core/indicators/context.ts';
import { INDICATOR_CODES } from '#core/indicators/figure.ts';
import { listFigureRows } from '#core/indicators/figure-rows.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { expectPairOfRows } from '#tests/support/add-up-rows.ts';

/** Read once for the file: the county is immutable. */
const county: Promise<County> = loadSampleCounty().then((rows) => buildCounty(rows, 1));
const createContext = async (): Promise<IndicatorContext> => createIndicatorContext(await county);

/** Areas of a level, in order. */
const listAreas = ({ county: { areas } }: IndicatorContext, level: 'town' | 'village') =>
  areas.filter((area) => area.level === level);

// The worked figures of domain.md section 5 and the counts of issue A, read off the sample county at its data date.
describe('computeFigure, sample county', () => {
  it('has the counts of the county', async () => {
    const context = await createContext();
    const { county: sample, asOf } = context;
    expect([asOf, listAreas(context, 'town').length, listAreas(context, 'village').length]).toEqual([
      '2026-11-22',
      18,
      175,
    ]);
    const T1 = computeFigure(context, 'T1', sample.code);
    expect([T1.value, T1.pair?.value]).toEqual([10_750, 34_677]);
  });

  it('reads the worked figures', async () => {
    const context = await createContext();
    const read = (code: (typeof INDICATOR_CODES)[number], part: string | null = null) => {
      const figure = computeFigure(context, code, context.county.code);
      const { numerator, denominator } =
        part === null ? figure : (figure.parts.find((each) => each.part === part) ?? figure);
      return `${code} ${part}: ${numerator}/${denominator}`;
    };
    expect(read('P1')).toBe('P1 null: 1421/1769');
    expect(read('T1', 'share:industry')).toBe('T1 share:industry: 3219/10750');
    expect(read('P3', 'planned_of_villages')).toBe('P3 planned_of_villages: 147/175');
    expect(read('S3', 'structure_done')).toBe('S3 structure_done: 3270/6820');
    const years = computeFigure(context, 'P3', context.county.code).parts.filter(({ part }) =>
      part?.startsWith('year:'),
    );
    expect(years.map(({ part, denominator }) => `${part} ${denominator}`)).toEqual([
      'year:2024 30',
      'year:2025 30',
      'year:2026 40',
      'year:2027 47',
    ]);
  });

  it('has one village with exactly 3.0 of 10.0 km hardened', async () => {
    const context = await createContext();
    const exact = listAreas(context, 'village')
      .map(({ code }) => computeFigure(context, 'R6', code, { parts: false }))
      .filter(({ numerator, denominator }) => numerator === 3000 && denominator === 10_000);
    expect(exact.map(({ value }) => value)).toEqual([0.3]);
  });

  it('has one village whose ledger of 117 rows names 28 households twice', async () => {
    const context = await createContext();
    const doubled = listAreas(context, 'village')
      .map(({ code }) => computeFigure(context, 'Q1', code))
      .filter(({ parts }) => parts.some(({ part, numerator }) => part === 'rule:reported_twice' && numerator !== 0));
    expect(doubled.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([[28, 117]]);
  });

  it('leaves some villages whose people live farther than 2 km from an all-season road', async () => {
    const context = await createContext();
    const rural = computeFigure(context, 'R4', context.county.code, { parts: false });
    expect(rural.value).toBeGreaterThan(0.97);
    expect(rural.value).toBeLessThan(0.99);
    const villages = listAreas(context, 'village').map(({ code }) => computeFigure(context, 'R4', code).value ?? 0);
    expect(villages.filter((value) => value < 1).length).toBeGreaterThan(20);
  });

  it('adds up over towns and villages, with what lies in none of them', async () => {
    const context = await createContext();
    const { code: countyCode } = context.county;
    for (const code of INDICATOR_CODES) {
      const whole = computeFigure(context, code, countyCode, { parts: false });
      if (whole.numerator === null) continue;
      const parents = [countyCode, ...listAreas(context, 'town').map((town) => town.code)];
      const outside = parents.flatMap((parent) =>
        listFigureRows(context, code, parent).filter((row) => row.counts && row.areaCode === parent),
      );
      const villages = listAreas(context, 'village').map((village) =>
        computeFigure(context, code, village.code, { parts: false }),
      );
      const sum = (field: 'numerator' | 'denominator') =>
        [...villages, ...outside].reduce((total, each) => total + (each[field] ?? 0), 0);
      expect(sum('numerator'), code).toBeCloseTo(whole.numerator, 3);
      expect(sum('denominator'), code).toBeCloseTo(whole.denominator ?? 0, 3);
    }
  });

  it('has rows that add up to the pair of every figure and of some of its parts', async () => {
    const context = await createContext();
    let pairs = 0;
    for (const code of INDICATOR_CODES) {
      const { parts, ...headline } = computeFigure(context, code, context.county.code);
      for (const figure of [headline, parts[0], parts[Math.floor(parts.length / 2)], parts.at(-1)]) {
        if (!figure) continue;
        expectPairOfRows(context, figure);
        pairs += figure.pair === null || figure.pair.numerator === null ? 0 : 1;
      }
    }
    // of 29 headlines and their parts
    expect(pairs).toBeGreaterThan(20);
  });

  it('gives each area finite figures, or none with a reason', async () => {
    const context = await createContext();
    for (const { code } of listAreas(context, 'town')) {
      for (const figure of computeFigures(context, code).flatMap(({ parts, ...headline }) => [headline, ...parts])) {
        const isSound = figure.value === null ? figure.reason !== null : Number.isFinite(figure.value);
        expect(isSound, `${figure.code} ${figure.part} ${code}`).toBe(true);
      }
    }
  });
});
