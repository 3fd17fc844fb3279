import { createIndicatorContext } from '#core/indicators/context.ts';
import { type Draft, findDraftSource } from '#core/planning/county-under-draft.ts';
import type { LaneRequest } from './sheet-lane.ts';

/**
 * A wish under a draft as one about the county itself with the draft beside it: the thread has the county already, and a draft is a few commands. Without this
 * whoever turns a draft on and off would have the whole county handed over each time.
 *
 * @returns wish and request as they are where the county stands under no draft
 */
export function sendDraft<Wish extends object, Request extends Pick<LaneRequest, 'context' | 'isUnderPlan'>>(
  wish: Wish,
  request: Request,
): readonly [wish: Wish & { readonly draft?: Draft }, request: Request] {
  const source = request.isUnderPlan ? findDraftSource(request.context.recorded) : undefined;
  if (!source) return [wish, request];
  return [
    { ...wish, draft: source.draft },
    { ...request, context: createIndicatorContext(source.base), isUnderPlan: false },
  ];
}
