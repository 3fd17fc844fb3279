import { describe, expect, it } from 'vitest';
import type { HouseholdRow } from '#core/county/things.ts';
import { formatHouseholds, parseHouseholds } from '#data/household-csv.ts';

const plain: HouseholdRow = {
  code: '5299010010010010001',
  settlementCode: '529901001001001',
  people: 4,
  category: null,
  mainCause: null,
  otherCauses: [],
  measures: [],
  fundsYuan: null,
  fundSource: null,
  deadline: null,
  responsiblePost: null,
  labourForce: 0,
  houseClass: null,
  safeWater: null,
  sanitaryToilet: null,
  hazardCode: null,
  relocation: null,
  events: [],
};

describe('parseHouseholds', () => {
  it('reads back a household of which nothing more is known', () => {
    expect(parseHouseholds(formatHouseholds([plain]))).toEqual([plain]);
  });

  it('reads back a relocation household with its lists and days', () => {
    const moved: HouseholdRow = {
      ...plain,
      category: 'relocation',
      mainCause: 'disaster',
      otherCauses: ['lack_of_funds'],
      measures: ['relocation', 'industry'],
      fundsYuan: 90_500,
      safeWater: true,
      sanitaryToilet: false,
      relocation: { kind: 'centralised', siteCode: 'AZ001', plannedYear: 2025, retainedReason: null },
      events: [
        { kind: 'identified', on: '2023-11-30' },
        { kind: 'moved_in', on: '2025-12-01' },
      ],
    };
    expect(parseHouseholds(formatHouseholds([plain, moved]))).toEqual([plain, moved]);
  });

  it('refuses other columns', () => {
    expect(() => parseHouseholds('code,name\n1,2\n')).toThrow('when expected');
  });
});
