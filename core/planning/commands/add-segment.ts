import type { PlanInputs } from '../../county/plan.ts';
import { geodesicLengthMeters, roundToMillimeters } from '../../geo/geodesic-length.ts';
import { type CountyDraft, isCodeTaken, type Refusal } from '../county-draft.ts';
import { findHolder } from '../find-holder.ts';
import { refuseYear } from './harden-segment.ts';
import { openIn } from './open-in.ts';
import { nameInEnglish, refuse, refuseOutside } from './refuse.ts';

/** Shorter lines are slips of the hand. */
const SHORTEST_METERS = 5;

/** A road that is not there yet: it opens, with its surface, on the last day of its year; one that is late at the end of the year under way. */
export function addSegment(draft: CountyDraft, input: PlanInputs['add_segment']): Refusal | null {
  const { segmentCode: code, line, year, name = null, costYuan = null } = input;
  if (isCodeTaken(draft, code)) return refuse('code_taken', code);
  const lengthMeters = roundToMillimeters(geodesicLengthMeters(line.coordinates));
  if (!(lengthMeters >= SHORTEST_METERS))
    return refuse('line_too_short', code, { meters: lengthMeters, least: SHORTEST_METERS });
  const outside = line.coordinates.find((position) => !findHolder(draft.county, position));
  if (outside) return refuseOutside(code, outside);
  const fault = refuseYear(draft, code, year);
  if (fault) return fault;
  draft.newSegments.set(code, {
    code,
    name,
    nameEn: name === null ? null : nameInEnglish(name, code),
    routeNumber: null,
    roadClass: input.roadClass,
    roadFunction: input.roadFunction,
    line,
    widthMeters: input.widthMeters,
    oneWay: false,
    plannedYear: year,
    costYuan,
    projectCode: null,
    sharesPavementWith: null,
    events: openIn(draft, year, input.surface),
    lengthMeters,
  });
  draft.placed.add(code);
  draft.hardenedIn.set(code, year);
  return null;
}
