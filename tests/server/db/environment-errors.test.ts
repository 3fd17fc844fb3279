import { describe, expect, it } from 'vitest';
import { EnvironmentError } from '#core/errors.ts';
import { LANGUAGES } from '#core/texts/language.ts';
import { hasText, text } from '#core/texts/text.ts';
import { toEnvironmentError } from '#server/db/environment-errors.ts';

const withCode = (code: string, message = 'what happened'): Error => Object.assign(new Error(message), { code });
const FOLDER = { folder: '/data' };
const SERVER = { host: 'db', port: 5432, database: 'guatu' };

describe('toEnvironmentError', () => {
  it.each([
    ['ENOSPC', FOLDER, 'disk_full'],
    ['53100', FOLDER, 'disk_full'],
    ['53100', SERVER, 'database_disk_full'],
    ['EACCES', FOLDER, 'folder_not_writable'],
    ['EROFS', FOLDER, 'folder_not_writable'],
    ['ECONNREFUSED', SERVER, 'database_unreachable'],
    ['ENOTFOUND', SERVER, 'database_unreachable'],
    ['57P03', SERVER, 'database_unreachable'],
    ['ECONNRESET', SERVER, 'database_connection_lost'],
    ['57P01', SERVER, 'database_connection_lost'],
    ['28P01', SERVER, 'database_login_refused'],
    ['3D000', SERVER, 'database_missing'],
    ['42501', SERVER, 'database_not_permitted'],
    ['53300', SERVER, 'database_too_many_connections'],
  ])('makes of %s at %o the error %s, with a whole sentence in each language', (code, place, expected) => {
    const error = toEnvironmentError(withCode(code), place);
    if (!(error instanceof EnvironmentError)) throw new Error(`Got ${String(error)}, expected an EnvironmentError`);
    expect(error.code).toBe(expected);
    if (!hasText('errors', error.code)) throw new Error(`Got no sentence for ${error.code}, expected one`);
    for (const language of LANGUAGES)
      expect(text(language, 'errors', error.code, error.details)).not.toMatch(/\{\w+\}/);
  });

  it('reads the messages of the driver that carry no code', () => {
    expect(toEnvironmentError(new Error('Connection terminated unexpectedly'))).toMatchObject({
      code: 'database_connection_lost',
    });
  });

  it('looks into an error of several addresses', () => {
    const error = new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')]);
    expect(toEnvironmentError(error, SERVER)).toMatchObject({ code: 'database_unreachable' });
  });

  it('leaves errors of the program alone', () => {
    const error = withCode('42P01');
    expect(toEnvironmentError(error)).toBe(error);
  });
});
