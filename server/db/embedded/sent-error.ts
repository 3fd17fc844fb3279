import { DomainError, EnvironmentError, InvalidInputError, NotFoundError } from '#core/errors.ts';

/** An error that crosses the border between threads; `code` null = not a `DomainError`. */
export interface SentError {
  readonly name: string;
  readonly code: string | null;
  readonly message: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** What is sent of an error. */
export function toSentError(error: unknown): SentError {
  if (error instanceof DomainError)
    return { name: error.name, code: error.code, message: error.message, details: error.details };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { name: 'Error', code: null, message, details: {} };
}

/** An error of a thread as it was thrown there. */
export function fromSentError({ name, code, message, details }: SentError): Error {
  if (code === null) return new Error(`A thread failed: ${message}`);
  if (name === 'NotFoundError') return new NotFoundError(code, message, details);
  if (name === 'InvalidInputError') return new InvalidInputError(code, message, details);
  if (name === 'EnvironmentError') return new EnvironmentError(code, message, details);
  return new DomainError(code, message, details);
}
