import type { BenchmarkRow } from '../../county/things.ts';
import { createLedger } from '../create-ledger.ts';
import { plainPart } from '../ledger-part.ts';
import { codePart, namePart } from '../thing-parts.ts';

/** Averages of the level above (上级平均值); rates are 0 to 1 as the indicators have them. */
export const benchmarks = createLedger<BenchmarkRow>({
  kind: 'benchmarks',
  geometries: [],
  key: ['code'],
  parts: [
    codePart(),
    plainPart('indicator', 'code', { short: 'INDICATOR', required: true }),
    plainPart('level', 'choice', { short: 'LEVEL', required: true, choices: 'benchmark_level' }),
    namePart(),
    plainPart('value', 'number', { short: 'VALUE', required: true }),
    plainPart('on', 'date', { short: 'DATE', required: true }),
    plainPart('source', 'text', { short: 'SOURCE', required: true }),
  ],
  blank: {},
});
