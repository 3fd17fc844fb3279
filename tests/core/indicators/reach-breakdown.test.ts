import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AreaScope } from '#core/indicators/area-scope.ts';
import type { EntrySource, PartSpec } from '#core/indicators/definition.ts';
import { collectAmounts, type Measure, measureBreakdown } from '#core/indicators/measure.ts';
import { createReachBreakdown, type ReachCosts } from '#core/indicators/reach-breakdown.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyContext } from '#tests/support/worked-worlds.ts';

/** People of places numbered from 0, each a place of `people[i]`. */
const createPeople = (people: readonly number[]): PartSpec => ({
  part: null,
  unit: 'ratio',
  countUnit: 'people',
  form: 'quotient',
  includes: () => true,
  numerator: (i) => people[i] ?? Number.NaN,
  denominator: (i) => people[i] ?? Number.NaN,
  pair: null,
});

/** Served, not reached and, for sites, full: added up by the code that adds up D2. */
function divide(people: readonly number[], key: string, limit: number, costs: ReachCosts): readonly Measure[] {
  const source: EntrySource = {
    indexes: null,
    rangeIn: () => ({ start: 0, end: people.length }),
    describe: () => ({ code: '', name: '', nameEn: '', areaCode: '', position: null }),
  };
  const scope: AreaScope = createTinyContext().scope(COUNTY);
  const breakdown = createReachBreakdown(createPeople(people), { way: 'drive', key, limit, costs: () => costs });
  return measureBreakdown(collectAmounts(source, breakdown.base, scope), breakdown);
}

describe('createReachBreakdown', () => {
  it('divides people into served and not reached, the limit itself included', () => {
    const measures = divide([10, 20, 30], 'school:15', 15, { nearest: [15, 15.001, Infinity], nearestWithRoom: null });
    expect(measures.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [10, 60],
      [50, 60],
    ]);
  });

  it('tells those who reach only full sites apart', () => {
    const costs = { nearest: [5, 5, 40], nearestWithRoom: [5, 30, 40] };
    const [served, notReached, full] = divide([10, 20, 30], 'site:15', 15, costs);
    expect([served?.numerator, full?.numerator, notReached?.numerator]).toEqual([10, 20, 30]);
  });

  it('does not take people that are not known for none', () => {
    const [served] = divide([10, Number.NaN], 'school:15', 15, { nearest: [5, 20], nearestWithRoom: null });
    expect([served?.numerator, served?.denominator, served?.value]).toEqual([10, null, null]);
  });
});

/** World Bank, Rural Accessibility: 2,512 villages with people and seconds to health care and school, and the shares it published. */
const CHECK_DATA = '../shared/data/laos-rah';
const isMissing = !existsSync(CHECK_DATA);
const note = `(skipped without ${CHECK_DATA})`;

function readVillages() {
  const file = readdirSync(CHECK_DATA).find((name) => name.endsWith('.csv')) ?? '';
  const [head = '', ...lines] = readFileSync(`${CHECK_DATA}/${file}`, 'utf8').trim().split(/\r?\n/);
  const columns = head.replaceAll('"', '').split(',');
  const cells = lines.map((line) => (line.match(/("[^"]*"|[^,]*)(,|$)/g) ?? []).map((cell) => cell.replace(/,$/, '')));
  const expected = JSON.parse(readFileSync(`${CHECK_DATA}/EXPECTED.json`, 'utf8')) as Record<string, unknown>;
  return { expected, column: (name: string) => cells.map((row) => Number(row[columns.indexOf(name)])) };
}

describe('createReachBreakdown, villages of Laos', () => {
  it.skipIf(isMissing)(`reads the villages and people that the source states ${note}`, () => {
    const { expected, column } = readVillages();
    const people = column('population');
    expect([people.length, people.reduce((sum, count) => sum + count, 0)]).toEqual([
      expected.villages,
      expected.population,
    ]);
  });

  it.skipIf(isMissing).each(['poi.Healthcare', 'poi.Education'])(
    `finds the published shares for %s ${note}`,
    (place) => {
      const { expected, column } = readVillages();
      const people = column('population');
      const minutes = column(place).map((seconds) => seconds / 60);
      const shares = expected[place] as Record<string, number>;
      for (const limit of [15, 30, 60, 120]) {
        const [served] = divide(people, `${place}:${limit}`, limit, { nearest: minutes, nearestWithRoom: null });
        // published as percent with four decimals
        expect((served?.value ?? 0) * 100, `${limit} min`).toBeCloseTo(shares[`<= ${limit * 60}s`] ?? Number.NaN, 3);
      }
    },
  );
});
