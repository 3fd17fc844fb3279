import type { PageReport } from '#core/api/atlases.ts';
import type { ChoiceResult } from '#core/api/choices.ts';
import type { JOB_STATES } from '#core/api/jobs.ts';
import type { Transaction } from '../db/database.ts';

/** State of a job. */
export type JobState = (typeof JOB_STATES)[number];

/** Where the file of a job that is done lies, among the files of its county. */
export interface JobResult {
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** Of a file that is kept as it is; absent = it is kept compressed. */
  readonly byteCount?: number;
  /** What could not be made. */
  readonly report?: PageReport;
}

/** Why a job failed: a code of topic `errors` and what fills its sentence. */
export interface JobError {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** A job as it is stored. */
export interface JobRecord {
  readonly countyCode: string;
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  /** As it was asked for; parsed by the schema of its kind when it is begun. */
  readonly input: unknown;
  readonly result: JobResult | null;
  readonly error: JobError | null;
  /** 0 to 1. */
  readonly progress: number;
  /** The best answer so far of a job that runs in this process; nowhere stored. */
  readonly interim?: ChoiceResult | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

interface JobRow {
  readonly county_code: string;
  readonly job_id: string;
  readonly kind: string;
  readonly state: JobState;
  readonly input: unknown;
  readonly result: JobResult | null;
  readonly error_code: string | null;
  readonly error_details: JobError['details'] | null;
  readonly progress: number;
  readonly created_at: Date;
  readonly finished_at: Date | null;
}

/** A new job, waiting. */
export async function insertJob(
  trx: Transaction,
  job: Pick<JobRecord, 'countyCode' | 'id' | 'kind' | 'input'> & { readonly account: string },
): Promise<JobRecord> {
  const [row] = await trx<JobRow>('job').insert(
    {
      county_code: job.countyCode,
      job_id: job.id,
      kind: job.kind,
      state: 'waiting',
      input: JSON.stringify(job.input),
      account_id: job.account,
    } as object,
    '*',
  );
  return toRecord(row as JobRow);
}

/** A job by its id, whose first six digits are its county; undefined when there is none. */
export async function findJob(trx: Transaction, id: string): Promise<JobRecord | undefined> {
  const row = await trx<JobRow>('job').where(keyOf(id)).first('*');
  return row && toRecord(row as JobRow);
}

/** Jobs of a county that wait. */
export async function countWaiting(trx: Transaction, countyCode: string): Promise<number> {
  const row = await trx('job').where({ county_code: countyCode, state: 'waiting' }).count<{ count: number }[]>();
  return Number(row[0]?.count ?? 0);
}

/** Takes the job that waited longest; other processes pass over it meanwhile. Undefined when none waits. */
export async function claimJob(trx: Transaction, runner: string): Promise<JobRecord | undefined> {
  const { rows } = await trx.raw<{ rows: JobRow[] }>(
    `UPDATE job SET state = 'running', runner = ?, progress = 0, started_at = now(), beat_at = now(),
       attempt_count = attempt_count + 1
     WHERE (county_code, job_id) IN (
       SELECT county_code, job_id FROM job WHERE state = 'waiting' ORDER BY created_at, job_id LIMIT 1
       FOR UPDATE SKIP LOCKED)
     RETURNING *`,
    [runner],
  );
  return rows[0] && toRecord(rows[0]);
}

/**
 * Says that a job is alive and how far it is.
 *
 * @returns false when it is no longer this runner's: cancelled, or taken over
 */
export async function beatJob(
  trx: Transaction,
  { id, runner, progress }: { readonly id: string; readonly runner: string; readonly progress: number },
): Promise<boolean> {
  const changed = await trx('job')
    .where({ ...keyOf(id), state: 'running', runner })
    .update({ progress, beat_at: trx.fn.now() });
  return changed === 1;
}

/** Ends a running job as done or failed; false when it is no longer this runner's. */
export async function endJob(
  trx: Transaction,
  { id, runner }: { readonly id: string; readonly runner: string },
  end: { readonly result: JobResult } | { readonly error: JobError },
): Promise<boolean> {
  const outcome =
    'result' in end
      ? { state: 'done', progress: 1, result: JSON.stringify(end.result) }
      : { state: 'failed', error_code: end.error.code, error_details: JSON.stringify(end.error.details) };
  const changed = await trx('job')
    .where({ ...keyOf(id), state: 'running', runner })
    .update({ ...outcome, finished_at: trx.fn.now() });
  return changed === 1;
}

/** Cancels a job that waits or runs; one that has ended stays as it is. */
export async function cancelJob(trx: Transaction, id: string): Promise<void> {
  await trx('job')
    .where(keyOf(id))
    .whereIn('state', ['waiting', 'running'])
    .update({ state: 'cancelled', finished_at: trx.fn.now() });
}

/** Whether a job that this runner had was cancelled meanwhile; holds its row until the transaction ends. */
export async function isCancelled(
  trx: Transaction,
  { id, runner }: { readonly id: string; readonly runner: string },
): Promise<boolean> {
  const row = await trx('job')
    .where({ ...keyOf(id), state: 'cancelled', runner })
    .forUpdate()
    .first('job_id');
  return row !== undefined;
}

/** Gives a job that was cancelled the best that its runner had found. */
export async function keepCancelled(
  trx: Transaction,
  { id, runner }: { readonly id: string; readonly runner: string },
  result: JobResult,
): Promise<void> {
  await trx('job')
    .where({ ...keyOf(id), state: 'cancelled', runner })
    .update({ result: JSON.stringify(result) });
}

/** Puts a running job back in the queue, as if it had not been begun: the server stops. */
export async function releaseJob(
  trx: Transaction,
  { id, runner }: { readonly id: string; readonly runner: string },
): Promise<void> {
  await trx('job')
    .where({ ...keyOf(id), state: 'running', runner })
    .update({ state: 'waiting', runner: null, progress: 0, attempt_count: trx.raw('attempt_count - 1') });
}

/**
 * Finds running jobs whose process is dead. Each is begun again once; the second time it fails with `job_interrupted`, because it may be what
 * ended the process.
 *
 * @param silentSeconds how long a process may be silent before it counts as dead; 0 = every running job is dead
 */
export async function recoverJobs(trx: Transaction, silentSeconds: number): Promise<void> {
  await trx.raw(
    `UPDATE job SET
       state = CASE WHEN attempt_count < 2 THEN 'waiting' ELSE 'failed' END,
       error_code = CASE WHEN attempt_count < 2 THEN NULL ELSE 'job_interrupted' END,
       error_details = CASE WHEN attempt_count < 2 THEN NULL ELSE '{}'::jsonb END,
       finished_at = CASE WHEN attempt_count < 2 THEN NULL ELSE now() END,
       progress = 0, runner = NULL
     WHERE state = 'running' AND (beat_at IS NULL OR beat_at <= now() - make_interval(secs => ?))`,
    [silentSeconds],
  );
}

/**
 * Removes jobs that ended long ago, and of each county the oldest beyond a number, so that files cannot fill the disk.
 *
 * @returns files that no other job refers to
 */
export async function removeOldJobs(
  trx: Transaction,
  { keptDays, keptJobs }: { readonly keptDays: number; readonly keptJobs: number },
): Promise<readonly { readonly countyCode: string; readonly sha256: string }[]> {
  const { rows } = await trx.raw<{ rows: { county_code: string; sha256: string | null }[] }>(
    `DELETE FROM job WHERE finished_at < now() - make_interval(days => ?) OR (county_code, job_id) IN (
       SELECT county_code, job_id FROM (
         SELECT county_code, job_id, row_number() OVER (PARTITION BY county_code ORDER BY finished_at DESC, job_id) AS place
         FROM job WHERE finished_at IS NOT NULL) ended
       WHERE place > ?)
     RETURNING county_code, result->>'sha256' AS sha256`,
    [keptDays, keptJobs],
  );
  const orphans = new Map<string, { countyCode: string; sha256: string }>();
  for (const { county_code: countyCode, sha256 } of rows) {
    if (sha256 === null) continue;
    const other = await trx('job')
      .where({ county_code: countyCode })
      .whereRaw(`result->>'sha256' = ?`, [sha256])
      .first('job_id');
    if (other === undefined) orphans.set(`${countyCode} ${sha256}`, { countyCode, sha256 });
  }
  return [...orphans.values()];
}

const keyOf = (id: string) => ({ county_code: id.slice(0, 6), job_id: id });

const toRecord = (row: JobRow): JobRecord => ({
  countyCode: row.county_code,
  id: row.job_id,
  kind: row.kind,
  state: row.state,
  input: row.input,
  result: row.result,
  error: row.error_code === null ? null : { code: row.error_code, details: row.error_details ?? {} },
  progress: row.progress,
  createdAt: row.created_at,
  finishedAt: row.finished_at,
});
