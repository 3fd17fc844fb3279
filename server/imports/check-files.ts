import { gzipSync } from 'node:zlib';
import { isNoChange } from '#core/county/apply-county-change.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { checkImport } from '#core/ledgers/checks/check-import.ts';
import type { CheckedFinding, CheckInput, CheckResult } from '#core/ledgers/checks/check-input.ts';
import type { RepairChoice } from '#core/ledgers/import-finding.ts';
import type { SourceFile } from '#core/ledgers/source-table.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';
import type { ImportProgress } from './import-lane.ts';
import type { CheckCounts, CheckingResult, RuleCount } from './import-messages.ts';
import { listCrsGuesses } from './list-crs-guesses.ts';
import { addShapes } from './list-difference-shapes.ts';
import { packItems } from './packed-items.ts';

/** Packs quickly: what is packed here is read again within minutes. */
const GZIP_LEVEL = 3;

/** Checks the files of an import against the county. */
export function checkFiles(
  input: {
    readonly rows: CountyRows;
    readonly files: readonly SourceFile[];
    readonly mappings: readonly TableMapping[];
    readonly repairs: readonly RepairChoice[];
  },
  tellProgress: (progress: ImportProgress) => void,
): CheckingResult {
  const { rows, files, mappings } = input;
  const result = runCheck({ ...input, today: rows.dataDate }, tellProgress);
  return {
    counts: countCheck(result),
    change: gzipSync(JSON.stringify(result.change), { level: GZIP_LEVEL }),
    findings: packItems(result.findings, { head: null, keyOf: ({ rule }) => rule }),
    differences: packItems(addShapes(result.differences, result.change, rows), {
      head: null,
      keyOf: ({ ledger, kind }) => `${ledger} ${kind}`,
    }),
    crsGuesses: listCrsGuesses(files, mappings, rows.areas),
  };
}

function runCheck(input: CheckInput, tellProgress: (progress: ImportProgress) => void): CheckResult {
  const check = checkImport(input);
  for (;;) {
    const step = check.next();
    if (step.done) return step.value;
    tellProgress({ phase: 'checking', ...step.value });
  }
}

function countCheck({ change, findings, counts, ...sums }: CheckResult): CheckCounts {
  const { rowsRead, rowsHeld, rowsLeftOut, tableErrors } = sums;
  return {
    rules: countRules(findings),
    ledgers: counts,
    rowsRead,
    rowsHeld,
    rowsLeftOut,
    tableErrors,
    isNoChange: isNoChange(change),
  };
}

/** By rule and severity, in the order of their first finding. */
function countRules(findings: readonly CheckedFinding[]): readonly RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { rule, severity, settledBy, repairs } of findings) {
    const key = `${rule} ${severity}`;
    const before = counts.get(key) ?? { rule, severity, count: 0, settled: 0, repairable: 0 };
    counts.set(key, {
      ...before,
      count: before.count + 1,
      settled: before.settled + (settledBy === null ? 0 : 1),
      repairable: before.repairable + (repairs.length === 0 ? 0 : 1),
    });
  }
  return [...counts.values()];
}
