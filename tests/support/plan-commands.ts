import type { PlanCommand, PlanEdit } from '#core/county/plan.ts';

/** Commands with numbered ids, in the order given. */
export const numberCommands = (edits: readonly PlanEdit[]): readonly PlanCommand[] =>
  edits.map((edit, i) => ({ id: `c${i + 1}`, by: 'local', at: '2026-11-22T09:00:00+08:00', ...edit }));

/** One edit of each kind that can be done in the tiny county, one after the other. */
export const EVERY_KIND: readonly PlanEdit[] = [
  {
    kind: 'place_site',
    input: { siteCode: 'FA9-S1', name: '云台新点', position: [107.512, 27.016], capacityHouseholds: 6 },
  },
  { kind: 'move_site', input: { siteCode: 'FA9-S1', position: [107.532, 27.016] } },
  { kind: 'set_capacity', input: { siteCode: 'FA9-S1', capacityHouseholds: 8 } },
  { kind: 'assign_settlement', input: { settlementCode: '529902102201002', siteCode: 'FA9-S1' } },
  { kind: 'assign_household', input: { householdCode: '5299021012020020001', siteCode: 'site-1' } },
  { kind: 'arrange_household', input: { householdCode: '5299021022020010001', arrangement: 'centralised' } },
  { kind: 'arrange_settlement', input: { settlementCode: '529902102202002', arrangement: 'purchased' } },
  { kind: 'release_household', input: { householdCode: '5299021012020020001' } },
  { kind: 'release_settlement', input: { settlementCode: '529902102201002' } },
  { kind: 'close_site', input: { siteCode: 'site-2' } },
  { kind: 'open_site', input: { siteCode: 'site-2' } },
  { kind: 'harden_segment', input: { segmentCode: 'seg-10', year: 2027 } },
  { kind: 'leave_segment', input: { segmentCode: 'seg-07' } },
  {
    kind: 'add_segment',
    input: {
      segmentCode: 'FA9-R1',
      line: {
        type: 'LineString',
        coordinates: [
          [107.51, 27.015],
          [107.53, 27.015],
        ],
      },
      roadClass: 'C',
      roadFunction: 'group_access',
      surface: 'cement_concrete',
      widthMeters: 4.5,
      year: 2027,
    },
  },
  {
    kind: 'place_park',
    input: {
      parkCode: 'FA9-P1',
      name: '高峰园',
      kind: 'agricultural_park',
      product: '茶叶',
      position: [107.531, 27.014],
      jobs: 20,
    },
  },
  {
    kind: 'place_service',
    input: { serviceCode: 'FA9-V1', name: '高峰卫生室', kind: 'clinic', position: [107.531, 27.0141] },
  },
  { kind: 'remove_placed', input: { code: 'FA9-P1' } },
  { kind: 'remove_site', input: { siteCode: 'FA9-S1' } },
];
