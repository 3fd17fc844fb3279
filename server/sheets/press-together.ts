import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { LaneRequest, SheetLane } from './sheet-lane.ts';
import type { SheetWish } from './sheet-messages.ts';

/** The threads of batches: one writes and composes, the other composes what the first orders over a channel between them. */
export interface PressLanes {
  readonly press: SheetLane;
  readonly helper: SheetLane;
}

/**
 * Makes a file with both threads. When the helper is lost the press goes on alone.
 *
 * @param createWish the wish of the press, with its end of the channel
 * @throws {DomainError} what the making throws
 * @throws {EnvironmentError} `sheet_thread_lost`: the press itself was lost
 */
export async function pressTogether(
  { press, helper }: PressLanes,
  createWish: (port: MessagePort) => SheetWish,
  request: LaneRequest,
): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const { onPart: _, ...helping } = request;
  // an end that is not served is closed, so that the other does not wait for it; an end that was handed over is not ours to close any more
  const helped = helper.make({ kind: 'compose', port: port2 }, helping).then(
    () => undefined,
    () => port2.close(),
  );
  try {
    await press.make(createWish(port1), request);
  } finally {
    port1.close();
    await helped;
  }
}
