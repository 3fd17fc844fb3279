import { findLatest } from '../../county/county-state.ts';
import type { Surface } from '../../county/kinds.ts';
import type { PlanInputs } from '../../county/plan.ts';
import type { SegmentRow } from '../../county/things.ts';
import type { CountyDraft, Refusal } from '../county-draft.ts';
import { openIn } from './open-in.ts';
import { refuse } from './refuse.ts';
import { removePlaced } from './remove-placed.ts';

/**
 * The hardening of a segment is planned for a year of the campaign; a new one opens in that year. What it costs follows from the county's table where
 * nobody said.
 */
export const hardenSegment = (
  draft: CountyDraft,
  { segmentCode, year }: PlanInputs['harden_segment'],
): Refusal | null => changeYear(draft, segmentCode, year);

/** The planned hardening of a segment is taken out; a new one with it, because a road without a year is not built. */
export const leaveSegment = (draft: CountyDraft, { segmentCode }: PlanInputs['leave_segment']): Refusal | null =>
  draft.placed.has(segmentCode) ? removePlaced(draft, { code: segmentCode }) : changeYear(draft, segmentCode, null);

function changeYear(draft: CountyDraft, code: string, plannedYear: number | null): Refusal | null {
  const { segments, newSegments, hardenedIn } = draft;
  const number = segments.find(code);
  const segment = segments.get(number) ?? newSegments.get(code);
  if (!segment) return refuse('unknown_segment', code);
  const fault = refuseYear(draft, code, plannedYear);
  if (fault) return fault;
  if (isHardened(draft, segment)) return refuse('already_hardened', code);
  if (segment.plannedYear === plannedYear) return null;
  const row = segments.get(number);
  if (row) segments.set(number, { ...row, ...changeEvents(draft, row, plannedYear), plannedYear });
  else newSegments.set(code, { ...segment, ...changeEvents(draft, segment, plannedYear), plannedYear });
  // back to the year that the ledgers say is no work of the plan
  if (plannedYear === null || (number >= 0 && isGivenYear(draft, number, plannedYear))) hardenedIn.delete(code);
  else hardenedIn.set(code, plannedYear);
  return null;
}

/** A segment that a plan placed opens in the year; one that is there keeps its history. */
function changeEvents(
  draft: CountyDraft,
  { code, events }: SegmentRow,
  year: number | null,
): Partial<Pick<SegmentRow, 'events'>> {
  if (year === null || !draft.placed.has(code)) return {};
  return { events: openIn(draft, year, events.find(({ kind }) => kind === 'surface')?.value) };
}

/** Whether the year is that of the county as given, and no plan under it says so. */
const isGivenYear = ({ county, segments }: CountyDraft, number: number, year: number): boolean => {
  const given = segments.given(number);
  return given?.plannedYear === year && !county.planned?.hardenedIn.has(given.code);
};

/** Why a year cannot be: it lies outside the campaign. */
export function refuseYear(
  { years: { first, last } }: CountyDraft,
  about: string,
  year: number | null,
): Refusal | null {
  const isWithin = year === null || (year >= first && year <= last);
  return isWithin ? null : refuse('year_outside_campaign', about, { year, first, last });
}

/** Whether the latest surface at the day of the plan counts as hardened. */
function isHardened({ county, asOf }: CountyDraft, { events }: SegmentRow): boolean {
  const surface = findLatest(events, asOf, 'surface')?.value as Surface | undefined;
  return surface !== undefined && county.settings.hardenedSurfaces.includes(surface);
}
