import { fetchPlanningCounty } from '#client/api/planning-county-requests.ts';
import { DomainError } from '#core/errors.ts';
import type { PlanningRequest, PlanningResponse } from './planning-protocol.ts';
import { createPlanningSession } from './planning-session.ts';

const session = createPlanningSession({ fetchCounty: fetchPlanningCounty, now: () => performance.now() });

/** Requests are answered in the order in which they came. */
let last: Promise<void> = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<PlanningRequest>) => {
  last = last.then(() => answer(data));
});

async function answer(request: PlanningRequest): Promise<void> {
  try {
    post({ id: request.id, output: await session.answer(request) });
  } catch (error) {
    const code = error instanceof DomainError ? error.code : 'unexpected';
    post({ id: request.id, failure: { code, message: error instanceof Error ? error.message : String(error) } });
  }
}

const post = (response: PlanningResponse): void => self.postMessage(response);
