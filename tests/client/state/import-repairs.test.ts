import { describe, expect, it } from 'vitest';
import {
  chooseForRow,
  chooseForRule,
  findChoice,
  findRuleChoice,
  resolveRepair,
} from '#client/state/import-repairs.ts';
import {
  describeRepair,
  listRowRepairs,
  listRuleRepairs,
  listValues,
  readTyped,
} from '#client/state/import-rule-words.ts';
import { createFinding } from '#tests/support/import-record.ts';

const finding = createFinding();
const tables = [
  { file: 0, table: 0 },
  { file: 1, table: 0 },
];
const PROPOSED = { kind: 'proposed' } as const;
const LEAVE_OUT = { kind: 'leave_out' } as const;

describe('chooseForRule', () => {
  it('chooses in every table, in the place of choices for rows', () => {
    const byRow = chooseForRow([], finding, LEAVE_OUT);
    const all = chooseForRule(byRow, { rule: 'outside_village', tables }, PROPOSED);
    expect(all).toEqual(tables.map((place) => ({ rule: 'outside_village', ...place, row: null, repair: PROPOSED })));
    expect(findRuleChoice(all, 'outside_village')).toEqual(PROPOSED);
    expect(chooseForRule(all, { rule: 'outside_village', tables }, null)).toEqual([]);
  });

  it('leaves the choices of other rules', () => {
    const other = chooseForRow([], createFinding({ rule: 'sliver' }), LEAVE_OUT);
    expect(chooseForRule(other, { rule: 'outside_village', tables }, null)).toEqual(other);
  });
});

describe('chooseForRow', () => {
  it('wins over the choice for the rule, and is taken back by null', () => {
    const all = chooseForRule([], { rule: 'outside_village', tables }, PROPOSED);
    const both = chooseForRow(all, finding, LEAVE_OUT);
    expect(findChoice(both, finding)).toEqual(LEAVE_OUT);
    expect(findChoice(both, createFinding({ row: 18 }))).toEqual(PROPOSED);
    expect(findRuleChoice(both, 'outside_village')).toBe('mixed');
    expect(findChoice(chooseForRow(both, finding, null), finding)).toEqual(PROPOSED);
  });
});

describe('resolveRepair', () => {
  it('takes the first of the proposals', () => {
    expect(resolveRepair(PROPOSED, finding)).toEqual({ kind: 'set', field: 'villageName', value: '白岩村' });
    expect(resolveRepair(PROPOSED, createFinding({ repairs: [] }))).toBeNull();
    expect(resolveRepair(LEAVE_OUT, finding)).toBe(LEAVE_OUT);
  });
});

describe('listRowRepairs', () => {
  it('offers the own repairs, and leaving out once', () => {
    expect(listRowRepairs(finding, 'zh').map(({ sentence }) => sentence)).toEqual([
      '行政村改为“白岩村”',
      '这一行不写入',
    ]);
  });

  it('offers to keep what is no error, and leaves no whole table out', () => {
    const table = createFinding({ severity: 'warning', row: 0, repairs: [] });
    expect(listRowRepairs(table, 'zh').map(({ repair }) => repair.kind)).toEqual(['keep']);
  });
});

describe('listRuleRepairs', () => {
  it('offers proposals where there are some, keeping for warnings, leaving out for all but notes', () => {
    const kinds = (severity: 'error' | 'warning' | 'note', repairable: number): string =>
      listRuleRepairs({ severity, repairable })
        .map(({ repair }) => repair.kind)
        .join(' ');
    expect(kinds('error', 2)).toBe('proposed leave_out');
    expect(kinds('warning', 0)).toBe('keep leave_out');
    expect(kinds('note', 0)).toBe('keep');
  });
});

describe('describeRepair', () => {
  it('says a value of one’s own in words', () => {
    expect(describeRepair({ kind: 'set', field: 'villageName', value: '石门村' }, finding, 'en')).toBe(
      '行政村 becomes “石门村”',
    );
  });
});

describe('listValues', () => {
  it('lists the words of closed fields alone', () => {
    expect(listValues('households', 'safeWater', 'zh')).toEqual([
      { value: true, label: '是' },
      { value: false, label: '否' },
    ]);
    expect(listValues('households', 'people', 'zh')).toBeNull();
    expect(listValues('segments', 'surface', 'zh')?.length).toBeGreaterThan(3);
  });
});

describe('readTyped', () => {
  it('reads numbers for fields of numbers, and refuses words there', () => {
    expect(readTyped('households', 'people', '4')).toBe(4);
    expect(readTyped('households', 'people', '4.5')).toBeNull();
    expect(readTyped('households', 'people', '四')).toBeNull();
    expect(readTyped('households', 'fundSource', ' 省级 ')).toBe('省级');
    expect(readTyped('households', 'fundSource', ' ')).toBeNull();
  });
});
