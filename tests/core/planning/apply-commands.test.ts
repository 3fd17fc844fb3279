import { describe, expect, it } from 'vitest';
import type { County } from '#core/county/county.ts';
import type { PlanCommandKind, PlanEdit } from '#core/county/plan.ts';
import { applyCommand, applyCommands } from '#core/planning/apply-commands.ts';
import type { PlanFaultCode } from '#core/planning/plan-fault.ts';
import { EVERY_KIND, numberCommands } from '#tests/support/plan-commands.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const apply = (county: County, ...edits: readonly PlanEdit[]) => applyCommands(county, numberCommands(edits));
const siteOf = ({ sites }: County, code: string) => sites.find((site) => site.code === code);
const segmentOf = ({ segments }: County, code: string) => segments.find((segment) => segment.code === code);
const placeOf = ({ households, sites }: County, code: string) => {
  const i = households.codes.indexOf(code);
  return [sites[households.site[i] ?? -1]?.code ?? null, households.arrangement[i], households.plannedMoveYear[i]];
};

const NEW_SITE: PlanEdit = {
  kind: 'place_site',
  input: { siteCode: 'FA9-S1', name: '云台新点', position: [107.512, 27.016], capacityHouseholds: 6 },
};
const NEW_ROAD = EVERY_KIND.find(({ kind }) => kind === 'add_segment') as PlanEdit;

describe('applyCommands', () => {
  const county = createTinyCounty();
  const written = JSON.stringify(county);

  it('does one of every kind without a fault and never touches the county given', () => {
    const kinds = new Set<PlanCommandKind>(EVERY_KIND.map(({ kind }) => kind));
    expect(kinds.size).toBe(18);
    const { faults } = apply(county, ...EVERY_KIND);
    expect(faults).toEqual([]);
    expect(JSON.stringify(county)).toBe(written);
  });

  it.each(EVERY_KIND.map((edit, i) => [edit.kind, i] as const))(
    'gives the county of before to the byte when %s is taken off the list again',
    (_, i) => {
      const before = apply(createTinyCounty(), ...EVERY_KIND.slice(0, i)).county;
      const now = createTinyCounty();
      apply(now, ...EVERY_KIND.slice(0, i + 1));
      const undone = apply(now, ...EVERY_KIND.slice(0, i)).county;
      expect(undone).toEqual(before);
      expect(JSON.stringify(undone)).toBe(JSON.stringify(before));
    },
  );

  it('gives the very county where nothing differs', () => {
    const nothing: readonly (readonly PlanEdit[])[] = [
      [],
      [{ kind: 'set_capacity', input: { siteCode: 'site-2', capacityHouseholds: 4 } }],
      [{ kind: 'move_site', input: { siteCode: 'site-2', position: [107.533, 27.0055] } }],
      [{ kind: 'harden_segment', input: { segmentCode: 'seg-06', year: 2026 } }],
      [{ kind: 'leave_segment', input: { segmentCode: 'seg-10' } }],
      [{ kind: 'open_site', input: { siteCode: 'site-1' } }],
      [{ kind: 'assign_settlement', input: { settlementCode: '529902102201002', siteCode: 'site-2' } }],
      [NEW_SITE, { kind: 'remove_site', input: { siteCode: 'FA9-S1' } }],
      [NEW_ROAD, { kind: 'remove_placed', input: { code: 'FA9-R1' } }],
      [
        { kind: 'harden_segment', input: { segmentCode: 'seg-06', year: 2027 } },
        { kind: 'harden_segment', input: { segmentCode: 'seg-06', year: 2026 } },
      ],
      [
        { kind: 'set_capacity', input: { siteCode: 'site-1', capacityHouseholds: 9 } },
        { kind: 'set_capacity', input: { siteCode: 'site-1', capacityHouseholds: 2 } },
      ],
    ];
    for (const edits of nothing) expect(apply(county, ...edits)).toEqual({ county, faults: [] });
    for (const edits of nothing) expect(apply(county, ...edits).county).toBe(county);
  });

  it('keeps the identity of lists that are not changed', () => {
    const { county: planned } = apply(county, NEW_SITE, {
      kind: 'harden_segment',
      input: { segmentCode: 'seg-10', year: 2027 },
    });
    expect(planned.links).toBe(county.links);
    expect(planned.pieces).toBe(county.pieces);
    expect(planned.areas).toBe(county.areas);
    expect(planned.parks).toBe(county.parks);
    expect(segmentOf(planned, 'seg-01')).toBe(segmentOf(county, 'seg-01'));
  });

  it('places a site with the settlement that it is in the village that holds it', () => {
    const { county: planned } = apply(county, NEW_SITE);
    expect(siteOf(planned, 'FA9-S1')).toMatchObject({
      name: '云台新点',
      nameEn: 'FA9-S1',
      areaCode: '529902101202',
      accessPoint: [107.512, 27.016],
      capacityHouseholds: 6,
      hazardAssessment: null,
      events: [],
    });
    expect(planned.settlements.filter(({ siteCode }) => siteCode === 'FA9-S1')).toMatchObject([
      { code: '529902101202999', villageCode: '529902101202', kind: 'relocation_site', residentPeople: 0 },
    ]);
    expect(planned.planned?.placed).toEqual(new Set(['FA9-S1']));
    // every household still points at its own settlement and site
    const named = ({ households, settlements, sites }: County) =>
      households.codes.map((code, i) => [
        code,
        settlements[households.settlement[i] ?? -1]?.code,
        sites[households.site[i] ?? -1]?.code,
      ]);
    expect(named(planned)).toEqual(named(county));
  });

  it('numbers settlements of new sites downward and takes up a number that became free', () => {
    const again = (code: string): PlanEdit => ({
      kind: 'place_site',
      input: { siteCode: code, position: [107.512, 27.016], capacityHouseholds: 1 },
    });
    const { county: planned } = apply(county, again('FA9-S1'), again('FA9-S2'), again('FA9-S3'), {
      kind: 'remove_site',
      input: { siteCode: 'FA9-S2' },
    });
    const more = apply(planned, again('FA9-S4')).county;
    expect(
      more.settlements
        .filter(({ code }) => code.startsWith('5299021012029'))
        .map(({ code, siteCode }) => [code, siteCode]),
    ).toEqual([
      ['529902101202997', 'FA9-S3'],
      ['529902101202998', 'FA9-S4'],
      ['529902101202999', 'FA9-S1'],
    ]);
  });

  it('moves a site with its settlement to another village and back', () => {
    const move = (lon: number, lat: number): PlanEdit => ({
      kind: 'move_site',
      input: { siteCode: 'FA9-S1', position: [lon, lat] },
    });
    const placed = apply(county, NEW_SITE).county;
    const { county: moved } = apply(placed, move(107.532, 27.016));
    expect(siteOf(moved, 'FA9-S1')).toMatchObject({ areaCode: '529902102202', accessPoint: [107.532, 27.016] });
    expect(moved.settlements.find(({ siteCode }) => siteCode === 'FA9-S1')?.code).toBe('529902102202999');
    expect(moved.planned?.movedSites).toEqual(new Set(['FA9-S1']));
    expect(apply(placed, move(107.532, 27.016), move(107.512, 27.016)).county).toBe(placed);
  });

  it('assigns, releases and arranges those who have not moved in, and gives a year to those without one', () => {
    const rows = createTinyCounty();
    rows.households.plannedMoveYear[rows.households.codes.indexOf('5299021012020020001')] = 0;
    const { county: planned } = apply(
      rows,
      { kind: 'assign_household', input: { householdCode: '5299021012020020001', siteCode: 'site-2' } },
      { kind: 'release_settlement', input: { settlementCode: '529902102201002' } },
      { kind: 'arrange_settlement', input: { settlementCode: '529902101201001', arrangement: 'monetary' } },
    );
    expect(placeOf(planned, '5299021012020020001')).toEqual(['site-2', 0, 2027]);
    expect(placeOf(planned, '5299021022010020001')).toEqual([null, 0, 2027]);
    // two of the settlement live in their site already
    expect(placeOf(planned, '5299021012010010001')).toEqual(['site-1', 0, 2025]);
    expect(placeOf(planned, '5299021012010010003')).toEqual([null, 3, 2025]);
    expect(planned.planned?.rearranged).toEqual(
      new Set(['5299021012020020001', '5299021022010020001', '5299021012010010003']),
    );
  });

  it('releases those who were to go to a site that closes, and lets residents stay', () => {
    const { county: planned } = apply(
      county,
      { kind: 'close_site', input: { siteCode: 'site-1' } },
      { kind: 'close_site', input: { siteCode: 'site-2' } },
    );
    expect(planned.planned?.closedSites).toEqual(new Set(['site-1', 'site-2']));
    expect(placeOf(planned, '5299021012010010001')[0]).toBe('site-1');
    expect(placeOf(planned, '5299021022010020001')[0]).toBeNull();
  });

  it('hardens a segment in a year and leaves another out', () => {
    const { county: planned } = apply(
      county,
      { kind: 'harden_segment', input: { segmentCode: 'seg-10', year: 2027 } },
      { kind: 'leave_segment', input: { segmentCode: 'seg-07' } },
    );
    expect(segmentOf(planned, 'seg-10')).toMatchObject({ plannedYear: 2027, costYuan: null });
    expect(segmentOf(planned, 'seg-07')?.plannedYear).toBeNull();
    expect(planned.planned?.hardenedIn).toEqual(new Map([['seg-10', 2027]]));
  });

  it('opens a new segment on the last day of its year', () => {
    const { county: planned } = apply(county, NEW_ROAD);
    expect(segmentOf(planned, 'FA9-R1')?.events).toEqual([
      { kind: 'opened', on: '2027-12-31' },
      { kind: 'surface', on: '2027-12-31', value: 'cement_concrete' },
    ]);
  });
});

describe('applyCommands with commands that cannot be done', () => {
  const county = createTinyCounty();
  const site = (siteCode: string, change: object = {}): PlanEdit => ({
    kind: 'place_site',
    input: { siteCode, position: [107.512, 27.016], capacityHouseholds: 6, ...change },
  });
  const far = { position: [107.6, 27.016] } as const;
  const road = (change: object): PlanEdit =>
    ({ kind: 'add_segment', input: { ...NEW_ROAD.input, ...change } }) as PlanEdit;
  const faulty: readonly (readonly [PlanFaultCode, string, PlanEdit, ...PlanEdit[]])[] = [
    ['unknown_site', 'no', { kind: 'close_site', input: { siteCode: 'no' } }],
    ['unknown_site', 'no', { kind: 'open_site', input: { siteCode: 'no' } }],
    ['unknown_site', 'no', { kind: 'remove_site', input: { siteCode: 'no' } }],
    ['unknown_site', 'no', { kind: 'move_site', input: { siteCode: 'no', position: [107.51, 27.016] } }],
    ['unknown_site', 'no', { kind: 'set_capacity', input: { siteCode: 'no', capacityHouseholds: 3 } }],
    ['unknown_site', 'no', { kind: 'assign_settlement', input: { settlementCode: '529902102201002', siteCode: 'no' } }],
    ['unknown_settlement', 'no', { kind: 'release_settlement', input: { settlementCode: 'no' } }],
    ['unknown_household', 'no', { kind: 'release_household', input: { householdCode: 'no' } }],
    ['unknown_segment', 'no', { kind: 'harden_segment', input: { segmentCode: 'no', year: 2027 } }],
    ['unknown_placed', 'no', { kind: 'remove_placed', input: { code: 'no' } }],
    ['not_placed_by_plan', 'park-1', { kind: 'remove_placed', input: { code: 'park-1' } }],
    ['code_taken', 'site-1', site('site-1')],
    ['code_taken', 'hz-1', site('hz-1')],
    ['code_taken', '5299021012010010001', site('5299021012010010001')],
    ['code_taken', 'FA9-R1', NEW_ROAD, NEW_ROAD],
    ['outside_county', 'FA9-S1', site('FA9-S1', far)],
    [
      'outside_county',
      'FA9-R1',
      road({
        line: {
          type: 'LineString',
          coordinates: [
            [107.53, 27.015],
            [107.6, 27.015],
          ],
        },
      }),
    ],
    [
      'line_too_short',
      'FA9-R1',
      road({
        line: {
          type: 'LineString',
          coordinates: [
            [107.53, 27.015],
            [107.53, 27.015],
          ],
        },
      }),
    ],
    ['year_outside_campaign', 'FA9-R1', road({ year: 2028 })],
    ['year_outside_campaign', 'seg-07', { kind: 'harden_segment', input: { segmentCode: 'seg-07', year: 2023 } }],
    ['already_hardened', 'seg-05', { kind: 'harden_segment', input: { segmentCode: 'seg-05', year: 2027 } }],
    ['already_hardened', 'seg-05', { kind: 'leave_segment', input: { segmentCode: 'seg-05' } }],
    ['site_built', 'site-2', { kind: 'move_site', input: { siteCode: 'site-2', position: [107.512, 27.016] } }],
    ['site_built', 'site-2', { kind: 'remove_site', input: { siteCode: 'site-2' } }],
    [
      'capacity_below_residents',
      'site-1',
      { kind: 'set_capacity', input: { siteCode: 'site-1', capacityHouseholds: 1 } },
    ],
    ['capacity_negative', 'site-1', { kind: 'set_capacity', input: { siteCode: 'site-1', capacityHouseholds: -1 } }],
    ['capacity_negative', 'FA9-S1', site('FA9-S1', { capacityHouseholds: -1 })],
    [
      'site_closed',
      'site-2',
      { kind: 'close_site', input: { siteCode: 'site-2' } },
      { kind: 'assign_settlement', input: { settlementCode: '529902102201002', siteCode: 'site-2' } },
    ],
    [
      'not_relocation',
      '5299021012010010004',
      { kind: 'release_household', input: { householdCode: '5299021012010010004' } },
    ],
    ['not_relocation', '529902102201001', { kind: 'release_settlement', input: { settlementCode: '529902102201001' } }],
    [
      'not_relocation',
      '529902102202002',
      { kind: 'assign_settlement', input: { settlementCode: '529902102202002', siteCode: 'site-2' } },
    ],
    ['moved_in', '5299021012010010001', { kind: 'release_household', input: { householdCode: '5299021012010010001' } }],
    [
      'moved_in',
      '529902101202001',
      { kind: 'arrange_settlement', input: { settlementCode: '529902101202001', arrangement: 'monetary' } },
    ],
  ];

  const cases = faulty.map(([code, about, ...edits]) => ({ code, about, edits }));
  it.each(cases)('tells $code of $about and does the rest', ({ code, about, edits }) => {
    const rest: PlanEdit = { kind: 'set_capacity', input: { siteCode: 'site-2', capacityHouseholds: 12 } };
    const { county: planned, faults } = apply(county, ...edits, rest);
    expect(faults).toMatchObject([{ code, about, commandId: `c${edits.length}` }]);
    expect(siteOf(planned, 'site-2')?.capacityHouseholds).toBe(12);
    expect(planned).toEqual(apply(county, ...edits.slice(0, -1), rest).county);
  });

  it('refuses to move a site in which people live though nothing is said of works', () => {
    const sites = createTinyCounty().sites.map((row) => ({ ...row, events: [] }));
    const { faults } = apply({ ...county, sites }, { kind: 'remove_site', input: { siteCode: 'site-1' } });
    expect(faults).toMatchObject([{ code: 'site_has_residents', details: { households: 2 } }]);
  });

  it('lets a plan stand that was published before works began and people moved in', () => {
    const commands = numberCommands([
      { kind: 'move_site', input: { siteCode: 'site-2', position: [107.512, 27.016] } },
      { kind: 'assign_household', input: { householdCode: '5299021012010010001', siteCode: 'site-2' } },
    ]);
    expect(applyCommands(county, commands, { asOf: '2025-09-30' }).faults).toEqual([]);
    expect(applyCommands(county, commands).faults.map(({ code }) => code)).toEqual(['site_built', 'moved_in']);
  });

  it('leaves who has moved in since where the ledgers say, whatever an earlier plan arranged', () => {
    const commands = numberCommands([
      { kind: 'assign_household', input: { householdCode: '5299021012010010001', siteCode: 'site-2' } },
    ]);
    const { county: planned } = applyCommands(county, commands, { asOf: '2025-09-30' });
    expect(placeOf(planned, '5299021012010010001')).toEqual(placeOf(county, '5299021012010010001'));
  });

  it('throws the first fault where it is asked to', () => {
    const commands = numberCommands([{ kind: 'close_site', input: { siteCode: 'no' } }]);
    expect(() => applyCommands(county, commands, { onFault: 'throw' })).toThrow(
      expect.objectContaining({ code: 'plan_unknown_site' }),
    );
    expect(() => applyCommand(county, commands[0] as (typeof commands)[number])).toThrow(
      expect.objectContaining({ code: 'plan_unknown_site' }),
    );
  });
});
