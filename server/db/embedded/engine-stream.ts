import type { EngineKeeper } from './engine-keeper.ts';
import type { SessionStatus } from './engine-messages.ts';
import { createEngineFault, type EngineProcess } from './engine-process.ts';
import { WireStream } from './wire-stream.ts';
import type { WorkLimit } from './work-limit.ts';

/** A socket for the `pg` driver that leads to the running engine and measures each query and each pause in a transaction. */
export function createEngineStream(keeper: EngineKeeper, limit: WorkLimit): WireStream {
  let engine: EngineProcess | undefined;
  let status: SessionStatus = 'idle';
  const stream: WireStream = new WireStream({
    async connect() {
      engine = await keeper.get();
      void engine.failed.then(() => stream.destroy(createLostError()));
    },
    async run(batch, onBytes) {
      if (engine === undefined) throw createEngineFault('a query came before the connection');
      limit.arm(engine, 'query_deadline_missed');
      status = 'failed';
      status = await engine.run(batch, onBytes).catch(() => Promise.reject(createLostError()));
      if (status === 'idle') limit.disarm();
      else limit.arm(engine, 'transaction_idle');
    },
    // The one session would carry an open transaction over to the next connection.
    disconnect() {
      limit.disarm();
      if (status !== 'idle') void engine?.end(createEngineFault('a connection was dropped inside a transaction'));
    },
  });
  return stream;
}

/** What the driver hears. Knex writes the statement into the message of what it catches, so the fault itself is kept away from it. */
function createLostError(): Error {
  return new Error('The embedded database went away');
}
