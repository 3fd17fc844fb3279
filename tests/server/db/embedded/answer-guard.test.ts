import { describe, expect, it } from 'vitest';
import { createAnswerGuard } from '#server/db/embedded/answer-guard.ts';

/** One message of the protocol: type letter, length that counts itself, body. */
function message(type: string, body: Buffer | string = ''): Buffer {
  const bytes = Buffer.from(body);
  const header = Buffer.alloc(5);
  header.write(type, 'latin1');
  header.writeInt32BE(bytes.length + 4, 1);
  return Buffer.concat([header, bytes]);
}

const BATCH = Buffer.concat([message('P'), message('B'), message('D'), message('E'), message('S')]);
const ROW = message('D', Buffer.from([0, 1, 0, 0, 0, 1, 49]));
const DESCRIPTION = message('T', Buffer.from([0, 1]));
const tag = (text: string): Buffer => message('C', `${text}\0`);
const READY = message('Z', 'T');

function judge(answer: readonly Buffer[], batch: Buffer = BATCH) {
  const guard = createAnswerGuard(batch);
  // Byte by byte: the verdict must not depend on how the answer was cut.
  for (const byte of Buffer.concat(answer)) guard.feed(Buffer.from([byte]));
  return guard.finish();
}

describe('createAnswerGuard', () => {
  it('accepts rows with a tag that counts them', () => {
    expect(judge([DESCRIPTION, ROW, ROW, tag('SELECT 2'), READY])).toEqual({
      sound: true,
      status: 'transaction',
      readyTwice: false,
    });
  });

  it('accepts counted writes without rows', () => {
    for (const text of ['INSERT 0 3', 'UPDATE 0', 'DELETE 12', 'SELECT 5', 'CREATE TABLE', 'BEGIN']) {
      expect(judge([tag(text), READY]).sound).toBe(true);
    }
  });

  it('accepts an error with SQLSTATE', () => {
    const error = message('E', 'SERROR\0C22012\0Mdivision by zero\0\0');
    expect(judge([error, message('Z', 'E')])).toEqual({ sound: true, status: 'failed', readyTwice: false });
  });

  it('tells when "ready" is said twice after an error', () => {
    const error = message('E', 'SERROR\0C23505\0Mduplicate\0\0');
    const ready = message('Z', 'E');
    expect(judge([error, ready, ready])).toMatchObject({ sound: true, readyTwice: true });
    expect(judge([error, ready, ready, ready]).sound).toBe(false);
  });

  it('accepts the answer to several simple statements', () => {
    const batch = message('Q', 'BEGIN; SELECT 1\0');
    expect(judge([tag('BEGIN'), DESCRIPTION, ROW, tag('SELECT 1'), READY], batch).sound).toBe(true);
  });

  it.each([
    ['the tag "???"', [tag('???'), READY], /command tag is "\?\?\?"/],
    ['no tag', [DESCRIPTION, ROW, READY], /1 statements were sent, 0 were answered/],
    ['no answer at all', [], /does not end with "ready"/],
    ['no ready', [tag('UPDATE 1')], /does not end with "ready"/],
    ['fewer rows than the tag says', [DESCRIPTION, ROW, tag('SELECT 2'), READY], /says "SELECT 2" after 1 rows/],
    ['a write without a count', [tag('UPDATE'), READY], /has no row count/],
    ['an error without SQLSTATE', [message('E', 'SERROR\0Mwhat\0\0'), READY], /without SQLSTATE/],
    ['half a message', [tag('UPDATE 1'), READY.subarray(0, 4)], /breaks off/],
    ['"ready" twice without an error', [tag('UPDATE 1'), READY, READY], /goes on after "ready"/],
    ['something after the end', [tag('UPDATE 1'), READY, ROW], /goes on after "ready"/],
  ])('refuses %s', (_name, answer, reason) => {
    const verdict = judge(answer);
    expect(verdict.sound).toBe(false);
    expect(verdict.sound ? '' : verdict.reason).toMatch(reason);
  });
});
