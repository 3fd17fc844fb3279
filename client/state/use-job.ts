import { useEffect, useRef, useState } from 'react';
import { cancelJob, fetchJob, followJob, startJob } from '#client/api/jobs-requests.ts';
import { RequestError } from '#client/api/problem.ts';
import type { Job, JobRequest } from '#core/api/jobs.ts';

/** Pause before a server that is away is asked again. */
const RETRY_MILLISECONDS = 3000;

/** Long work of the server as the page sees it. */
export interface FollowedJob {
  readonly job: Job | null;
  /** Whether the server is away at the moment; it is asked again until it answers. */
  readonly lost: boolean;
  /** Why it could not be started, followed or stopped. */
  readonly error: unknown;
  readonly start: (request: JobRequest) => Promise<void>;
  readonly cancel: () => Promise<void>;
}

const isOver = ({ state }: Job): boolean => state !== 'waiting' && state !== 'running';

/**
 * Starts a job and follows it until it is over; leaving the page stops following, not the job.
 *
 * @param resumed a job that was started before, to be followed on
 */
export function useJob(lang: string, resumed: string | null = null): FollowedJob {
  const [job, setJob] = useState<Job | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [lost, setLost] = useState(false);
  const leave = useRef<(() => void) | null>(null);
  useEffect(() => () => leave.current?.(), []);
  const first = useRef(resumed);
  useEffect(() => {
    if (first.current !== null) follow(first.current);
    first.current = null;
  });

  const follow = (id: string): void => {
    leave.current?.();
    leave.current = followPersistently({ id, lang }, { onStep: setJob, onLost: setLost, onRefused: refuse });
  };
  const refuse = (reason: unknown): void => {
    setJob(null);
    setError(reason);
  };
  const start = async (request: JobRequest): Promise<void> => {
    setError(null);
    setJob(null);
    setLost(false);
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
  return { job, lost, error, start, cancel };
}

interface Listener {
  readonly onStep: (job: Job) => void;
  readonly onLost: (lost: boolean) => void;
  /** The server answers and does not know the job. */
  readonly onRefused: (reason: unknown) => void;
}

/** Follows a job through breaks of the connection and restarts of the server, until it is over or the function that is given back is called. */
export function followPersistently(
  job: { readonly id: string; readonly lang: string },
  listener: Listener,
): () => void {
  let stop: () => void = () => undefined;
  let stopped = false;
  const step = (next: Job): void => {
    if (stopped) return;
    listener.onLost(false);
    listener.onStep(next);
    if (isOver(next)) stop();
  };
  const listen = (): void => {
    stop = followJob(job, { onStep: step, onLost: () => void ask() });
  };
  const ask = async (): Promise<void> => {
    try {
      const last = await fetchJob(job.id, job.lang);
      if (stopped) return;
      step(last);
      if (!isOver(last)) retry(listen);
    } catch (failure) {
      if (stopped) return;
      if (!isAway(failure)) return listener.onRefused(failure);
      listener.onLost(true);
      retry(() => void ask());
    }
  };
  const retry = (next: () => void): void => {
    const timer = setTimeout(next, RETRY_MILLISECONDS);
    stop = () => clearTimeout(timer);
  };
  listen();
  return () => {
    stopped = true;
    stop();
  };
}

/** Not there, or starting: nothing that a server would say of a job. */
const isAway = (failure: unknown): boolean =>
  failure instanceof RequestError && (failure.status === 0 || failure.status >= 500);
