import type { County } from '../county/county.ts';
import { type CountyState, NO_CODE } from '../county/county-state.ts';
import { SURFACES, type Surface } from '../county/kinds.ts';
import type { PlanRow } from '../county/plan.ts';
import type { SegmentState } from '../county/segment-state.ts';

/** The roads at a day and, where asked, as if a plan had been carried out; aligned with `County.segments`. Immutable. */
export interface RoadState {
  /** Code of the plan that is taken as carried out; null = the roads as they are at the day. */
  readonly plan: string | null;
  /** 1 = the segment is there. */
  readonly exists: Uint8Array;
  /** Index into SURFACES; 255 = not known. */
  readonly surface: Uint8Array;
}

/** What a plan gives a segment that it hardens. */
export const PLANNED_SURFACE: Surface = 'cement_concrete';

const states = new WeakMap<SegmentState, RoadState>();

/** The roads of a county at a day; the same object for days between which no segment changes, so that what rests on it is computed once for all of them. */
export function createRoadState({ segments }: Pick<CountyState, 'segments'>): RoadState {
  const known = states.get(segments) ?? { plan: null, exists: segments.exists, surface: segments.surface };
  states.set(segments, known);
  return known;
}

/**
 * The roads as if the commands of a plan had been carried out: cement concrete on every segment that it hardens and whose present surface does not
 * count as hardened; new segments that the county has are open.
 *
 * @param throughYear last year of the plan that counts; default all
 */
export function applyPlanToRoads(
  county: Pick<County, 'segments' | 'settings'>,
  state: RoadState,
  { plan, throughYear = Infinity }: { readonly plan: PlanRow; readonly throughYear?: number },
): RoadState {
  const indexes = new Map(county.segments.map(({ code }, index) => [code, index]));
  const surface = state.surface.slice();
  const exists = state.exists.slice();
  const hardened = new Set(county.settings.hardenedSurfaces.map((name) => SURFACES.indexOf(name)));
  for (const [segmentCode, edit] of listLastEdits(plan)) {
    const segment = indexes.get(segmentCode);
    if (segment === undefined || edit.year > throughYear) continue;
    if (edit.surface !== undefined) {
      exists[segment] = 1;
      surface[segment] = SURFACES.indexOf(edit.surface);
    } else if (!hardened.has(surface[segment] ?? NO_CODE)) surface[segment] = SURFACES.indexOf(PLANNED_SURFACE);
  }
  return { ...state, plan: plan.code, exists, surface };
}

/** The year of each segment that a plan hardens or opens, new ones with their surface: of several commands the last counts. */
function listLastEdits({
  commands,
}: PlanRow): ReadonlyMap<string, { readonly year: number; readonly surface?: Surface }> {
  const edits = new Map<string, { readonly year: number; readonly surface?: Surface }>();
  for (const { kind, input } of commands) {
    if (kind === 'harden_segment') edits.set(input.segmentCode, { ...edits.get(input.segmentCode), year: input.year });
    else if (kind === 'add_segment') edits.set(input.segmentCode, input);
    else if (kind === 'leave_segment') edits.delete(input.segmentCode);
    else if (kind === 'remove_placed') edits.delete(input.code);
  }
  return edits;
}
