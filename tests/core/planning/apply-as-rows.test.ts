import { describe, expect, it } from 'vitest';
import { buildCounty } from '#core/county/build-county.ts';
import type { County } from '#core/county/county.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import type { PlanEdit } from '#core/county/plan.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { numberCommands } from '#tests/support/plan-commands.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const rows = createTinyCountyRows();

/** The county of the commands, without what no row tells. */
function applyToRows(...edits: readonly PlanEdit[]): Omit<County, 'planned'> {
  const { county, faults } = applyCommands(buildCounty(rows, 1), numberCommands(edits));
  expect(faults).toEqual([]);
  const { planned: _, ...plain } = county;
  return plain;
}

const site = (code: string, areaCode: string, position: readonly [number, number]): CountyRows['sites'][number] => ({
  code,
  name: code,
  nameEn: code,
  areaCode,
  position,
  outline: null,
  accessPoint: position,
  locationType: 'other',
  capacityHouseholds: 5,
  capacityPeople: null,
  costYuan: null,
  deadline: null,
  facilities: [],
  hazardAssessment: null,
  events: [],
});

const settlement = (
  code: string,
  siteCode: string,
  [position, elevationMeters]: readonly [readonly [number, number], number],
): CountyRows['settlements'][number] => ({
  code,
  name: siteCode,
  nameEn: siteCode,
  villageCode: code.slice(0, 12),
  kind: 'relocation_site',
  position,
  elevationMeters,
  registeredHouseholds: 0,
  registeredPeople: 0,
  residentHouseholds: 0,
  residentPeople: 0,
  roadDuty: 'required',
  siteCode,
});

describe('applyCommands beside rows that say the same', () => {
  it('gives the same county for new sites in the first and the second town, and households that go there', () => {
    const west = [107.502, 27.002] as const;
    const north = [107.502, 27.012] as const;
    const planned = applyToRows(
      { kind: 'place_site', input: { siteCode: 'FA9-S2', position: north, capacityHouseholds: 5 } },
      { kind: 'place_site', input: { siteCode: 'FA9-S1', position: west, capacityHouseholds: 5 } },
      { kind: 'assign_household', input: { householdCode: '5299021022010020001', siteCode: 'FA9-S2' } },
      { kind: 'assign_household', input: { householdCode: '5299021022020020001', siteCode: 'FA9-S1' } },
    );
    const elevation = (code: string) => planned.settlements.find((row) => row.code === code)?.elevationMeters ?? NaN;
    const same = buildCounty(
      {
        ...rows,
        sites: [...rows.sites, site('FA9-S1', '529902101201', west), site('FA9-S2', '529902101202', north)],
        settlements: [
          ...rows.settlements,
          settlement('529902101201999', 'FA9-S1', [west, elevation('529902101201999')]),
          settlement('529902101202999', 'FA9-S2', [north, elevation('529902101202999')]),
        ],
        households: rows.households.map((row) => {
          const goesTo = { '5299021022010020001': 'FA9-S2', '5299021022020020001': 'FA9-S1' }[row.code];
          if (goesTo === undefined || !row.relocation) return row;
          return { ...row, relocation: { ...row.relocation, kind: 'centralised' as const, siteCode: goesTo } };
        }),
      },
      1,
    );
    expect(planned).toEqual(same);
  });

  it('gives the same roads, nodes, pieces and findings for a new segment', () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [[107.51, 27.015] as const, [107.519, 27.0163] as const, [107.53, 27.015] as const],
    };
    const input = { segmentCode: 'a-first', line, roadClass: 'C', roadFunction: 'group_access' } as const;
    const planned = applyToRows(
      { kind: 'add_segment', input: { ...input, surface: 'cement_concrete', widthMeters: 4.5, year: 2027 } },
      { kind: 'harden_segment', input: { segmentCode: 'seg-10', year: 2026 } },
    );
    const same = buildCounty(
      {
        ...rows,
        segments: [
          ...rows.segments.map((row) => (row.code === 'seg-10' ? { ...row, plannedYear: 2026 } : row)),
          {
            code: 'a-first',
            name: null,
            nameEn: null,
            routeNumber: null,
            roadClass: 'C',
            roadFunction: 'group_access',
            line,
            widthMeters: 4.5,
            oneWay: false,
            plannedYear: 2027,
            costYuan: null,
            projectCode: null,
            sharesPavementWith: null,
            events: [
              { kind: 'opened', on: '2027-12-31' },
              { kind: 'surface', on: '2027-12-31', value: 'cement_concrete' },
            ],
          },
        ],
      },
      1,
    );
    expect(planned).toEqual(same);
    expect(planned.pieces.count).toBe(buildCounty(rows, 1).pieces.count + 2);
  });

  it('gives the same county where a site is taken out that ledgers name', () => {
    const plain = { ...rows, sites: rows.sites.map((row) => (row.code === 'site-2' ? { ...row, events: [] } : row)) };
    const { county } = applyCommands(
      buildCounty(plain, 1),
      numberCommands([{ kind: 'remove_site', input: { siteCode: 'site-2' } }]),
    );
    const same = buildCounty(
      {
        ...plain,
        sites: plain.sites.filter(({ code }) => code !== 'site-2'),
        households: plain.households.map((row) =>
          row.relocation?.siteCode === 'site-2' ? { ...row, relocation: { ...row.relocation, siteCode: null } } : row,
        ),
      },
      1,
    );
    expect({ ...county, planned: undefined }).toEqual({ ...same, planned: undefined });
  });
});
