import { type DragEvent, useId, useState } from 'react';
import { describeError } from '#client/state/error-words.ts';
import { acceptedNames, describeLimits, refuseFiles } from '#client/state/import-limits.ts';
import { formatBytes } from '#client/state/import-words.ts';
import { type UploadState, useImportUpload } from '#client/state/use-import-upload.ts';
import { useImportLimits } from '#client/state/use-imports.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { ImportLimits } from '#core/api/import-records.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';

/** Where files are dropped or chosen, with what may be sent in words. */
export function DropPanel() {
  const limits = useImportLimits();
  return <AnswerPanel answer={limits}>{(data) => <DropZone limits={data} />}</AnswerPanel>;
}

function DropZone({ limits }: { readonly limits: ImportLimits }) {
  const say = useTopic('importRoom');
  const language = useView((view) => view.language);
  const id = useId();
  const { upload, send, cancel } = useImportUpload();
  const [isOver, setOver] = useState(false);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const take = (list: FileList | null): void => {
    const files = [...(list ?? [])];
    if (files.length === 0) return;
    const reasons = refuseFiles(files, limits, language);
    setRefusals(reasons);
    if (reasons.length === 0) void send(files);
  };
  const handleDrag = (event: DragEvent, over: boolean): void => {
    event.preventDefault();
    setOver(over);
  };
  if (upload.state === 'sending') return <Sending upload={upload} onCancel={cancel} />;
  return (
    <section className="import-section" aria-label={say('drop_title')}>
      <label
        className="import-drop"
        data-over={isOver}
        htmlFor={id}
        onDragOver={(event) => handleDrag(event, true)}
        onDragLeave={(event) => handleDrag(event, false)}
        onDrop={(event) => {
          handleDrag(event, false);
          take(event.dataTransfer.files);
        }}
      >
        <strong>{say('drop_title')}</strong>
        <span className="plain-button is-main" aria-hidden="true">
          {say('drop_choose')}
        </span>
        <small>{say('drop_several')}</small>
        <input
          id={id}
          className="is-unseen"
          type="file"
          multiple
          accept={acceptedNames(limits)}
          aria-label={say('drop_choose')}
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
      </label>
      {refusals.map((sentence) => (
        <p key={sentence} role="alert">
          {sentence}
        </p>
      ))}
      {upload.state === 'failed' ? <p role="alert">{describeError(upload.error, language)}</p> : null}
      <ul className="import-limits numeral">
        {describeLimits(limits, language).map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>{say('personal_promise')}</li>
      </ul>
    </section>
  );
}

interface SendingProps {
  readonly upload: Extract<UploadState, { readonly state: 'sending' }>;
  readonly onCancel: () => void;
}

function Sending({ upload, onCancel }: SendingProps) {
  const say = useTopic('importRoom');
  const { sentBytes, totalBytes } = upload;
  return (
    <div className="import-busy" role="status">
      <p className="numeral">
        {say('sending', {
          files: upload.files.join(say('joiner')),
          sent: formatBytes(sentBytes),
          total: formatBytes(totalBytes),
        })}
      </p>
      <progress aria-label={say('sending_label')} value={sentBytes} max={Math.max(1, totalBytes)} />
      <button type="button" className="plain-button" onClick={onCancel}>
        {say('stop')}
      </button>
    </div>
  );
}
