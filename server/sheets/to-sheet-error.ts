import { DomainError, EnvironmentError } from '#core/errors.ts';
import { fromSentError, type SentError } from '../db/embedded/sent-error.ts';

/** Why a sheet of a batch is missing: a fault of the program is an error with a sentence too, since the others are made. */
export const toSheetError = (sent: SentError): DomainError => {
  const error = fromSentError(sent);
  return error instanceof DomainError ? error : new EnvironmentError('sheet_failed', error.message, {});
};
