import { describeError } from '#client/state/error-words.ts';
import { FONT_FAMILY } from '#client/state/font.ts';
import { getTokens } from '#client/state/screen-tokens.ts';
import type { FollowedJob } from '#client/state/use-job.ts';
import { useTopic } from '#client/state/use-text.ts';
import { WALL_SCALE } from '#client/state/view.ts';
import { useView } from '#client/state/view-store.ts';
import { AppConfig } from '#client/ui/app-config.tsx';
import { BusyButton } from '#client/ui/busy-button.tsx';
import { Icon } from '#client/ui/icon.tsx';
import type { Job } from '#core/api/jobs.ts';

interface JobPanelProps {
  readonly followed: FollowedJob;
  readonly label: string;
  /** Why it cannot begin; null = it can. */
  readonly obstacle: string | null;
  readonly onStart: () => void;
}

/** Begins long work, shows how far it is, stops it, hands out what it made and says what it could not make. */
export function JobPanel({ followed, label, obstacle, onStart }: JobPanelProps) {
  const say = useTopic('sheetRoom');
  const theme = useView((view) => view.theme);
  const language = useView((view) => view.language);
  const scale = useView((view) => view.wall) ? WALL_SCALE : 1;
  const { job, lost, error, cancel } = followed;
  const isRunning = job?.state === 'waiting' || job?.state === 'running';
  const running = isRunning
    ? {
        label: say(lost ? 'job_lost' : job.state === 'waiting' ? 'job_waiting' : 'job_running'),
        percent: Math.round(100 * job.progress),
      }
    : null;
  return (
    <div className="job">
      {obstacle === null || isRunning ? (
        <AppConfig tokens={getTokens(theme)} dark={theme === 'dark'} scale={scale} fontFamily={FONT_FAMILY}>
          <BusyButton
            label={label}
            cancelLabel={say('stop')}
            running={running}
            onStart={onStart}
            onCancel={() => void cancel()}
          />
        </AppConfig>
      ) : (
        <p role="alert">{obstacle}</p>
      )}
      {error ? <p role="alert">{describeError(error, language)}</p> : null}
      {job && !isRunning ? <Outcome job={job} /> : null}
    </div>
  );
}

function Outcome({ job }: { readonly job: Job }) {
  const say = useTopic('sheetRoom');
  const failed = job.report?.failed ?? [];
  return (
    <div className="job-outcome">
      {job.errorText ? <p role="alert">{job.errorText}</p> : null}
      {job.state === 'cancelled' ? <p role="status">{say('job_cancelled')}</p> : null}
      {job.state === 'done' ? (
        <p role="status" className="numeral">
          {job.report ? say('job_done', { pages: job.report.pages }) : say('job_done_plain')}
        </p>
      ) : null}
      {job.resultUrl ? (
        <p className="room-actions">
          <a className="plain-button is-main" href={job.resultUrl} download>
            <Icon name="download" /> {say('job_result')}
          </a>
        </p>
      ) : null}
      {failed.length > 0 ? (
        <details open>
          <summary className="numeral">{say('job_failed_pages', { count: failed.length })}</summary>
          <ul className="sheet-changes numeral">
            {failed.map((page) => (
              <li key={`${page.code} ${page.page} ${page.title}`}>
                {page.title}
                <small>{page.reason}</small>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
