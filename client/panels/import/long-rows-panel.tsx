import type { ReactNode } from 'react';
import { describeError } from '#client/state/error-words.ts';
import type { LongRows } from '#client/state/use-import-rows.ts';
import { useText } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { LongTable } from '#client/ui/long-table.tsx';
import { EmptyState, ErrorState, LoadingState } from '#client/ui/states.tsx';

interface LongRowsPanelProps<Row> {
  readonly rows: LongRows<Row>;
  readonly label: string;
  readonly columns: readonly { readonly key: string; readonly title: ReactNode; readonly width: string }[];
  readonly rowPixels: number;
  readonly drawCells: (row: Row) => readonly ReactNode[];
  readonly waiting: string;
  /** Said when there are none. */
  readonly none?: string;
  readonly onPick?: (row: Row, index: number) => void;
  readonly picked?: number | null;
}

/** A list of any length that is read as one looks: or that it is coming, or why it did not come, or that it is empty. */
export function LongRowsPanel<Row>({ rows, none, ...table }: LongRowsPanelProps<Row>) {
  const say = useText();
  const language = useView((view) => view.language);
  if (rows.error && rows.total === undefined) {
    return (
      <ErrorState
        title={say('error_title')}
        sentence={describeError(rows.error, language)}
        retryLabel={say('retry')}
        onRetry={rows.retry}
      />
    );
  }
  if (rows.total === undefined) return <LoadingState label={table.waiting} lines={6} />;
  if (rows.total === 0 && none) return <EmptyState>{none}</EmptyState>;
  return (
    <>
      {rows.error ? (
        <p role="alert">
          {describeError(rows.error, language)}{' '}
          <button type="button" className="text-button" onClick={rows.retry}>
            {say('retry')}
          </button>
        </p>
      ) : null}
      <LongTable {...table} total={rows.total} rowAt={rows.rowAt} onLook={rows.look} />
    </>
  );
}
