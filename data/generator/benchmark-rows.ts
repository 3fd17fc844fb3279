import type { BenchmarkRow } from '#core/county/things.ts';

const PROVINCE = {
  level: 'province',
  name: '全省平均',
  nameEn: 'Provincial average',
  source: '省专项工作调度通报2026年第10期（示例）',
} as const;
const PREFECTURE = {
  level: 'prefecture',
  name: '全市平均',
  nameEn: 'Prefectural average',
  source: '市专项工作调度通报2026年第10期（示例）',
} as const;
const ON = '2026-10-31';

/** Averages of the levels above. The 87.91 % of P1 is a worked figure. */
export const BENCHMARK_ROWS: readonly BenchmarkRow[] = [
  { code: 'BM001', indicator: 'P1', value: 0.8791, on: ON, ...PROVINCE },
  { code: 'BM002', indicator: 'P1', value: 0.842, on: ON, ...PREFECTURE },
  { code: 'BM003', indicator: 'P2', value: 0.783, on: ON, ...PROVINCE },
  { code: 'BM004', indicator: 'R1', value: 0.934, on: ON, ...PROVINCE },
  { code: 'BM005', indicator: 'R1', value: 0.897, on: ON, ...PREFECTURE },
  { code: 'BM006', indicator: 'R3', value: 0.826, on: ON, ...PROVINCE },
  { code: 'BM007', indicator: 'S1', value: 0.764, on: ON, ...PROVINCE },
  { code: 'BM008', indicator: 'S3', value: 0.468, on: ON, ...PROVINCE },
  { code: 'BM009', indicator: 'S7', value: 0.851, on: ON, ...PROVINCE },
  { code: 'BM010', indicator: 'I1', value: 0.735, on: ON, ...PREFECTURE },
  { code: 'BM011', indicator: 'P4', value: 0.912, on: ON, ...PROVINCE },
];
