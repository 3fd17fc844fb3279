import { describe, expect, it } from 'vitest';
import { computeFigure } from '#core/indicators/compute.ts';
import { listFigureRows } from '#core/indicators/figure-rows.ts';
import { figureToReaderUnits, rowToReaderUnits } from '#core/indicators/reader-units.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyContext } from '#tests/support/worked-worlds.ts';

const figureOf = (code: 'R1' | 'R5' | 'R6' | 'P2' | 'D1' | 'T1') => computeFigure(createTinyContext(), code, COUNTY);

describe('toReaderUnits', () => {
  it('turns lengths into kilometres and money into 万元, value, numerator, denominator and lag', () => {
    const figure = figureOf('R5');
    const read = figureToReaderUnits(figure);
    expect([read.unit, read.countUnit]).toEqual(['km', 'km']);
    expect(read.value).toBeCloseTo((figure.value ?? 0) / 1000, 12);
    expect(read.denominator).toBeCloseTo((figure.denominator ?? 0) / 1000, 12);
    const cost = read.parts.find(({ part }) => part === 'cost');
    expect(cost).toMatchObject({ unit: 'wan_yuan', value: 82, numerator: 82, denominator: 172, countUnit: 'wan_yuan' });
  });

  it('leaves a rate as it is and converts what it counts', () => {
    const [figure, read] = [figureOf('P2'), figureToReaderUnits(figureOf('P2'))];
    expect(read).toMatchObject({
      value: figure.value,
      unit: 'ratio',
      numerator: 300,
      denominator: 400,
      countUnit: 'wan_yuan',
    });
  });

  it('converts the numerator of a pace and of a mean, not what it is divided by', () => {
    const pace = figureToReaderUnits(figureOf('R5')).parts.find(({ part }) => part === 'pace');
    expect(pace).toMatchObject({ unit: 'km_per_day', countUnit: 'days', denominator: 404 });
    expect(pace?.value).toBeCloseTo((pace?.numerator ?? 0) / 404, 12);
    const mean = figureToReaderUnits(figureOf('D1')).parts.find(({ part }) => part === 'straight:school');
    expect(mean).toMatchObject({ unit: 'km', countUnit: 'settlements', denominator: 8 });
    expect(mean?.value).toBeCloseTo((mean?.numerator ?? 0) / 8, 12);
  });

  it('leaves counts alone', () => {
    expect(figureToReaderUnits(figureOf('T1'))).toEqual(figureOf('T1'));
  });
});

describe('rowToReaderUnits', () => {
  it('lets the rows of a figure add up in the units of the figure', () => {
    const figure = figureOf('R6');
    const rows = listFigureRows(createTinyContext(), 'R6', COUNTY).map((row) => rowToReaderUnits(row, figure));
    const total = rows.reduce((sum, { denominator }) => sum + denominator, 0);
    expect(total).toBeCloseTo(figureToReaderUnits(figure).denominator ?? 0, 9);
  });
});
