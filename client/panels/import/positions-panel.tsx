import { describeError } from '#client/state/error-words.ts';
import { describeCrs } from '#client/state/import-crs.ts';
import { replaceMapping } from '#client/state/import-mapping.ts';
import { canEdit, hasPositions, listMapped } from '#client/state/import-steps.ts';
import { formatCount } from '#client/state/import-words.ts';
import { useImportEdit } from '#client/state/use-import-edit.ts';
import { usePositionTable } from '#client/state/use-import-map.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { ImportRecord } from '#core/api/import-records.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';
import { CrsFormPanel } from './crs-form-panel.tsx';
import { CrsGuessesPanel } from './crs-guesses-panel.tsx';
import { PositionTablesPanel } from './position-tables-panel.tsx';
import { ShiftPanel } from './shift-panel.tsx';

/** In which reference system the coordinates of each table are: recognised, looked at before and after, confirmed by the person. */
export function PositionsPanel({ record }: { readonly record: ImportRecord }) {
  const say = useTopic('importRoom');
  const language = useView((view) => view.language);
  const { edit, error } = useImportEdit('mappings');
  const place = usePositionTable();
  const tables = listMapped(record).filter(({ mapping }) => hasPositions(mapping));
  const table = tables.find((each) => each.file === place?.file && each.table === place.table);
  if (!table) return <p className="state-empty">{say('no_positions')}</p>;
  const { mapping, source } = table;
  const isFixed = !canEdit(record);
  const change = (changed: TableMapping): void => edit((before) => replaceMapping(before, changed));
  const pick = (crs: TableMapping['crs']): void => change({ ...mapping, crs, crsConfirmed: false });
  return (
    <div className="import-positions">
      {tables.length > 1 ? <PositionTablesPanel tables={tables} open={table} /> : null}
      <section className="import-section" aria-label={say('step_positions')}>
        <h2>{say('crs_of', { table: source.name || table.fileName, count: formatCount(source.rowCount) })}</h2>
        <CrsGuessesPanel guesses={source.crsGuesses} crs={mapping.crs} isFixed={isFixed} onPick={pick} />
        <CrsFormPanel crs={mapping.crs} isFixed={isFixed} onPick={pick} />
        <ShiftPanel crs={mapping.crs} />
        {error ? <p role="alert">{describeError(error, language)}</p> : null}
        <p className="room-actions crs-confirm" data-confirmed={mapping.crsConfirmed}>
          {mapping.crsConfirmed ? (
            <>
              <strong role="status">{say('crs_confirmed', { crs: describeCrs(mapping.crs, language) })}</strong>
              {isFixed ? null : (
                <button
                  type="button"
                  className="text-button"
                  onClick={() => change({ ...mapping, crsConfirmed: false })}
                >
                  {say('crs_reopen')}
                </button>
              )}
            </>
          ) : (
            <button
              type="button"
              className="plain-button is-main"
              disabled={isFixed || mapping.crs === null}
              onClick={() => change({ ...mapping, crsConfirmed: true })}
            >
              {say(mapping.crs === null ? 'crs_pick_first' : 'crs_confirm', {
                crs: describeCrs(mapping.crs, language),
              })}
            </button>
          )}
        </p>
      </section>
    </div>
  );
}
