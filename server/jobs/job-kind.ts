import type { PageReport } from '#core/api/atlases.ts';
import type { ChoiceResult } from '#core/api/choices.ts';
import type { JobRequest } from '#core/api/jobs.ts';
import type { Language } from '#core/texts/language.ts';

/** A request that is stored: the language of the reader is part of it, because the result is written later. */
export type StoredRequest<Request extends JobRequest = JobRequest> = Request & {
  readonly lang: NonNullable<JobRequest['lang']>;
};

/** What long work gives: a file to be downloaded. */
export type JobFile = GzippedFile | SpooledFile;

/** A file that was made in memory. */
export interface GzippedFile {
  /** Without folder, plain letters. */
  readonly fileName: string;
  readonly mediaType: string;
  /** Compressed with gzip. */
  readonly gzipped: Uint8Array;
}

/** A file that may be large: it lies on the disk until it is kept, and is never in memory as a whole. */
export interface SpooledFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly spool: Spool;
  readonly report: PageReport;
}

/** Bytes that were written one after the other, as they are. */
export interface Spool {
  readonly sha256: string;
  readonly byteCount: number;
  /** In their order, in pieces of at most `chunkBytes`. */
  chunks(chunkBytes: number): AsyncIterable<Uint8Array>;
  /** Gives the disk its room back. */
  remove(): Promise<void>;
}

/** How work under way is told and ended. */
export interface JobHooks {
  /** Aborts when the job is cancelled or the server stops; work looks at it at least every 20 ms. */
  readonly signal: AbortSignal;
  /** From 0 to 1; may be told as often as one likes. */
  readonly tellProgress: (progress: number) => void;
  /** The best answer so far; may be told as often as one likes. */
  readonly tellInterim: (answer: ChoiceResult) => void;
}

/** A kind of long work. Everything takes a request that the schema accepted. */
export interface JobKind<Request extends JobRequest = JobRequest> {
  /**
   * Whether the work can be done: told at once, before it is queued.
   *
   * @throws {DomainError} why not
   */
  readonly check: (request: StoredRequest<Request>) => Promise<void>;
  /** Does it, giving way to other requests at least every 20 ms. */
  readonly run: (request: StoredRequest<Request>, hooks: JobHooks) => Promise<JobFile>;
  /** Whether work that is cancelled ends with the best it has found, a file like any other, within a few seconds. */
  readonly keepsBest?: boolean;
  /** The JSON file of such work as CSV, for kinds that offer it. */
  readonly toCsv?: (json: string, language: Language) => { readonly fileName: string; readonly csv: string };
}

/** Every kind by its name. */
export type JobKinds = {
  readonly [Kind in JobRequest['kind']]: JobKind<Extract<JobRequest, { readonly kind: Kind }>>;
};

/** The kind of work that a request asks for. */
export const getJobKind = (kinds: JobKinds, kind: JobRequest['kind']): JobKind =>
  // the kind of a request is the key of the work that takes it
  kinds[kind] as JobKind;

/** The county whose job a request is. */
export function countyOfRequest(request: JobRequest): string {
  if ('county' in request) return request.county;
  return ('areas' in request ? (request.areas[0] ?? '') : request.area).slice(0, 6);
}
