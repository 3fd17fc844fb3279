import { describe, expect, it } from 'vitest';
import { listEmptied } from '#core/planning/programme/list-emptied.ts';
import { createTinyCounty, createTinyCountyRows } from '#tests/support/tiny-county.ts';

/** The tiny county with one settlement of two registered households, of which so many leave for the first site. */
function emptySome(leaving: number, registeredHouseholds: number | null = 2) {
  const rows = createTinyCountyRows();
  const [template] = rows.households;
  const settlement = rows.settlements.find(
    ({ kind, roadDuty }) => kind !== 'relocation_site' && roadDuty === 'required',
  );
  const siteCode = rows.sites[0]?.code ?? '';
  if (!template || !settlement) throw new Error('The tiny county has lost its rows.');
  const county = createTinyCounty({
    settlements: rows.settlements.map((row) => (row === settlement ? { ...row, registeredHouseholds } : row)),
    households: [0, 1].map((i) => ({
      ...template,
      code: `${settlement.code}000${i + 1}`,
      settlementCode: settlement.code,
      events: [],
      hazardCode: null,
      relocation: i < leaving ? { kind: 'centralised', siteCode, plannedYear: 2027, retainedReason: null } : null,
    })),
    homesteads: [],
    ledgerRows: [],
    plans: [],
  });
  return listEmptied(county)[county.settlements.findIndex(({ code }) => code === settlement.code)];
}

describe('listEmptied', () => {
  it('finds a settlement empty when all its households go elsewhere', () => {
    expect([0, 1, 2].map((leaving) => emptySome(leaving))).toEqual([0, 0, 1]);
  });

  it('does not find it empty while more are registered than are known to leave', () => {
    expect(emptySome(2, 3)).toBe(0);
    expect(emptySome(2, null)).toBe(1);
  });

  it('takes the road duty at its word', () => {
    const { settlements } = createTinyCountyRows();
    const county = createTinyCounty({
      settlements: settlements.map((row) => ({ ...row, roadDuty: 'to_be_moved' })),
    });
    expect([...listEmptied(county)]).toEqual(county.settlements.map(() => 1));
  });
});
