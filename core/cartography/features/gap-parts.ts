import type { LonLat } from '../../geo/lon-lat.ts';
import type { IndicatorContext } from '../../indicators/context.ts';
import type { Snap } from '../../network/snap.ts';
import { listAreaGaps, type SettlementGap } from './join-view.ts';

/** A straight stretch to the nearest road, where none passes within the distance of "joined". */
export interface NewRoad {
  /** Code of the settlement, or of the village from whose seat it leads. */
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly from: LonLat;
  readonly to: LonLat;
  readonly meters: number;
  readonly settlements: number;
}

/** What all gaps of an area are made of; what several settlements need stands once. */
export interface GapParts {
  readonly gaps: readonly SettlementGap[];
  /** Settlements that need a segment, by index into `County.segments`, ascending. */
  readonly segments: ReadonlyMap<number, number>;
  readonly newRoads: readonly NewRoad[];
  readonly hardenMeters: number;
  readonly newRoadMeters: number;
}

const known = new WeakMap<IndicatorContext, Map<string, GapParts>>();

/** The parts of all gaps of an area, found once a context. */
export function getGapParts(context: IndicatorContext, areaCode: string): GapParts {
  let ofContext = known.get(context);
  if (!ofContext) {
    ofContext = new Map();
    known.set(context, ofContext);
  }
  const parts = ofContext.get(areaCode) ?? createGapParts(context, areaCode);
  ofContext.set(areaCode, parts);
  return parts;
}

function createGapParts(context: IndicatorContext, areaCode: string): GapParts {
  const gaps = listAreaGaps(context, areaCode);
  const counts = new Map<number, number>();
  const roads = new Map<string, NewRoad>();
  for (const { settlement, gap } of gaps) {
    for (const segment of gap.segments) counts.set(segment, (counts.get(segment) ?? 0) + 1);
    for (const road of findNewRoads(context, settlement, gap.newRoadMeters ?? 0)) {
      roads.set(road.code, { ...road, settlements: (roads.get(road.code)?.settlements ?? 0) + 1 });
    }
  }
  const segments = new Map([...counts].sort(([a], [b]) => a - b));
  const newRoads = [...roads.values()];
  return {
    gaps,
    segments,
    newRoads,
    hardenMeters: [...segments.keys()].reduce((sum, i) => sum + (context.county.segments[i]?.lengthMeters ?? 0), 0),
    newRoadMeters: newRoads.reduce((sum, { meters }) => sum + meters, 0),
  };
}

/** Lengths that belong together agree to this, metres. */
const SAME_LENGTH_METERS = 0.01;

/** The stretches that make up a gap's new road: the settlement's own, that of its village's seat, or both. */
function findNewRoads(context: IndicatorContext, settlement: number, meters: number): readonly NewRoad[] {
  const place = context.county.settlements[settlement];
  if (!place || meters <= 0) return [];
  const { area: village } = context.scope(place.villageCode);
  const own = stretchFrom(context, place, place.position);
  const seat = stretchFrom(context, village, village.seat);
  const sets = [own, seat, [...own, ...seat]];
  const isIt = (set: readonly NewRoad[]): boolean =>
    Math.abs(set.reduce((sum, road) => sum + road.meters, 0) - meters) < SAME_LENGTH_METERS;
  return sets.find(isIt) ?? [];
}

function stretchFrom(
  context: IndicatorContext,
  { code, name, nameEn }: Pick<NewRoad, 'code' | 'name' | 'nameEn'>,
  from: LonLat,
): readonly NewRoad[] {
  const snap: Snap | null = context.network().snap(from);
  if (!snap || snap.offRoadMeters <= context.joined().definition.distanceMeters) return [];
  return [{ code, name, nameEn, from, to: snap.at, meters: snap.offRoadMeters, settlements: 0 }];
}
