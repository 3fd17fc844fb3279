import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Request, Response } from 'express';

/**
 * A page of A0 as SVG takes 17 ms at the fastest level and 60 ms at the usual one, for 0.68 instead of 0.61 MB (sample county, 2.2 MB): in an office
 * network the first is sooner on the screen.
 */
const pressFast = (bytes: Uint8Array): Promise<Buffer> => promisify(gzip)(bytes, { level: constants.Z_BEST_SPEED });

/** Sends a large file at once; SVG pressed where the reader takes it, other formats are pressed already. */
export async function sendPressed(
  request: Request,
  response: Response,
  { bytes, type }: { readonly bytes: Uint8Array; readonly type: string },
): Promise<void> {
  response.type(type).vary('Accept-Encoding');
  if (type !== 'image/svg+xml' || request.acceptsEncodings('gzip') === false) {
    response.set('Content-Length', String(bytes.length));
    response.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return;
  }
  // without a length: readers count what comes unpressed against it
  response.set('Content-Encoding', 'gzip').removeHeader('Content-Length');
  response.end(await pressFast(bytes));
}
