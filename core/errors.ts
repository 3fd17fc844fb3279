/**
 * Base of every error that a person can cause and read about.
 *
 * `code` is stable and selects the sentence in `core/texts` (topic `errors`, key = code); `details` fills its placeholders.
 * `message` is an English sentence for logs. Never holds personal data. Carries no HTTP status: `server/http/error-handler.ts` maps codes.
 */
export class DomainError extends Error {
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: string, message: string, details: Readonly<Record<string, string | number>> = {}) {
    super(message);
    this.name = new.target.name;
    this.code = code;
    this.details = details;
  }
}

/** Something that was asked for by code or name does not exist. */
export class NotFoundError extends DomainError {}

/** Input that does not parse or breaks a rule: says what was got, what was expected and where. */
export class InvalidInputError extends DomainError {}

/** A geometry that cannot be used: too few positions, not closed, outside the valid range. */
export class InvalidGeometryError extends DomainError {}

/** The machine or its set-up stands in the way: port taken, folder locked, database unreachable, disk full. */
export class EnvironmentError extends DomainError {}
