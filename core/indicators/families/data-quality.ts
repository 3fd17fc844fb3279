import { LEDGER_RULES } from '../data-quality/ledger-problems.ts';
import type { IndicatorDefinition, PartSpec } from '../definition.ts';
import { ledgerSource } from '../entry-sources.ts';

/** Q1: ledger rows that break a rule among all rows as reported, by rule. */
export const Q1: IndicatorDefinition = {
  code: 'Q1',
  unit: 'ratio',
  countUnit: 'rows',
  betterDirection: 'down',
  target: { kind: 'value', value: 0 },
  withoutSchedule: 'target',
  groups: (context) => {
    const problems = context.index.ledgerProblems();
    const share = (part: string | null, bits: number): PartSpec => ({
      part,
      unit: 'ratio',
      countUnit: 'rows',
      form: 'quotient',
      includes: () => true,
      numerator: (i) => (((problems[i] ?? 0) & bits) === 0 ? 0 : 1),
      denominator: () => 1,
      pair: null,
      targeted: true,
      note: (i) => firstRule((problems[i] ?? 0) & bits),
    });
    const parts = [share(null, 0xffff), ...LEDGER_RULES.map((rule, place) => share(`rule:${rule}`, 1 << place))];
    return [{ source: ledgerSource(context), parts }];
  },
};

/** Name of the first rule among some bits; null when there is none. */
function firstRule(bits: number): string | null {
  return LEDGER_RULES.find((_, place) => (bits & (1 << place)) !== 0) ?? null;
}
