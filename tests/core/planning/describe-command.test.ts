import { describe, expect, it } from 'vitest';
import type { PlanEdit } from '#core/county/plan.ts';
import { describeCommand } from '#core/planning/describe-command.ts';

const NAMES: Readonly<Record<string, string>> = { AZ001: '城关安置点', Z1: '上寨', LD1: '上寨路' };
const describeIn = (language: 'zh' | 'en', command: PlanEdit): string =>
  describeCommand(command, { language, nameOf: (code) => NAMES[code] ?? code });

describe('describeCommand', () => {
  it('names the site, its place and its households', () => {
    const move: PlanEdit = { kind: 'move_site', input: { siteCode: 'AZ001', position: [107.2143, 27.0365] } };
    expect(describeIn('zh', move)).toBe('移动安置点“城关安置点”到 107.21430,27.03650');
    const resize: PlanEdit = { kind: 'set_capacity', input: { siteCode: 'AZ001', capacityHouseholds: 1200 } };
    expect(describeIn('zh', resize)).toBe('安置点“城关安置点”容量改为 1,200 户');
  });

  it('names both ends of an assignment', () => {
    const assign: PlanEdit = { kind: 'assign_settlement', input: { settlementCode: 'Z1', siteCode: 'AZ001' } };
    expect(describeIn('en', assign)).toBe('“上寨” moves to “城关安置点”');
  });

  it('tells the length of a new road', () => {
    // one hundredth of a degree along the equator of the ellipsoid: 1,113.19 m
    const line = { type: 'LineString' as const, coordinates: [[107, 0] as const, [107.01, 0] as const] };
    const input = {
      segmentCode: 'FA1-L1',
      line,
      roadClass: 'C',
      roadFunction: 'group_access',
      surface: 'cement_concrete',
      widthMeters: 4.5,
      year: 2027,
    } as const;
    expect(describeIn('zh', { kind: 'add_segment', input })).toBe('2027 年新建“FA1-L1”，1.11 公里');
  });

  it('leaves no placeholder unfilled in any kind', () => {
    const position = [107, 27] as const;
    const site = { siteCode: 'AZ001' };
    const commands: PlanEdit[] = [
      { kind: 'place_site', input: { ...site, position, capacityHouseholds: 5 } },
      { kind: 'remove_site', input: site },
      { kind: 'close_site', input: site },
      { kind: 'open_site', input: site },
      { kind: 'release_settlement', input: { settlementCode: 'Z1' } },
      { kind: 'assign_household', input: { householdCode: 'H1', ...site } },
      { kind: 'release_household', input: { householdCode: 'H1' } },
      { kind: 'arrange_settlement', input: { settlementCode: 'Z1', arrangement: 'monetary' } },
      { kind: 'arrange_household', input: { householdCode: 'H1', arrangement: 'centralised' } },
      { kind: 'harden_segment', input: { segmentCode: 'LD1', year: 2027 } },
      { kind: 'leave_segment', input: { segmentCode: 'LD1' } },
      {
        kind: 'place_park',
        input: { parkCode: 'P1', name: '茶园', kind: 'base', product: '茶叶', position, jobs: 10 },
      },
      { kind: 'place_service', input: { serviceCode: 'F1', name: '卫生室', kind: 'clinic', position } },
      { kind: 'remove_placed', input: { code: 'P1' } },
    ];
    for (const language of ['zh', 'en'] as const)
      expect(
        commands.map((command) => describeIn(language, command)).filter((sentence) => /[{}]/.test(sentence)),
      ).toEqual([]);
  });
});
