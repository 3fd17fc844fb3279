import { useState } from 'react';
import { describeError } from '#client/state/error-words.ts';
import { useJob } from '#client/state/use-job.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { Icon } from '#client/ui/icon.tsx';
import type { DistanceMatrixRequest, Job } from '#core/api/jobs.ts';
import { DESTINATION_KINDS } from '#core/network/place-kinds.ts';
import type { TravelMode } from '#core/network/travel.ts';
import { TravelPanel } from '../tools/travel-panel.tsx';

type Destination = DistanceMatrixRequest['to'][number];

/** From every settlement of the open area to every place of the chosen kinds, as long work with a table at its end. */
export function MatrixPanel() {
  const say = useTopic('tools');
  const language = useView((view) => view.language);
  const area = useView((view) => view.area) ?? '';
  const asOf = useView((view) => view.asOf);
  const [to, setTo] = useState<readonly Destination[]>(['town_government', 'school', 'clinic']);
  const [mode, setMode] = useState<TravelMode>('drive');
  const { job, lost, error, start, cancel } = useJob(language);
  const running = job?.state === 'waiting' || job?.state === 'running';
  const begin = (): void =>
    void start({
      kind: 'distance_matrix',
      area,
      to: [...to],
      mode,
      lang: language,
      ...(asOf === null ? {} : { asOf }),
    });
  return (
    <section aria-label={say('matrix')} className="matrix">
      <h2>{say('matrix')}</h2>
      <p className="tool-note">{say('matrix_note')}</p>
      <DestinationChoice to={to} onChoose={setTo} />
      <TravelPanel mode={mode} onPick={setMode} />
      <p className="tool-actions">
        <button type="button" className="plain-button is-main" disabled={running || to.length === 0} onClick={begin}>
          {say('matrix_start')}
        </button>
        {running ? (
          <button type="button" className="plain-button" onClick={() => void cancel()}>
            {say('matrix_cancel')}
          </button>
        ) : null}
      </p>
      {to.length === 0 ? <p role="alert">{say('matrix_choose')}</p> : null}
      <div>
        {job ? <JobState job={job} /> : null}
        {lost && running ? <p role="alert">{say('matrix_lost')}</p> : null}
        {error ? <p role="alert">{describeError(error, language)}</p> : null}
      </div>
    </section>
  );
}

interface DestinationChoiceProps {
  readonly to: readonly Destination[];
  readonly onChoose: (to: readonly Destination[]) => void;
}

function DestinationChoice({ to, onChoose }: DestinationChoiceProps) {
  const say = useTopic('tools');
  const name = useTopic('network');
  const options: readonly { readonly value: Destination; readonly label: string }[] = [
    ...DESTINATION_KINDS.map((value) => ({ value, label: name(`kind_${value}`) })),
    { value: 'settlement', label: say('settlements') },
  ];
  return (
    <fieldset className="matrix-kinds">
      <legend>{say('matrix_to')}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={to.includes(value)}
            onChange={(event) =>
              onChoose(event.target.checked ? [...to, value] : to.filter((chosen) => chosen !== value))
            }
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

function JobState({ job }: { readonly job: Job }) {
  const say = useTopic('tools');
  const percent = Math.floor(job.progress * 100);
  switch (job.state) {
    case 'waiting':
    case 'running':
      return (
        <p className="matrix-progress numeral" role="status">
          <progress value={job.progress} max={1} />
          {job.state === 'waiting' ? say('matrix_waiting') : say('matrix_running', { percent })}
        </p>
      );
    case 'done':
      return (
        <p role="status">
          {say('matrix_done')}{' '}
          {job.resultUrl ? (
            <a className="text-button" href={job.resultUrl} download>
              <Icon name="download" /> {say('matrix_download')}
            </a>
          ) : null}
        </p>
      );
    case 'cancelled':
      return <p role="status">{say('matrix_cancelled')}</p>;
    case 'failed':
      return <p role="alert">{job.errorText}</p>;
  }
}
