import { describe, expect, it } from 'vitest';
import type { LedgerRow } from '#core/county/things.ts';
import { findLedgerProblems, LEDGER_RULES } from '#core/indicators/data-quality/ledger-problems.ts';
import { VILLAGES } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const [VILLAGE = ''] = VILLAGES;

/** Rules broken by each of some rows of one village. */
function rulesOf(rows: readonly (Partial<LedgerRow> & Pick<LedgerRow, 'values'>)[]): readonly string[] {
  const ledgerRows = rows.map((row, i) => ({
    source: 'a',
    rowNumber: i + 1,
    villageCode: VILLAGE,
    householdCode: null,
    ...row,
  }));
  const problems = findLedgerProblems(createTinyCounty({ ledgerRows }));
  return [...problems].map((bits) => LEDGER_RULES.filter((_, place) => (bits & (1 << place)) !== 0).join(' '));
}

const first = `${VILLAGE}0010001`;
const second = `${VILLAGE}0010002`;

describe('findLedgerProblems', () => {
  it('finds nothing in rows that say little', () => {
    expect(rulesOf([{ values: {} }, { householdCode: first, values: { people: 3, note: '' } }])).toEqual(['', '']);
  });

  it('takes the first of repeated rows as right, within one ledger', () => {
    const row = { householdCode: first, values: {} };
    expect(rulesOf([row, row, row, { ...row, source: 'b' }])).toEqual(['', 'reported_twice', 'reported_twice', '']);
  });

  it('finds a registered household reported under two codes', () => {
    const values = { registeredHousehold: 'H-7' };
    expect(
      rulesOf([
        { householdCode: first, values },
        { householdCode: second, values },
      ]),
    ).toEqual(['', 'household_split']);
  });

  it('finds a household in two sites, over ledgers', () => {
    expect(
      rulesOf([
        { householdCode: first, values: { siteCode: 'site-1' } },
        { source: 'b', householdCode: first, values: { siteCode: 'site-2' } },
        { source: 'b', householdCode: second, values: { siteCode: 'site-2' } },
      ]),
    ).toEqual(['', 'household_in_two_sites', '']);
  });

  it('compares people with members', () => {
    expect(
      rulesOf([
        { values: { people: 4, members: 4 } },
        { values: { people: 4, members: 3 } },
        { values: { people: 4 } },
      ]),
    ).toEqual(['', 'people_differ_from_members', '']);
  });

  it('adds up causes', () => {
    expect(
      rulesOf([
        { values: { households: 5, cause_illness: 2, cause_other: 3 } },
        { values: { households: 5, cause_illness: 2, cause_other: 2 } },
      ]),
    ).toEqual(['', 'causes_do_not_add_up']);
  });

  it('finds a point outside its village', () => {
    expect(rulesOf([{ values: { lon: 107.51, lat: 27.005 } }, { values: { lon: 107.53, lat: 27.005 } }])).toEqual([
      '',
      'point_outside_village',
    ]);
  });

  it('finds codes that nobody knows', () => {
    expect(
      rulesOf([
        { householdCode: `${VILLAGE}0019999`, values: {} },
        { values: { siteCode: 'site-9' } },
        { values: { category: 'palace' } },
        { values: { mainCause: 'illness', category: 'industry', siteCode: 'site-1' } },
        { villageCode: '529902999999', values: {} },
      ]),
    ).toEqual(['unknown_code', 'unknown_code', 'unknown_code', '', 'unknown_code']);
  });

  it('finds a date after the data date, in any value', () => {
    expect(rulesOf([{ values: { moved_in: '2026-11-22' } }, { values: { moved_in: '2026-11-23' } }])).toEqual([
      '',
      'date_in_future',
    ]);
  });

  it('does not take a deadline for something that happened', () => {
    expect(rulesOf([{ values: { deadline: '2027-12-31' } }])).toEqual(['']);
  });

  it('finds a total that differs by over 10 % without explanation', () => {
    const total = (value: number, explanation: string | null = null) => ({
      values: { total: value, lastTotal: 100, explanation },
    });
    expect(rulesOf([total(110), total(89), total(111), total(200, '并村')])).toEqual([
      '',
      'total_differs',
      'total_differs',
      '',
    ]);
  });
});
