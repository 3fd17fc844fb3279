import type { LonLat } from '../../geo/lon-lat.ts';
import type { ArcCosts } from '../../network/arc-costs.ts';
import type { NetworkAt } from '../../network/network.ts';
import type { Destination } from '../../network/place-kinds.ts';
import { getSearch } from '../../network/shortest-paths.ts';
import type { Snap } from '../../network/snap.ts';
import {
  costWithinLink,
  createTerminals,
  groupByLink,
  seedsOfTerminals,
  type Terminals,
} from '../../network/terminals.ts';

/** Tells the nearest of some places from any position, without a search of its own. */
export interface NearestPlaces {
  /** Metres along roads by vehicle; `place` null with `meters` null = none can be reached. */
  find(from: LonLat): { readonly place: Destination | null; readonly meters: number | null };
}

/** What a search from all places against the direction of travel left at the nodes. */
interface Field {
  readonly positions: readonly LonLat[];
  readonly snaps: readonly (Snap | null)[];
  readonly onLink: ReadonlyMap<number, readonly number[]>;
  readonly terminals: Terminals;
  readonly cost: Float64Array;
  /** Index of the place that serves the node. */
  readonly placeOfNode: Int32Array;
}

/** By the costs of the arcs as an array, which counties and dates with the same roads share. */
const kept = new WeakMap<ArcCosts['forward'], Field[]>();
/** Town governments, parks and central villages, before and after a command that places one. */
const MOST_FIELDS = 8;

/** The nearest of some places on the roads of a day, by the same arithmetic as `findNearest`. */
export function createNearestPlaces(network: NetworkAt, places: readonly Destination[]): NearestPlaces {
  const costs = network.costs('drive', 'meters');
  const field = keepField(network, costs, places);
  return {
    find(from) {
      const snap = network.snap(from);
      if (snap === null) return { place: null, meters: null };
      const { place, meters } = readField(network, field, { snap, costs });
      return place < 0 ? { place: null, meters: null } : { place: places[place] ?? null, meters };
    },
  };
}

function keepField(network: NetworkAt, costs: ArcCosts, places: readonly Destination[]): Field {
  const fields = kept.get(costs.forward) ?? [];
  kept.set(costs.forward, fields);
  const known = fields.find(
    ({ positions }) =>
      positions.length === places.length &&
      positions.every((at, i) => at[0] === places[i]?.position[0] && at[1] === places[i]?.position[1]),
  );
  if (known) return known;
  const positions = places.map(({ position }) => position);
  const snaps = positions.map((position) => network.snap(position));
  const terminals = createTerminals(network, snaps, { costs, direction: 'backward' });
  const seeds = seedsOfTerminals(terminals);
  const { cost, seedOf } = getSearch(network.graph).run(costs, seeds, { direction: 'backward' });
  const field: Field = {
    positions,
    snaps,
    onLink: groupByLink(snaps),
    terminals,
    cost: cost.slice(),
    // two seeds a place
    placeOfNode: seedOf.map((seed) => seed >> 1),
  };
  fields.push(field);
  if (fields.length > MOST_FIELDS) fields.shift();
  return field;
}

/** Over the cheaper end of the link, or along the link itself. */
function readField(
  network: NetworkAt,
  { snaps, onLink, terminals, cost, placeOfNode }: Field,
  { snap, costs }: { readonly snap: Snap; readonly costs: ArcCosts },
): { readonly place: number; readonly meters: number } {
  const start = createTerminals(network, [snap], { costs, direction: 'forward' });
  const [fromNode = 0, toNode = 0] = [start.fromNode[0], start.toNode[0]];
  const overFrom = (start.fromCost[0] ?? Infinity) + (cost[fromNode] ?? Infinity);
  const overTo = (start.toCost[0] ?? Infinity) + (cost[toNode] ?? Infinity);
  let meters = Math.min(overFrom, overTo);
  let place = meters === Infinity ? -1 : (placeOfNode[overFrom <= overTo ? fromNode : toNode] ?? -1);
  for (const other of onLink.get(snap.link) ?? []) {
    const offRoadCost = (start.offRoadCost[0] ?? 0) + (terminals.offRoadCost[other] ?? 0);
    const direct = costWithinLink(network.graph, costs, { from: snap, to: snaps[other] ?? null, offRoadCost });
    if (direct < meters) [meters, place] = [direct, other];
  }
  return { place, meters };
}
