import { useState } from 'react';
import { describeChange, describeFieldChange } from '#client/state/import-difference-words.ts';
import { nameLedger } from '#client/state/import-ledgers.ts';
import { flyTo, setSpotlight } from '#client/state/map-store.ts';
import { useDifference } from '#client/state/use-import-rows.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import type { DifferenceRow, ImportRecord } from '#core/api/import-records.ts';
import { ChangeCountsPanel } from './change-counts-panel.tsx';
import { ChangeMarkPanel } from './change-mark-panel.tsx';
import { LongRowsPanel } from './long-rows-panel.tsx';
import { WritePanel } from './write-panel.tsx';

/** What the import changes: how many by ledger, and each thing before and after; then it is written. */
export function DifferencePanel({ record }: { readonly record: ImportRecord }) {
  const [picked, setPicked] = useState<{ readonly row: DifferenceRow; readonly index: number } | null>(null);
  const { summary } = record;
  if (!summary) return null;
  return (
    <div className="import-report">
      <WritePanel record={record} />
      <ChangeCountsPanel summary={summary} onPick={() => setPicked(null)} />
      <DifferenceRows
        picked={picked?.index ?? null}
        onPick={(row, index) => {
          setPicked({ row, index });
          showPlace(row);
        }}
      />
      {picked ? <DifferenceCard row={picked.row} onClose={() => setPicked(null)} /> : null}
    </div>
  );
}

interface DifferenceRowsProps {
  readonly picked: number | null;
  readonly onPick: (row: DifferenceRow, index: number) => void;
}

/** The rows of the difference that the filter lets through. */
export function DifferenceRows({ picked, onPick }: DifferenceRowsProps) {
  const say = useTopic('importRoom');
  const sayApp = useText();
  const language = useView((view) => view.language);
  const change = useView((view) => view.importing.change);
  const rows = useDifference(change);
  return (
    <LongRowsPanel
      rows={rows}
      label={say('step_difference')}
      waiting={sayApp('loading')}
      none={say('difference_none')}
      rowPixels={52}
      picked={picked}
      onPick={onPick}
      columns={[
        { key: 'kind', title: say('change'), width: '5.5rem' },
        { key: 'thing', title: say('thing'), width: 'minmax(7rem, 1fr)' },
        { key: 'fields', title: say('before_after'), width: 'minmax(8.5rem, 2.4fr)' },
      ]}
      drawCells={(row) => [
        <ChangeMarkPanel key="kind" kind={row.kind} />,
        <span key="thing" className="change-thing">
          <span>{row.name ?? row.code}</span>
          <small className="numeral">
            {nameLedger(row.ledger, language)}
            {row.name === null ? '' : ` ${row.code}`}
          </small>
        </span>,
        <span key="fields" className="change-fields">
          {describeChange(row, language)}
        </span>,
      ]}
    />
  );
}

function DifferenceCard({ row, onClose }: { readonly row: DifferenceRow; readonly onClose: () => void }) {
  const say = useTopic('importRoom');
  const sayApp = useText();
  const language = useView((view) => view.language);
  return (
    <section className="finding-card" aria-label={say('thing')}>
      <div className="finding-head">
        <ChangeMarkPanel kind={row.kind} />
        <h3>{row.name ?? row.code}</h3>
        <IconButton icon="close" label={sayApp('close')} onPress={onClose} />
      </div>
      <p className="room-note numeral">
        {nameLedger(row.ledger, language)} {row.code}
        {row.source ? ` · ${say('row_number', { row: row.source.row })}` : ''}
      </p>
      <table className="import-grid change-grid">
        <thead>
          <tr>
            <th scope="col">{say('field')}</th>
            <th scope="col">{say('before')}</th>
            <th scope="col">{say('after')}</th>
          </tr>
        </thead>
        <tbody>
          {row.fields.map((field) => {
            const { before, after } = describeFieldChange(row.ledger, field, language);
            return (
              <tr key={field.field}>
                <th scope="row">{field.fieldName}</th>
                <td>{before}</td>
                <td>{after}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {row.geometryChanged ? <p className="room-note">{say('geometry_changed')}</p> : null}
    </section>
  );
}

/** Half a side of what is shown around a place, degrees: about 1.5 km. */
const AROUND_DEGREES = 0.015;

function showPlace({ position, code }: DifferenceRow): void {
  if (!position) {
    setSpotlight(null);
    return;
  }
  const [lon, lat] = position;
  setSpotlight({ code, position });
  flyTo([lon - AROUND_DEGREES, lat - AROUND_DEGREES, lon + AROUND_DEGREES, lat + AROUND_DEGREES]);
}
