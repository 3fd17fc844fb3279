import { NODE_TOLERANCE_METERS } from '../county/topology/build-topology.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import { distanceToLineMeters } from '../geo/point-to-line.ts';
import { isMainRoad } from './hardened-components.ts';
import { measureHardening } from './hardening-cost.ts';
import { getHardeningGraph, type HardeningGraph } from './hardening-graph.ts';
import { createSearchRoom, type HardeningSearch, type SearchRoom, searchHardening } from './hardening-search.ts';
import type { JoinDefinition } from './join-definition.ts';
import { findVillages, type JoinedPlaces } from './join-places.ts';
import { keepByDefinition } from './keep-by-definition.ts';
import { type CompressedRows, findNearSegments, listSegmentsWithin, rowOf } from './near-segments.ts';
import type { NetworkAt } from './network.ts';
import type { Snap } from './snap.ts';
import type { UnreachableReason } from './trips.ts';

/** A straight stretch to the nearest road, where none passes within the joining distance yet. */
export interface NewRoad {
  /** Whether it leads from the settlement or from its village's seat; one from either may pass the other and serve both. */
  readonly origin: 'settlement' | 'seat';
  readonly from: LonLat;
  /** On the road. */
  readonly to: LonLat;
  readonly meters: number;
}

/** What would join a settlement. With a reason nothing can, and the numbers are null. */
export interface Gap {
  /** Whole segments to be hardened, or widened where they are hardened and too narrow; ascending. Empty for a settlement that is joined. */
  readonly segments: readonly number[];
  /** Of these segments. */
  readonly lengthMeters: number | null;
  /** At most two. */
  readonly newRoads: readonly NewRoad[];
  /** Of the new roads. */
  readonly newRoadMeters: number | null;
  /** Segments and new road. */
  readonly costYuan: number | null;
  /** The part of `costYuan` that comes from the county's cost table and not from the segments themselves. */
  readonly estimatedCostYuan: number | null;
  readonly reason: Extract<UnreachableReason, 'no_road' | 'other_component'> | null;
}

/** Searches that all gaps of a day and definition share. */
interface GapFinder {
  /** Lists to search in, for one question: nobody keeps them. */
  createRoom(): SearchRoom;
  find(settlement: number, room: SearchRoom): Gap;
}

/**
 * The least that must be hardened to join a settlement: of all sets of whole segments that would do, the one of least total length; an exact
 * minimum. Three things have to hang together: the settlement, its village's seat, and any G, S, X or Y road. A smallest set that joins three is
 * three shortest ways that meet in one place, so three searches find it (Dreyfus & Wagner 1971, "The Steiner problem in graphs", Networks 1, for
 * three terminals); segments hardened already cost nothing. Where the settlement or the seat has no road within the joining distance, a new one
 * goes straight to the nearest road; a stretch that passes both within that distance serves both.
 *
 * Reasons: `no_road` = the county has no road at the day; `other_component` = the roads there do not lead to the seat or to a G, S, X or Y road.
 */
export function findGap(network: NetworkAt, joined: Pick<JoinedPlaces, 'definition'>, settlement: number): Gap {
  const finder = getGapFinder(network, joined.definition);
  return finder.find(settlement, finder.createRoom());
}

/** Gaps of many settlements, aligned with the list given; each is computed once a day and definition. Quick when ordered by village. */
export function listGaps(
  network: NetworkAt,
  joined: Pick<JoinedPlaces, 'definition'>,
  settlements: Iterable<number>,
): readonly Gap[] {
  const finder = getGapFinder(network, joined.definition);
  const room = finder.createRoom();
  return Array.from(settlements, (settlement) => finder.find(settlement, room));
}

const getGapFinder = keepByDefinition(createGapFinder);

function createGapFinder(network: NetworkAt, definition: JoinDefinition): GapFinder {
  const { county } = network;
  const graph = getHardeningGraph(network, definition);
  const villages = findVillages(county);
  const fromMain = searchHardening(
    graph,
    county.segments.flatMap(({ roadClass }, i) => (isMainRoad(roadClass) && network.state.exists[i] === 1 ? [i] : [])),
  );
  const kept = new Map<number, Gap>();
  let last: { readonly key: string; readonly search: SearchRoom } | undefined;
  // settlements of a village ask from the same seat, one after the other
  const searchFromSeat = (segments: readonly number[]): HardeningSearch => {
    const key = segments.join();
    if (last?.key !== key) last = { key, search: searchHardening(graph, segments, { room: last?.search }) };
    return last.search;
  };
  const compute = (settlement: number, room: SearchRoom): Gap => {
    const ends = findEnds(network, definition, { settlement, village: villages[settlement] ?? -1 });
    if (ends === null) return createFailure('no_road');
    const others: Terminals = { seat: searchFromSeat(ends.seatSegments), main: fromMain };
    const segments = findLeastSet(graph, ends.segments, { ...others, room });
    return segments === null
      ? createFailure('other_component')
      : {
          segments,
          newRoads: ends.newRoads,
          reason: null,
          ...measureHardening(county, { segments, newRoads: ends.newRoads }),
        };
  };
  return {
    createRoom: () => createSearchRoom(graph),
    find(settlement, room) {
      const gap = kept.get(settlement) ?? compute(settlement, room);
      kept.set(settlement, gap);
      return gap;
    },
  };
}

const createFailure = (reason: NonNullable<Gap['reason']>): Gap => ({
  segments: [],
  lengthMeters: null,
  newRoads: [],
  newRoadMeters: null,
  costYuan: null,
  estimatedCostYuan: null,
  reason,
});

/** Segments that pass the settlement and its seat, with new road where none does yet. */
interface GapEnds {
  readonly segments: readonly number[];
  readonly seatSegments: readonly number[];
  readonly newRoads: readonly NewRoad[];
}

/** Where a settlement and its seat reach the roads; null when there is no road. A settlement without a village has no seat to reach. */
function findEnds(
  network: NetworkAt,
  { distanceMeters }: JoinDefinition,
  { settlement, village }: { readonly settlement: number; readonly village: number },
): GapEnds | null {
  const { county } = network;
  const near = findNearSegments(county, distanceMeters);
  const position = county.settlements[settlement]?.position;
  const seat = county.areas[village]?.seat;
  if (!position || !seat) return { segments: [], seatSegments: [], newRoads: [] };
  const segments = listThere(network, near.settlements, settlement);
  const seatSegments = listThere(network, near.seats, village);
  const own = segments.length > 0 ? null : network.snap(position);
  const seatOwn = seatSegments.length > 0 ? null : network.snap(seat);
  if ((segments.length === 0 && own === null) || (seatSegments.length === 0 && seatOwn === null)) return null;
  // one new road may pass both
  if (own && seatOwn && distanceToLineMeters(seat, [position, own.at]) <= distanceMeters) {
    const shared = listAtSnap(network, own);
    return { segments: shared, seatSegments: shared, newRoads: [createNewRoad('settlement', own)] };
  }
  if (own && seatOwn && distanceToLineMeters(position, [seat, seatOwn.at]) <= distanceMeters) {
    const shared = listAtSnap(network, seatOwn);
    return { segments: shared, seatSegments: shared, newRoads: [createNewRoad('seat', seatOwn)] };
  }
  return {
    segments: own ? listAtSnap(network, own) : segments,
    seatSegments: seatOwn ? listAtSnap(network, seatOwn) : seatSegments,
    newRoads: [
      ...(own ? [createNewRoad('settlement', own)] : []),
      ...(seatOwn ? [createNewRoad('seat', seatOwn)] : []),
    ],
  };
}

const createNewRoad = (origin: NewRoad['origin'], { position, at, offRoadMeters }: Snap): NewRoad => ({
  origin,
  from: position,
  to: at,
  meters: offRoadMeters,
});

const listThere = ({ state }: NetworkAt, rows: CompressedRows, row: number): readonly number[] =>
  [...rowOf(rows, row)].filter((segment) => state.exists[segment] === 1);

/** The segments that a new road to the nearest place on the roads meets: at a junction, and where two share one line, all of them. */
const listAtSnap = ({ county, state }: NetworkAt, { at }: Snap): readonly number[] =>
  listSegmentsWithin(county, at, NODE_TOLERANCE_METERS).filter((segment) => state.exists[segment] === 1);

interface Terminals {
  readonly seat: HardeningSearch;
  readonly main: HardeningSearch;
}

/** The set of segments of least length that connects the given ones with the seat and a main road; null when nothing does. */
function findLeastSet(
  graph: HardeningGraph,
  from: readonly number[],
  { seat, main, room }: Terminals & { readonly room: SearchRoom },
): number[] | null {
  let least = Infinity;
  let meeting: { readonly kind: 'point' | 'segment'; readonly index: number } | null = null;
  const own = searchHardening(graph, from, {
    room,
    visitPoint(point, meters) {
      const total = meters + (seat.pointMeters[point] ?? Infinity) + (main.pointMeters[point] ?? Infinity);
      if (total >= least) return;
      least = total;
      meeting = { kind: 'point', index: point };
    },
    visitSegment(segment, meters) {
      // three ways that meet on a segment each pay for it: twice too often
      const others = (seat.segmentMeters[segment] ?? Infinity) + (main.segmentMeters[segment] ?? Infinity);
      const total = meters + others - 2 * (graph.price[segment] ?? 0);
      if (total >= least) return;
      least = total;
      meeting = { kind: 'segment', index: segment };
    },
    isEnough: (meters) => meters >= least,
  });
  if (meeting === null) return null;
  const segments = new Set<number>();
  for (const search of [own, seat, main]) traceBack(search, meeting, segments);
  return [...segments].sort((a, b) => a - b);
}

/** Adds the segments of the way from where a search began to a place. */
function traceBack(
  search: HardeningSearch,
  { kind, index }: { readonly kind: 'point' | 'segment'; readonly index: number },
  segments: Set<number>,
): void {
  let segment = kind === 'segment' ? index : (search.intoPoint[index] ?? -1);
  while (segment >= 0) {
    segments.add(segment);
    const point = search.intoSegment[segment] ?? -1;
    segment = point < 0 ? -1 : (search.intoPoint[point] ?? -1);
  }
}
