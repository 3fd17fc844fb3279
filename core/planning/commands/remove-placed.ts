import type { PlanInputs } from '../../county/plan.ts';
import type { CountyDraft, Refusal } from '../county-draft.ts';
import { refuse } from './refuse.ts';

/** Takes out a park, a service or a new segment that this plan, or one under it, placed. */
export function removePlaced(draft: CountyDraft, { code }: PlanInputs['remove_placed']): Refusal | null {
  const { parks, services, segments, newSegments, placed, hardenedIn } = draft;
  const holding = [parks, services, segments].find((list) => list.find(code) >= 0);
  if (!holding && !newSegments.has(code)) return refuse('unknown_placed', code);
  if (!placed.has(code)) return refuse('not_placed_by_plan', code);
  if (holding) holding.remove(holding.find(code));
  newSegments.delete(code);
  placed.delete(code);
  hardenedIn.delete(code);
  return null;
}
