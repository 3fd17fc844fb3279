import { create } from 'zustand';
import { fetchChoiceResult, getChoiceTableAddress } from '#client/api/choices-requests.ts';
import { cancelJob, fetchJob, startJob } from '#client/api/jobs-requests.ts';
import { RequestError } from '#client/api/problem.ts';
import type { ChoiceRequest, ChoiceResult, ChosenSites, RoadProgramme } from '#core/api/choices.ts';
import type { Job } from '#core/api/jobs.ts';
import { keepJob, readKeptJob } from './choice-job-memory.ts';
import { createStepGate } from './step-gate.ts';
import { followPersistently } from './use-job.ts';

/** Questions to the solvers. */
export type ChoiceKind = ChoiceRequest['kind'];

/** A question to a solver as the page sees it. */
export interface ChoiceRun {
  readonly county: string;
  /** What was asked. */
  readonly request: ChoiceRequest | null;
  readonly job: Job | null;
  /** Whether the server is away at the moment; it is asked again until it answers. */
  readonly lost: boolean;
  /** Why it could not be started, followed or stopped. */
  readonly error: unknown;
  /** What was found in the end; of a cancelled one the best. */
  readonly result: ChoiceResult | null;
  /** Its commands are part of a plan. */
  readonly isApplied: boolean;
}

const NO_RUN: ChoiceRun = {
  county: '',
  request: null,
  job: null,
  lost: false,
  error: null,
  result: null,
  isApplied: false,
};

interface ChoiceJobStore {
  readonly runs: Readonly<Record<ChoiceKind, ChoiceRun>>;
}

/** Questions to the solvers: they run on, and their answers stay, while other parts of the page are open. */
export const useChoiceJobStore = create<ChoiceJobStore>()(() => ({
  runs: { choose_sites: NO_RUN, road_programme: NO_RUN },
}));

const following: Partial<Record<ChoiceKind, () => void>> = {};

const getRun = (kind: ChoiceKind): ChoiceRun => useChoiceJobStore.getState().runs[kind];
const patchRun = (kind: ChoiceKind, patch: Partial<ChoiceRun>): void =>
  useChoiceJobStore.setState(({ runs }) => ({ runs: { ...runs, [kind]: { ...runs[kind], ...patch } } }));

/** Whether a job goes on. */
export const isRunning = (job: Job | null): boolean => job?.state === 'waiting' || job?.state === 'running';

/** Asks a solver; the former question of the kind is no longer followed. */
export async function startChoice(request: ChoiceRequest): Promise<void> {
  const { kind, county, lang = 'zh' } = request;
  following[kind]?.();
  keepJob({ kind, county }, null);
  patchRun(kind, { ...NO_RUN, county, request });
  try {
    const job = await startJob(request);
    keepJob({ kind, county }, { id: job.id, request, isApplied: false });
    follow(kind, job, lang);
    await takeStep(kind, job, lang);
  } catch (error) {
    patchRun(kind, { error });
  }
}

/** Takes up what this tab asked about a county before its page was loaded anew, running or answered; nothing where the page knows a question of the county already. */
export async function resumeChoice(kind: ChoiceKind, county: string, lang: string): Promise<void> {
  const kept = readKeptJob({ kind, county });
  if (kept === null || getRun(kind).county === county) return;
  const { id, request, isApplied } = kept;
  following[kind]?.();
  patchRun(kind, { ...NO_RUN, county, request, isApplied });
  try {
    const job = await fetchJob(id, lang);
    if (getRun(kind).request !== request) return;
    if (isRunning(job)) follow(kind, job, lang);
    await takeStep(kind, job, lang);
  } catch (error) {
    if (getRun(kind).request !== request) return;
    // the server does not know the work any more, as after a backup was restored: there is nothing to take up
    if (error instanceof RequestError && error.status === 404) forgetChoice(kind);
    else patchRun(kind, { error });
  }
}

/** Steps are drawn at most this often. */
const STEP_MILLISECONDS = 50;

function follow(kind: ChoiceKind, { id }: Job, lang: string): void {
  const gate = createStepGate<Job>({
    pauseMilliseconds: STEP_MILLISECONDS,
    join: (earlier, later) => ({ ...later, interim: later.interim ?? earlier.interim }),
    tell: (step) => void takeStep(kind, step, lang),
  });
  const leave = followPersistently(
    { id, lang },
    {
      onStep: gate.hear,
      onLost: (lost) => patchRun(kind, { lost }),
      onRefused: (error) => patchRun(kind, { error, job: null }),
    },
  );
  following[kind] = () => {
    gate.close();
    leave();
  };
}

/** Ends the work; the best answer so far is kept. */
export async function cancelChoice(kind: ChoiceKind, lang: string): Promise<void> {
  const { job } = getRun(kind);
  if (!job) return;
  try {
    await cancelJob(job.id, lang);
    await takeStep(kind, await fetchJob(job.id, lang), lang);
  } catch (error) {
    patchRun(kind, { error });
  }
}

/** Remembers that an answer was made part of a plan. */
export function markApplied(kind: ChoiceKind): void {
  const { county, job, request } = getRun(kind);
  if (job && request) keepJob({ kind, county }, { id: job.id, request, isApplied: true });
  patchRun(kind, { isApplied: true });
}

/** Forgets an answer. */
export function forgetChoice(kind: ChoiceKind): void {
  following[kind]?.();
  keepJob({ kind, county: getRun(kind).county }, null);
  patchRun(kind, NO_RUN);
}

async function takeStep(kind: ChoiceKind, job: Job, lang: string): Promise<void> {
  const { job: known, result } = getRun(kind);
  // who watches has the last answer until there is a better one
  const interim = job.interim ?? (known?.id === job.id ? known.interim : null);
  patchRun(kind, { job: { ...job, interim }, lost: false });
  if (job.resultUrl === null || isRunning(job) || result !== null) return;
  try {
    const found = await fetchChoiceResult(job.resultUrl, lang);
    if (getRun(kind).job?.id === job.id) patchRun(kind, { result: found });
  } catch (error) {
    patchRun(kind, { error });
  }
}

/** Where the list of a job's result is downloaded; null while there is none. */
export const getTableAddress = (job: Job | null, lang: string): string | null =>
  job?.resultUrl ? getChoiceTableAddress(job.resultUrl, lang) : null;

interface Answers {
  readonly choose_sites: ChosenSites;
  readonly road_programme: RoadProgramme;
}

/** The best answer there is: the result, or the best so far. */
export function readAnswer<Kind extends ChoiceKind>(run: ChoiceRun, kind: Kind): Answers[Kind] | null {
  const answer = run.result ?? run.job?.interim ?? null;
  // an answer of a kind is the answer of that kind
  return answer?.kind === kind ? (answer as Answers[Kind]) : null;
}

/** The question of a kind in the open county. */
export const selectRun =
  (kind: ChoiceKind, county: string) =>
  ({ runs }: ChoiceJobStore): ChoiceRun =>
    runs[kind].county === county ? runs[kind] : NO_RUN;
