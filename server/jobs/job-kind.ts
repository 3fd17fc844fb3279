import type { JobRequest } from '#core/api/jobs.ts';

/** A request that is stored: the language of the reader is part of it, because the result is written later. */
export type StoredRequest = JobRequest & { readonly lang: NonNullable<JobRequest['lang']> };

/** What long work gives: a file to be downloaded. */
export interface JobFile {
  /** Without folder, plain letters. */
  readonly fileName: string;
  readonly mediaType: string;
  /** Compressed with gzip. */
  readonly gzipped: Uint8Array;
}

/** How work under way is told and ended. */
export interface JobHooks {
  /** Aborts when the job is cancelled or the server stops; work looks at it at least every 20 ms. */
  readonly signal: AbortSignal;
  /** From 0 to 1; may be told as often as one likes. */
  readonly tellProgress: (progress: number) => void;
}

/** A kind of long work. Both take a request that the schema accepted. */
export interface JobKind {
  /**
   * Whether the work can be done: told at once, before it is queued.
   *
   * @throws {DomainError} why not
   */
  readonly check: (request: StoredRequest) => Promise<void>;
  /** Does it, giving way to other requests at least every 20 ms. */
  readonly run: (request: StoredRequest, hooks: JobHooks) => Promise<JobFile>;
}

/** Every kind by its name. */
export type JobKinds = Readonly<Record<JobRequest['kind'], JobKind>>;
