import { DomainError, EnvironmentError } from '#core/errors.ts';

/** What an error is about, for the sentence people read: never a password, never a row. */
export interface ErrorPlace {
  readonly folder?: string;
  readonly host?: string;
  readonly port?: number;
  readonly database?: string;
}

/** Code of `EnvironmentError` by system error code of Node, for the folder of the database and its backups. */
const BY_SYSTEM_CODE: Readonly<Record<string, string>> = {
  ENOSPC: 'disk_full',
  EDQUOT: 'disk_full',
  EACCES: 'folder_not_writable',
  EPERM: 'folder_not_writable',
  EROFS: 'folder_not_writable',
  ENOTDIR: 'folder_not_writable',
  EEXIST: 'folder_not_writable',
  ECONNREFUSED: 'database_unreachable',
  ECONNRESET: 'database_connection_lost',
  EPIPE: 'database_connection_lost',
  ENOTFOUND: 'database_unreachable',
  EAI_AGAIN: 'database_unreachable',
  ETIMEDOUT: 'database_unreachable',
  EHOSTUNREACH: 'database_unreachable',
  ENETUNREACH: 'database_unreachable',
};

/**
 * Code of `EnvironmentError` by SQLSTATE.
 *
 * @see PostgreSQL documentation, appendix A "PostgreSQL Error Codes"
 */
const BY_SQLSTATE: Readonly<Record<string, string>> = {
  '53100': 'disk_full',
  '53200': 'database_out_of_memory',
  '53300': 'database_too_many_connections',
  '57014': 'query_deadline_missed',
  '25P03': 'transaction_idle',
  '57P01': 'database_connection_lost',
  '57P02': 'database_connection_lost',
  '57P03': 'database_unreachable',
  '08000': 'database_connection_lost',
  '08003': 'database_connection_lost',
  '08006': 'database_connection_lost',
  '28000': 'database_login_refused',
  '28P01': 'database_login_refused',
  '3D000': 'database_missing',
  '42501': 'database_not_permitted',
};

/** Messages of the `pg` driver and of Knex that carry no code. */
const BY_MESSAGE: readonly (readonly [RegExp, string])[] = [
  [/Connection terminated due to connection timeout|timeout expired/, 'database_unreachable'],
  [/Connection terminated|Client has encountered a connection error|not queryable/, 'database_connection_lost'],
  [/Timeout acquiring a connection/, 'database_busy'],
];

/**
 * The `EnvironmentError` behind an error of the file system, the driver or PostgreSQL; any other error is given back as it is, because it is
 * the program's fault and not the machine's.
 */
export function toEnvironmentError(error: unknown, place: ErrorPlace = {}): unknown {
  if (error instanceof DomainError || !(error instanceof Error)) return error;
  const reason = firstCodedError(error);
  const code = findCode(reason, place);
  if (code === undefined) return error;
  return new EnvironmentError(code, reason.message, { ...place, reason: reason.message });
}

/** Trying several addresses of one host gives an error of errors. */
function firstCodedError(error: Error): Error {
  const inner = error instanceof AggregateError ? error.errors[0] : undefined;
  return inner instanceof Error ? inner : error;
}

function findCode(error: Error, place: ErrorPlace): string | undefined {
  const code = (error as NodeJS.ErrnoException).code;
  // It is our own disk only when the engine is our own.
  if (code === '53100' && place.folder === undefined) return 'database_disk_full';
  if (code !== undefined) return BY_SYSTEM_CODE[code] ?? BY_SQLSTATE[code];
  return BY_MESSAGE.find(([pattern]) => pattern.test(error.message))?.[1];
}
