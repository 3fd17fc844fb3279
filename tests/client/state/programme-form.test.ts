import { describe, expect, it } from 'vitest';
import { addYear, createProgrammeForm, type ProgrammeForm, readProgrammeForm } from '#client/state/programme-form.ts';

const read = (patch: Partial<ProgrammeForm>) =>
  readProgrammeForm({ ...createProgrammeForm(2026, 2028), ...patch }, { county: '529901', plan: null, lang: 'zh' });

describe('readProgrammeForm', () => {
  it('asks for a budget over the years after the data', () => {
    expect(read({ budgetWanYuan: '1500' })).toEqual({
      request: expect.objectContaining({
        goal: { kind: 'budget', budgetWanYuan: 1500 },
        years: [
          { year: 2027, budgetWanYuan: null },
          { year: 2028, budgetWanYuan: null },
        ],
      }),
    });
  });

  it('turns per cent into a share', () => {
    expect(read({ goal: 'target_share', targetPercent: '85' })).toEqual({
      request: expect.objectContaining({ goal: { kind: 'target_share', targetShare: 0.85 } }),
    });
  });

  it('looks only at the numbers of its goal', () => {
    expect(read({ goal: 'join_all', budgetWanYuan: '', targetPercent: 'x' })).toEqual({
      request: expect.objectContaining({ goal: { kind: 'join_all' } }),
    });
  });

  it('says what is wrong', () => {
    expect(read({ budgetWanYuan: '0' })).toEqual({ fault: expect.stringContaining('总预算（万元）') });
    expect(read({ years: [] })).toEqual({ fault: '请至少写一个年份。' });
    const twice = [2027, 2027].map((year) => ({ year: String(year), budgetWanYuan: '' }));
    expect(read({ years: twice })).toEqual({ fault: '2027 年写了两次。' });
    expect(read({ years: [{ year: '2027', budgetWanYuan: '-5' }] })).toEqual({
      fault: expect.stringContaining('“-5”'),
    });
  });
});

describe('createProgrammeForm', () => {
  it('offers the years that the campaign has left, at least its last', () => {
    const yearsOf = (dataYear: number, lastYear: number) =>
      createProgrammeForm(dataYear, lastYear).years.map(({ year }) => year);
    expect(yearsOf(2026, 2027)).toEqual(['2027']);
    expect(yearsOf(2024, 2030)).toEqual(['2025', '2026', '2027']);
    expect(yearsOf(2027, 2027)).toEqual(['2027']);
  });
});

describe('addYear', () => {
  it('adds the year after the last', () => {
    expect(addYear(createProgrammeForm(2026, 2028).years).map(({ year }) => year)).toEqual(['2027', '2028', '2029']);
  });

  it('leaves the year empty where none is typed', () => {
    expect(addYear([])).toEqual([{ year: '', budgetWanYuan: '' }]);
  });
});
