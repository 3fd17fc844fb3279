import { useQueries } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import {
  fetchDifference,
  fetchFindings,
  fetchTableRows,
  type RowWindow,
  type TablePlace,
} from '#client/api/imports-requests.ts';
import type { DifferenceRow, FindingRow, TableRows } from '#core/api/import-records.ts';
import type { ImportRule } from '#core/ledgers/import-finding.ts';
import type { ChangeFilter } from './import-view.ts';
import { useImport, useImportQuestion } from './use-import.ts';

/** Rows that are asked for at once. */
const PAGE_ROWS = 100;

/** A list of which only the rows in sight are here. */
export interface LongRows<Row> {
  /** Undefined until the first rows came. */
  readonly total: number | undefined;
  /** Undefined while it is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Tells which rows are in sight. */
  readonly look: (from: number, to: number) => void;
  readonly error: unknown;
  readonly retry: () => void;
}

interface Page<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}

/** A long list by pages; `key` names it in the cache. */
function useLongRows<Row>(
  key: readonly unknown[],
  fetchPage: (window: RowWindow, signal: AbortSignal) => Promise<Page<Row>>,
  isEnabled = true,
): LongRows<Row> {
  const [inSight, setInSight] = useState<readonly [number, number]>([0, 0]);
  const look = useCallback((from: number, to: number): void => {
    const next = [Math.floor(from / PAGE_ROWS), Math.floor(Math.max(from, to - 1) / PAGE_ROWS)] as const;
    setInSight((before) => (before[0] === next[0] && before[1] === next[1] ? before : next));
  }, []);
  const pages = useMemo(() => {
    const [first, last] = inSight;
    return [...new Set([0, ...Array.from({ length: last - first + 1 }, (_, step) => first + step)])];
  }, [inSight]);
  const answers = useQueries({
    queries: pages.map((page) => ({
      queryKey: ['import-rows', ...key, page],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
        fetchPage({ from: page * PAGE_ROWS, limit: PAGE_ROWS }, signal),
      enabled: isEnabled,
    })),
  });
  const failed = answers.find(({ error }) => error !== null);
  return {
    total: answers.find(({ data }) => data !== undefined)?.data?.total,
    rowAt: (index) => answers[pages.indexOf(Math.floor(index / PAGE_ROWS))]?.data?.items[index % PAGE_ROWS],
    look,
    error: failed?.error ?? null,
    retry: () => {
      for (const answer of answers) if (answer.error !== null) void answer.refetch();
    },
  };
}

/** What the rows of an import depend on. */
function useRowsKey(): readonly unknown[] {
  const { id, lang } = useImportQuestion();
  const version = useImport().data?.version ?? 0;
  return [id, lang, version];
}

/** Rows of a table as they were read. */
export function useTableRows({ file, table }: TablePlace): LongRows<TableRows['items'][number]> {
  const question = useImportQuestion();
  return useLongRows(['read', question.id, file, table], (window, signal) =>
    fetchTableRows(question, { file, table, ...window }, signal),
  );
}

/** Findings of a rule; null = all. */
export function useFindings(rule: ImportRule | null): LongRows<FindingRow> {
  const question = useImportQuestion();
  const isChecked = useImport().data?.summary != null;
  return useLongRows(
    ['findings', ...useRowsKey(), rule],
    (window, signal) => fetchFindings(question, { rule, ...window }, signal),
    isChecked,
  );
}

/** Rows of the difference. */
export function useDifference(filter: ChangeFilter | null): LongRows<DifferenceRow> {
  const question = useImportQuestion();
  const isChecked = useImport().data?.summary != null;
  const ledger = filter?.ledger ?? null;
  const kind = filter?.kind ?? null;
  return useLongRows(
    ['difference', ...useRowsKey(), ledger, kind],
    (window, signal) => fetchDifference(question, { ledger, kind, ...window }, signal),
    isChecked,
  );
}
