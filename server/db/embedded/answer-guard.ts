import type { SessionStatus } from './engine-messages.ts';

/** What the guard thinks of a whole answer: sound, with the state of the session, or poisoned, with the reason. */
export type Verdict =
  | {
      readonly sound: true;
      readonly status: SessionStatus;
      /** "Ready" stands twice at the end; the driver would take the second for the answer to its next query. */
      readonly readyTwice: boolean;
    }
  | { readonly sound: false; readonly reason: string };

/** Reads an answer of the engine while it streams by; `finish` gives the verdict after the last byte. */
export interface AnswerGuard {
  feed(bytes: Uint8Array): void;
  finish(): Verdict;
}

/**
 * Watches the answer to one batch for the traces that an exception swallowed inside GEOS or PROJ leaves: no command tag or the tag "???", a
 * row count that differs from the rows sent, an error without SQLSTATE, an answer that does not end with "ready".
 *
 * @param batch the batch as it was sent to the engine
 */
export function createAnswerGuard(batch: Uint8Array): AnswerGuard {
  const expected = readBatch(batch);
  const seen: Seen = { endings: 0, rows: 0, readies: 0, described: false, suspended: false, failed: false };
  const take = createMessageReader((type, body) => readMessage(seen, type, body));
  return {
    feed: take.feed,
    finish() {
      if (seen.fault !== undefined) return { sound: false, reason: seen.fault };
      if (take.hasRest()) return { sound: false, reason: 'the answer breaks off inside a message' };
      if (!expected.answersReady) return { sound: true, status: seen.status ?? 'idle', readyTwice: false };
      if (seen.status === undefined) return { sound: false, reason: 'the answer does not end with "ready"' };
      if (seen.endings < expected.executions && !seen.failed) {
        return { sound: false, reason: `${expected.executions} statements were sent, ${seen.endings} were answered` };
      }
      return { sound: true, status: seen.status, readyTwice: seen.readies === 2 };
    },
  };
}

/** What has been seen of the answer so far. `rows` counts the data rows since the last command tag. */
interface Seen {
  endings: number;
  rows: number;
  readies: number;
  described: boolean;
  suspended: boolean;
  failed: boolean;
  status?: SessionStatus;
  fault?: string;
}

const STATUS_BY_LETTER: Readonly<Record<string, SessionStatus>> = { I: 'idle', T: 'transaction', E: 'failed' };
const TAG = /^[A-Z][A-Z ]*[A-Z](?: (\d+))?(?: (\d+))?$/;
const COUNTED = /^(?:SELECT|INSERT|UPDATE|DELETE|MERGE|FETCH|COPY|MOVE)\b/;

function readMessage(seen: Seen, type: string, body: Buffer): void {
  // PGlite says "ready" after an error and again for the sync that ends the batch.
  const isRepeated = type === 'Z' && seen.failed && seen.readies === 1;
  if (seen.readies > 0 && !isRepeated) seen.fault ??= 'the answer goes on after "ready"';
  if (type === 'T') seen.described = true;
  else if (type === 'D') seen.rows += 1;
  else if (type === 'C') readCommandTag(seen, body.toString('latin1', 0, Math.max(0, body.length - 1)));
  else if (type === 'I') seen.endings += 1;
  else if (type === 's') {
    seen.endings += 1;
    seen.suspended = true;
  } else if (type === 'E') readError(seen, body);
  else if (type === 'Z') readReady(seen, body);
}

function readCommandTag(seen: Seen, tag: string): void {
  seen.endings += 1;
  const match = TAG.exec(tag);
  if (match === null) {
    seen.fault ??= `the command tag is "${tag}"`;
    return;
  }
  const count = match[2] ?? match[1];
  if (COUNTED.test(tag) && count === undefined) seen.fault ??= `the command tag "${tag}" has no row count`;
  if (!seen.suspended && count !== undefined && seen.rows !== expectedRows(seen, tag, Number(count))) {
    seen.fault ??= `the command tag says "${tag}" after ${seen.rows} rows`;
  }
  seen.rows = 0;
  seen.described = false;
}

/** A described answer carries each counted row; without a description (INSERT without RETURNING, CREATE TABLE AS) there are none. */
function expectedRows(seen: Seen, tag: string, count: number): number {
  return seen.described && COUNTED.test(tag) ? count : 0;
}

/** The fields of an error are a letter and a text each, ended by zero bytes; C is the SQLSTATE. */
function readError(seen: Seen, body: Buffer): void {
  seen.failed = true;
  const fields = body.toString('latin1').split('\0');
  const state = fields.find((field) => field.startsWith('C'))?.slice(1);
  if (state === undefined || !/^[0-9A-Z]{5}$/.test(state)) seen.fault ??= 'an error came without SQLSTATE';
}

function readReady(seen: Seen, body: Buffer): void {
  seen.readies += 1;
  const status = STATUS_BY_LETTER[String.fromCharCode(body[0] ?? 0)];
  if (status === undefined) seen.fault ??= 'the session is in no known state';
  else seen.status = status;
}

/** How many statements a batch runs, and whether its answer must end with "ready". */
function readBatch(batch: Uint8Array): { executions: number; answersReady: boolean } {
  if (batch[0] === 0) return { executions: 0, answersReady: true };
  let executions = 0;
  let answersReady = false;
  const take = createMessageReader((type) => {
    if (type === 'E' || type === 'Q') executions += 1;
    if (type === 'S' || type === 'Q') answersReady = true;
  });
  take.feed(batch);
  return { executions, answersReady };
}

/** Longest body that is kept; longer ones are data rows, which are only counted. */
const KEPT_BODY_BYTES = 65_536;

/** Cuts a byte stream into protocol messages, however it is split into chunks. The bodies of data rows are skipped, not copied. */
function createMessageReader(onMessage: (type: string, body: Buffer) => void) {
  let header = Buffer.alloc(0);
  let type = '';
  let missing = 0;
  let parts: Buffer[] = [];
  const takeBody = (bytes: Buffer): Buffer => {
    const part = bytes.subarray(0, missing);
    missing -= part.length;
    if (type !== 'D' && part.length <= KEPT_BODY_BYTES) parts.push(part);
    return bytes.subarray(part.length);
  };
  const endMessage = (): void => {
    onMessage(type, parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts));
    parts = [];
    type = '';
  };
  return {
    hasRest: (): boolean => type !== '' || header.length > 0,
    feed(bytes: Uint8Array): void {
      let rest = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      while (rest.length > 0) {
        if (type === '') {
          const needed = 5 - header.length;
          header = Buffer.concat([header, rest.subarray(0, needed)]);
          rest = rest.subarray(needed);
          if (header.length < 5) return;
          type = String.fromCharCode(header[0] ?? 0);
          missing = header.readInt32BE(1) - 4;
          header = Buffer.alloc(0);
        } else rest = takeBody(rest);
        if (missing <= 0) endMessage();
      }
    },
  };
}
