import { useState } from 'react';
import { describeChangeCounts, describeImportTime } from '#client/state/import-words.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import { useView, useViewStore } from '#client/state/view-store.ts';
import { formatViewUrl } from '#client/state/view-url.ts';
import { PlainLink } from '#client/ui/plain-link.tsx';
import type { DifferenceRow, ImportRecord } from '#core/api/import-records.ts';
import { MAP_KINDS } from '#core/county/kinds.ts';
import { ChangeCountsPanel } from './change-counts-panel.tsx';
import { DifferenceRows } from './difference-panel.tsx';
import { UndoPanel } from './undo-panel.tsx';

/** That it was written, as which revision, what it changed, where to look at it, and how it is taken back. */
export function WrittenPanel({ record }: { readonly record: ImportRecord }) {
  const say = useTopic('importRoom');
  const language = useView((view) => view.language);
  const [picked, setPicked] = useState<{ readonly row: DifferenceRow; readonly index: number } | null>(null);
  const { summary, writtenRevision, undoneRevision } = record;
  const changes = summary ? describeChangeCounts(summary, language) : null;
  return (
    <div className="import-report">
      <section className="import-written" data-undone={undoneRevision !== null} aria-label={say('step_written')}>
        <p className="written-revision">
          {say('written_as', { revision: writtenRevision ?? '' })}
          {changes ? <span className="numeral">{say('written_changes', { changes })}</span> : null}
        </p>
        <p className="room-note numeral">{describeImportTime(record, language)}</p>
        {undoneRevision === null ? null : <p role="status">{say('written_undone', { revision: undoneRevision })}</p>}
        <MapLinks />
        <div className="room-actions">
          <UndoPanel record={record} isRoomy />
        </div>
      </section>
      {summary ? <ChangeCountsPanel summary={summary} onPick={() => setPicked(null)} /> : null}
      {summary ? (
        <DifferenceRows picked={picked?.index ?? null} onPick={(row, index) => setPicked({ row, index })} />
      ) : null}
    </div>
  );
}

/** The four maps of the county as it is now. */
function MapLinks() {
  const say = useTopic('importRoom');
  const sayApp = useText();
  const view = useView((current) => current);
  const change = useViewStore((store) => store.change);
  return (
    <p className="room-actions">
      <span>{say('look_at_map')}</span>
      {MAP_KINDS.map((map) => {
        const there = { page: 'map', map, asOf: null, camera: null } as const;
        return (
          <PlainLink
            key={map}
            className="plain-button"
            href={formatViewUrl({ ...view, ...there })}
            onOpen={() => change(there)}
          >
            {sayApp(`map_${map}`)}
          </PlainLink>
        );
      })}
    </p>
  );
}
