import type { LonLat } from '../../geo/lon-lat.ts';
import type { ArcCosts } from '../../network/arc-costs.ts';
import type { NetworkAt } from '../../network/network.ts';
import { getSearch } from '../../network/shortest-paths.ts';
import type { Snap } from '../../network/snap.ts';
import {
  costWithinLink,
  createTerminals,
  groupByLink,
  seedsOfTerminals,
  type Terminals,
} from '../../network/terminals.ts';
import type { TravelMetric } from '../../network/travel.ts';

/** `there`: from the places to the hub; `back`: from the hub to the places. */
export type TripDirection = 'there' | 'back';

/** What is asked of the trips between one hub and all places. */
export interface TripQuestion {
  readonly metric: TravelMetric;
  readonly direction: TripDirection;
}

/** Trips by vehicle between many places that stay and single positions that may move: a site and the old settlements, a site and parks. */
export interface PlaceTrips {
  readonly placeCount: number;
  /** By place, walked stretches included; `Infinity` = no way. Kept as long as the roads are. */
  measure(hub: LonLat, question: TripQuestion): Float64Array;
  /**
   * The same, final only for places within `limit` minutes to the hub (for minutes to it: costs up to the limit are final, greater ones stay greater).
   * Kept as well.
   */
  measureWithin(hub: LonLat, question: TripQuestion, limit: number): Float64Array;
  /**
   * The same, not kept and only as far as asked: costs up to `limit`, or those of `wanted` places, are final; what costs more, or is not wanted, may
   * be anything that is greater. Written into `into` where that is given.
   */
  measureSome(
    hub: LonLat,
    question: TripQuestion & {
      readonly limit?: number;
      readonly wanted?: ArrayLike<number>;
      readonly into?: Float64Array;
    },
  ): Float64Array;
}

/** How the places hang on the roads under given costs, and what was measured. */
interface KeptPlaces {
  readonly positions: readonly LonLat[];
  readonly snaps: readonly (Snap | null)[];
  readonly onLink: ReadonlyMap<number, readonly number[]>;
  readonly terminals: Partial<Record<TripDirection, Terminals>>;
  readonly columns: Map<string, Float64Array>;
}

/** By the costs of the arcs as an array, which dates and counties with the same roads share: a placed site costs the trips to it alone. */
const kept = new WeakMap<ArcCosts['forward'], KeptPlaces[]>();
/** So many lists of places a state of the roads: settlements and parks, before and after a command. */
const MOST_LISTS = 6;
/** So many columns a list: all sites of a county and the drops of a session. */
const MOST_COLUMNS = 1024;

/** Trips between places and hubs on the roads of a day. */
export function createPlaceTrips(network: NetworkAt, positions: readonly LonLat[]): PlaceTrips {
  const placesOf = (metric: TravelMetric) => keepPlaces(network, network.costs('drive', metric), positions);
  const keyOf = (hub: LonLat, { direction }: TripQuestion) => `${direction} ${hub[0]} ${hub[1]}`;
  return {
    placeCount: positions.length,
    measure(hub, question) {
      const { columns } = placesOf(question.metric);
      return keepColumn(columns, keyOf(hub, question), () => this.measureSome(hub, question));
    },
    measureWithin(hub, question, limit) {
      const { columns } = placesOf(question.metric);
      const key = keyOf(hub, question);
      const whole = limit === Infinity ? this.measure(hub, question) : columns.get(key);
      if (whole) return whole;
      return keepColumn(columns, `${key} ${limit}`, () => {
        if (question.metric === 'minutes' && question.direction === 'there') {
          return this.measureSome(hub, { ...question, limit });
        }
        const minutes = this.measureWithin(hub, { metric: 'minutes', direction: 'there' }, limit);
        const wanted = [...minutes.keys()].filter((place) => (minutes[place] as number) <= limit);
        return this.measureSome(hub, { ...question, wanted });
      });
    },
    measureSome(hub, { metric, direction, limit, wanted, into }) {
      const costs = network.costs('drive', metric);
      const places = placesOf(metric);
      places.terminals[direction] ??= createTerminals(network, places.snaps, {
        costs,
        direction: direction === 'there' ? 'forward' : 'backward',
      });
      const terminals = places.terminals[direction];
      const targets = wanted && listTargets(terminals, wanted);
      return measureColumn(network, {
        hub: network.snap(hub),
        places,
        terminals,
        costs,
        direction,
        search: { ...(limit === undefined ? {} : { limit }), ...(targets ? { targets } : {}) },
        column: into ?? new Float64Array(positions.length),
      });
    },
  };
}

function keepColumn(columns: Map<string, Float64Array>, key: string, measure: () => Float64Array): Float64Array {
  const known = columns.get(key);
  if (known) {
    // asked for last, and so given up last: the sites of a county outlive the positions of a drag
    columns.delete(key);
    columns.set(key, known);
    return known;
  }
  const column = measure();
  if (columns.size >= MOST_COLUMNS) columns.delete(columns.keys().next().value ?? '');
  columns.set(key, column);
  return column;
}

/** The kept list with the same positions, or a new one; the oldest gives way. */
function keepPlaces(network: NetworkAt, costs: ArcCosts, positions: readonly LonLat[]): KeptPlaces {
  const lists = kept.get(costs.forward) ?? [];
  kept.set(costs.forward, lists);
  const known = lists.find((list) => isSameList(list.positions, positions));
  if (known) return known;
  const snaps = positions.map((position) => network.snap(position));
  const created: KeptPlaces = { positions, snaps, onLink: groupByLink(snaps), terminals: {}, columns: new Map() };
  lists.push(created);
  if (lists.length > MOST_LISTS) lists.shift();
  return created;
}

function isSameList(a: readonly LonLat[], b: readonly LonLat[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    const [p, q] = [a[i], b[i]];
    if (p !== q && (p?.[0] !== q?.[0] || p?.[1] !== q?.[1])) return false;
  }
  return true;
}

/** Nodes at which a search for some places may end. */
function listTargets({ link, fromNode, toNode }: Terminals, wanted: ArrayLike<number>): readonly number[] {
  const targets: number[] = [];
  for (let k = 0; k < wanted.length; k++) {
    const place = wanted[k] ?? -1;
    if ((link[place] ?? -1) >= 0) targets.push(fromNode[place] ?? 0, toNode[place] ?? 0);
  }
  return targets;
}

/** One search from the hub, read at all places; places on the hub's own link may go along it directly. */
function measureColumn(
  network: NetworkAt,
  {
    hub,
    places,
    terminals,
    costs,
    direction,
    search,
    column,
  }: {
    readonly hub: Snap | null;
    readonly places: KeptPlaces;
    readonly terminals: Terminals;
    readonly costs: ArcCosts;
    readonly direction: TripDirection;
    readonly search: { readonly limit?: number; readonly targets?: ArrayLike<number> };
    readonly column: Float64Array;
  },
): Float64Array {
  const { count, fromNode, toNode, fromCost, toCost, offRoadCost } = terminals;
  column.fill(Infinity);
  if (hub === null || search.targets?.length === 0) return column;
  const ofHub = direction === 'there' ? 'backward' : 'forward';
  const start = createTerminals(network, [hub], { costs, direction: ofHub });
  const { cost } = getSearch(network.graph).run(costs, seedsOfTerminals(start), { ...search, direction: ofHub });
  for (let i = 0; i < count; i++) {
    const overFrom = (cost[fromNode[i] as number] as number) + (fromCost[i] as number);
    const overTo = (cost[toNode[i] as number] as number) + (toCost[i] as number);
    column[i] = overFrom < overTo ? overFrom : overTo;
  }
  for (const i of places.onLink.get(hub.link) ?? []) {
    const place = places.snaps[i] ?? null;
    const ends = direction === 'there' ? { from: place, to: hub } : { from: hub, to: place };
    const direct = costWithinLink(network.graph, costs, {
      ...ends,
      offRoadCost: (offRoadCost[i] ?? 0) + (start.offRoadCost[0] ?? 0),
    });
    column[i] = Math.min(column[i] ?? Infinity, direct);
  }
  return column;
}
