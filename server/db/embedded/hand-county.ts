import { setImmediate } from 'node:timers/promises';
import type { County } from '#core/county/county.ts';
import { type CountyPart, splitCounty } from '#core/county/county-parts.ts';
import type { RunningThread } from './idle-thread.ts';

/**
 * Sends a county that a thread does not hold yet, with pauses in which the server answers others. Counties of one revision are the same object.
 *
 * @param begin the message before its parts, which come as `{ kind: 'county_part', part }`
 */
export async function handCounty(
  thread: RunningThread<County>,
  county: County,
  begin: { readonly kind: 'begin_county'; readonly [about: string]: unknown },
): Promise<void> {
  if (thread.held === county) return;
  thread.held = null;
  thread.worker.postMessage(begin);
  for (const part of splitCounty(county)) {
    const message: { readonly kind: 'county_part'; readonly part: CountyPart } = { kind: 'county_part', part };
    thread.worker.postMessage(message);
    await setImmediate();
  }
  thread.held = county;
}
