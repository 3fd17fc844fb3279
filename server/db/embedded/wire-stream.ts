import { Duplex } from 'node:stream';
import { createFrontendBatcher } from './frontend-batcher.ts';

/** Runs one batch on whatever engine is alive and passes the answer on. */
export interface WireBackend {
  /** Waits for an engine that nobody else talks to. */
  connect(): Promise<void>;
  run(batch: Buffer, onBytes: (bytes: Buffer) => void): Promise<void>;
  /** The driver has said goodbye or was destroyed. */
  disconnect(): void;
}

/** Type byte of the driver's goodbye, "Terminate". */
const TERMINATE = 'X'.charCodeAt(0);

/** What the `pg` driver takes for a socket: a duplex stream over the embedded engine. */
export class WireStream extends Duplex {
  readonly #backend: WireBackend;
  readonly #takeBatches = createFrontendBatcher();

  constructor(backend: WireBackend) {
    super({ allowHalfOpen: false });
    this.#backend = backend;
  }

  /** Called by the driver in place of opening a socket. */
  connect(): this {
    this.#backend.connect().then(
      () => this.emit('connect'),
      (error: Error) => this.destroy(error),
    );
    return this;
  }

  /** Socket options of the driver mean nothing here. */
  setNoDelay(): this {
    return this;
  }

  /** Socket options of the driver mean nothing here. */
  setKeepAlive(): this {
    return this;
  }

  /** The engine's thread decides whether the process stays alive. */
  ref(): this {
    return this;
  }

  /** The engine's thread decides whether the process stays alive. */
  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#send(chunk).then(
      () => done(),
      (error: Error) => done(error),
    );
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), 'binary' as BufferEncoding, done);
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#backend.disconnect();
    done(error);
  }

  async #send(written: Buffer): Promise<void> {
    for (const batch of this.#takeBatches(written)) {
      if (batch[0] === TERMINATE && batch.length === 5) this.push(null);
      else await this.#backend.run(batch, (bytes) => this.push(bytes));
    }
  }
}
