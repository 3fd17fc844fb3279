import { describe, expect, it } from 'vitest';
import type { CheckedFinding } from '#core/ledgers/checks/check-input.ts';
import { formatFinding, formatRepair } from '#server/imports/format-finding.ts';

const createFinding = (overrides: Partial<CheckedFinding>): CheckedFinding => ({
  rule: 'code_unknown',
  severity: 'error',
  file: 0,
  table: 0,
  row: 2,
  ledger: 'households',
  field: 'settlementCode',
  code: null,
  got: '529901999999001',
  expected: '',
  repairs: [],
  position: null,
  settledBy: null,
  ...overrides,
});

describe('formatFinding', () => {
  it('says what was got and what comes nearest', () => {
    expect(formatFinding('en', createFinding({ expected: '529901001001001' }))).toContain('nearest: 529901001001001');
  });

  it('does not announce what it does not know', () => {
    for (const rule of ['code_unknown', 'text_damaged'] as const) {
      for (const language of ['zh', 'en'] as const) {
        const sentence = formatFinding(language, createFinding({ rule }));
        expect(sentence).toContain('529901999999001');
        expect(sentence).not.toMatch(/[:：]\s*[.。]/);
      }
    }
  });
});

describe('formatFinding of a formula that failed', () => {
  it('says so, whatever the column holds', () => {
    for (const rule of ['number_unreadable', 'text_damaged', 'date_unreadable'] as const)
      expect(formatFinding('en', createFinding({ rule, got: '#DIV/0!' }))).toContain('#DIV/0!, the error of a formula');
    expect(formatFinding('zh', createFinding({ rule: 'number_unreadable', field: 'people', got: '#REF!' }))).toBe(
      '家庭人口中是公式的错误值 #REF!，请改正公式或直接填写数值。',
    );
  });
});

describe('formatRepair', () => {
  it('says what leaving out means for a row, a table and a removal', () => {
    const say = (overrides: Partial<CheckedFinding>): string =>
      formatRepair('en', createFinding(overrides), { kind: 'leave_out' });
    expect([
      say({}),
      say({ row: 0, rule: 'position_unreadable' }),
      say({ row: 0, rule: 'removed_but_needed' }),
    ]).toEqual(['Do not import this row', 'Do not import this table', 'Do not remove it']);
  });
});
