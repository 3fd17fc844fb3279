/** State of the session after an answer, as PostgreSQL reports it: idle, in a transaction, in a failed transaction. */
export type SessionStatus = 'idle' | 'transaction' | 'failed';

/** What the worker is started with. `folder` is absent for a database in memory. */
export interface EngineOptions {
  readonly folder?: string | undefined;
  /** Where a prepared image of the database in memory is kept; absent = it is made anew each time. */
  readonly imageFolder?: string | undefined;
  /** Begins an empty database, without flushing: for a folder that is flushed whole before it gets its name. */
  readonly unflushed?: boolean | undefined;
  /** Where every flushed file is copied to: the power-cut test boots from there. */
  readonly shadowFolder?: string | undefined;
}

/** A request to the worker: one batch of the PostgreSQL protocol, or the end. */
export type EngineRequest =
  | { readonly id: number; readonly kind: 'run'; readonly bytes: Uint8Array }
  | { readonly id: number; readonly kind: 'close' };

/** What the worker says. `fault` means that the engine must not be used any more. */
export type EngineReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'start-failed'; readonly reason: string; readonly systemCode?: string }
  | { readonly kind: 'data'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: 'done'; readonly id: number; readonly status: SessionStatus }
  | { readonly kind: 'fault'; readonly id: number; readonly reason: string; readonly systemCode?: string };
