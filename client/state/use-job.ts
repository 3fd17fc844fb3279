import { useEffect, useRef, useState } from 'react';
import { cancelJob, fetchJob, followJob, startJob } from '#client/api/jobs-requests.ts';
import type { Job, JobRequest } from '#core/api/jobs.ts';

/** Long work of the server as the page sees it. */
export interface FollowedJob {
  readonly job: Job | null;
  /** Why it could not be started, followed or stopped. */
  readonly error: unknown;
  readonly start: (request: JobRequest) => Promise<void>;
  readonly cancel: () => Promise<void>;
}

const isOver = ({ state }: Job): boolean => state !== 'waiting' && state !== 'running';

/** Starts a job and follows it until it is over; leaving the page stops following, not the job. */
export function useJob(lang: string): FollowedJob {
  const [job, setJob] = useState<Job | null>(null);
  const [error, setError] = useState<unknown>(null);
  const leave = useRef<(() => void) | null>(null);
  useEffect(() => () => leave.current?.(), []);

  const follow = (id: string): void => {
    leave.current?.();
    const step = (next: Job): void => {
      setJob(next);
      if (isOver(next)) leave.current?.();
    };
    // When the stream breaks off, the last word is asked for once.
    const onLost = (): void => void fetchJob(id, lang).then(step, setError);
    leave.current = followJob({ id, lang }, { onStep: step, onLost });
  };
  const start = async (request: JobRequest): Promise<void> => {
    setError(null);
    setJob(null);
    try {
      const started = await startJob(request);
      setJob(started);
      if (!isOver(started)) follow(started.id);
    } catch (failure) {
      setError(failure);
    }
  };
  const cancel = async (): Promise<void> => {
    if (!job) return;
    try {
      await cancelJob(job.id, lang);
      setJob(await fetchJob(job.id, lang));
    } catch (failure) {
      setError(failure);
    }
  };
  return { job, error, start, cancel };
}
