import { IncomingMessage, ServerResponse } from 'node:http';
import { Duplex } from 'node:stream';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { Express } from 'express';

/** An answer of the app, read to its end. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  readonly text: string;
  /** The body parsed as JSON. */
  readonly json: () => unknown;
}

/** What is asked. */
export interface TestRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Asks the app in this process, without a port. Header names in lower case. */
export async function request(app: Express, address: string, asked: TestRequest = {}): Promise<TestAnswer> {
  const socket = new SilentSocket();
  const incoming = new IncomingMessage(socket as never);
  incoming.method = asked.method ?? 'GET';
  incoming.url = address;
  incoming.headers = { host: 'localhost', ...asked.headers };
  if (asked.body !== undefined) incoming.headers['content-length'] = String(Buffer.byteLength(asked.body));
  const response = new ServerResponse(incoming);
  response.assignSocket(socket as never);
  const finished = new Promise<void>((resolve) => response.once('finish', resolve));
  app(incoming, response);
  if (asked.body !== undefined) incoming.push(asked.body);
  incoming.complete = true;
  incoming.push(null);
  await finished;
  return readAnswer(response, socket.readWritten());
}

/** A socket that keeps what is written to it. */
class SilentSocket extends Duplex {
  readonly remoteAddress = '127.0.0.1';
  readonly #written: Buffer[] = [];

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#written.push(Buffer.from(chunk));
    done();
  }

  readWritten(): Buffer {
    return Buffer.concat(this.#written);
  }

  setTimeout(): this {
    return this;
  }
}

function readAnswer(response: ServerResponse, written: Buffer): TestAnswer {
  const headerEnd = written.indexOf('\r\n\r\n');
  const headers = Object.fromEntries(
    Object.entries(response.getHeaders()).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  const isChunked = /transfer-encoding: chunked/i.test(written.subarray(0, headerEnd).toString('latin1'));
  const raw = written.subarray(headerEnd + 4);
  const bytes = decode(isChunked ? joinChunks(raw) : raw, headers['content-encoding']);
  const text = bytes.toString('utf8');
  return { status: response.statusCode, headers, bytes, text, json: () => JSON.parse(text) as unknown };
}

function joinChunks(raw: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = raw.indexOf('\r\n', at);
    const size = Number.parseInt(raw.subarray(at, lineEnd).toString('latin1'), 16);
    if (!(size > 0)) return Buffer.concat(parts);
    parts.push(raw.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}

function decode(bytes: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'gzip') return gunzipSync(bytes);
  if (encoding === 'br') return brotliDecompressSync(bytes);
  return encoding === 'deflate' ? inflateSync(bytes) : bytes;
}
