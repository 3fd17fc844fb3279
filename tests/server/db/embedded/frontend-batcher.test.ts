import { describe, expect, it } from 'vitest';
import { createFrontendBatcher } from '#server/db/embedded/frontend-batcher.ts';

function message(type: string, body = ''): Buffer {
  const header = Buffer.alloc(5);
  header.write(type, 'latin1');
  header.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([header, Buffer.from(body, 'latin1')]);
}

const STARTUP = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]);
const EXTENDED = [message('P', 'a'), message('B', 'bb'), message('E'), message('S')];

describe('createFrontendBatcher', () => {
  it('keeps an extended query together up to its sync', () => {
    const take = createFrontendBatcher();
    expect(take(STARTUP)).toEqual([STARTUP]);
    expect(take(Buffer.concat([...EXTENDED, message('Q', 'x')]))).toEqual([Buffer.concat(EXTENDED), message('Q', 'x')]);
  });

  it('gives the same batches however the bytes arrive', () => {
    const take = createFrontendBatcher();
    const bytes = Buffer.concat([STARTUP, ...EXTENDED, message('X')]);
    const batches = [...bytes].flatMap((byte) => take(Buffer.from([byte])));
    expect(batches).toEqual([STARTUP, Buffer.concat(EXTENDED), message('X')]);
  });
});
