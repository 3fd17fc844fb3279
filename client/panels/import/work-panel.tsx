import { describeError } from '#client/state/error-words.ts';
import { isAtWork } from '#client/state/import-follow.ts';
import { formatCount } from '#client/state/import-words.ts';
import { useDeleteImport } from '#client/state/use-import.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { ImportRecord } from '#core/api/import-records.ts';

/** How far the server's work at an import is, how it can be stopped, and why it failed. */
export function WorkPanel({ record, isLost }: { readonly record: ImportRecord; readonly isLost: boolean }) {
  const say = useTopic('importRoom');
  const language = useView((view) => view.language);
  const stop = useDeleteImport();
  if (record.state === 'failed') {
    return (
      <p className="import-failure" role="alert">
        {record.errorText ?? say('failed')}
      </p>
    );
  }
  if (record.state === 'cancelled') return <p className="import-failure">{say('cancelled')}</p>;
  if (!isAtWork(record)) return null;
  const { progress } = record;
  const phase = progress?.phase ?? PHASES[record.state] ?? 'reading';
  const isCounted = progress !== null && progress.rowsTotal > 0;
  return (
    <div className="import-busy" role="status">
      <p className="numeral">
        {say(`work_${phase}`)}
        {progress && progress.rowsDone > 0
          ? say(isCounted ? 'work_rows_of' : 'work_rows', {
              done: formatCount(progress.rowsDone),
              total: formatCount(progress.rowsTotal),
            })
          : ''}
      </p>
      {isCounted ? (
        <progress aria-label={say(`work_${phase}`)} value={progress.rowsDone} max={progress.rowsTotal} />
      ) : (
        <progress aria-label={say(`work_${phase}`)} />
      )}
      <button type="button" className="plain-button" disabled={stop.isPending} onClick={() => stop.mutate(record.id)}>
        {say('stop')}
      </button>
      {isLost ? <p role="alert">{say('work_lost')}</p> : null}
      {stop.error ? <p role="alert">{describeError(stop.error, language)}</p> : null}
    </div>
  );
}

const PHASES: Partial<Record<ImportRecord['state'], 'reading' | 'checking' | 'writing'>> = {
  checking: 'checking',
  writing: 'writing',
};
