import { describeFile } from '#client/state/import-words.ts';
import { keptFileAddress } from '#client/state/use-imports.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openImport, useView } from '#client/state/view-store.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { ImportRecord } from '#core/api/import-records.ts';
import { DropPanel } from './drop-panel.tsx';
import { ForgetPanel } from './forget-panel.tsx';
import { HistoryPanel } from './history-panel.tsx';

/** The files of the open import, or the place to drop some; below it what was imported before. */
export function FilesPanel({ record }: { readonly record: ImportRecord | null }) {
  const isNone = useView((view) => view.importing.id === null);
  return (
    <div className="import-files">
      {isNone ? <DropPanel /> : null}
      {record ? <SentFiles record={record} /> : null}
      <HistoryPanel openId={record?.id ?? null} />
    </div>
  );
}

function SentFiles({ record }: { readonly record: ImportRecord }) {
  const say = useTopic('importRoom');
  const language = useView((view) => view.language);
  if (record.files.length === 0) return null;
  return (
    <section className="import-section" aria-label={say('sent_files')}>
      <h2>{say('sent_files')}</h2>
      <ul className="sent-files">
        {record.files.map((file, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place of a file is its identity
          <li key={place}>
            <strong>{file.name}</strong>
            <small className="numeral">{describeFile(file, language)}</small>
            {file.sameAs ? (
              <p className="import-same">
                {say('same_as')}{' '}
                <button
                  type="button"
                  className="text-button"
                  onClick={() => openImport({ id: file.sameAs, step: 'written', table: null })}
                >
                  {say('same_as_open')}
                </button>
              </p>
            ) : null}
            {file.notes.map((note) => (
              <p key={note.kind + note.sentence} className="room-note">
                {note.sentence}
              </p>
            ))}
            <p className="room-actions">
              <a className="text-button" href={keptFileAddress(record.id, place)} download={file.keptName}>
                <Icon name="download" /> {say(file.keptSha256 === file.sha256 ? 'kept_whole' : 'kept_without')}
              </a>
              <small className="numeral import-sum" title={file.sha256}>
                {say('checksum', { sha256: file.sha256.slice(0, 16) })}
              </small>
            </p>
          </li>
        ))}
      </ul>
      <ForgetPanel record={record} />
    </section>
  );
}
