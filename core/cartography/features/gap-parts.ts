import type { IndicatorContext } from '../../indicators/context.ts';
import type { Gap, NewRoad as GapRoad } from '../../network/find-gap.ts';
import { mergeGaps } from '../../network/merge-gaps.ts';
import { listAreaGaps, type SettlementGap } from './join-view.ts';

/** A straight stretch to the nearest road, where none passes within the distance of "joined". */
export interface NewRoad extends Pick<GapRoad, 'from' | 'to' | 'meters'> {
  /** Code of the settlement, or of the village from whose seat it leads. */
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
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
    for (const road of nameNewRoads(context, settlement, gap)) {
      roads.set(road.code, { ...road, settlements: (roads.get(road.code)?.settlements ?? 0) + 1 });
    }
  }
  const { lengthMeters, newRoadMeters } = mergeGaps(
    context.county,
    gaps.map(({ gap }) => gap),
  );
  return {
    gaps,
    segments: new Map([...counts].sort(([a], [b]) => a - b)),
    newRoads: [...roads.values()],
    hardenMeters: lengthMeters,
    newRoadMeters,
  };
}

/** New roads of a gap with the names of the settlement or village from which they lead. */
function nameNewRoads(context: IndicatorContext, settlement: number, { newRoads }: Gap): readonly NewRoad[] {
  const place = context.county.settlements[settlement];
  if (!place) return [];
  return newRoads.map(({ origin, from, to, meters }) => {
    const { code, name, nameEn } = origin === 'seat' ? context.scope(place.villageCode).area : place;
    return { code, name, nameEn, from, to, meters, settlements: 0 };
  });
}
