import fc from 'fast-check';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { NetworkAt } from '#core/network/network.ts';
import type { Snap } from '#core/network/snap.ts';
import type { TravelMetric, TravelMode } from '#core/network/travel.ts';
import { type PlainArc, searchPlainly } from './plain-search.ts';
import { at, type PlainRoad } from './road-world.ts';

const CORNERS = 16;
const corner = (number: number): [number, number] => [300 * (number % 4), 300 * Math.floor(number / 4)];

const drawRoad = fc
  .record({
    from: fc.integer({ min: 0, max: CORNERS - 1 }),
    to: fc.integer({ min: 0, max: CORNERS - 1 }),
    oneWay: fc.integer({ min: 0, max: 3 }).map((drawn) => drawn === 0),
    roadClass: fc.constantFrom('X' as const, 'Y' as const, 'C' as const),
  })
  .map(({ from, to, ...road }): PlainRoad => ({ points: [corner(from), corner(to)], ...road }));

/** Up to 24 straight roads between the corners of a grid of 300 m: one-way ones, loops without length, doubles and crossings among them. */
export const drawRoads = fc.array(drawRoad, { minLength: 1, maxLength: 24 });

/** Places on and off the roads, some of them at a corner or at the same position. */
export const drawPlaces = fc.array(
  fc
    .tuple(fc.integer({ min: -2, max: 20 }), fc.integer({ min: -2, max: 20 }))
    .map(([east, north]): LonLat => at(50 * east, 50 * north)),
  { minLength: 1, maxLength: 6 },
);

/** Elevation data over the grid of `drawRoads`: an uneven ground. */
export const createUnevenGround = () => ({
  west: 107.49,
  north: 27.02,
  cellDegrees: 0.0005,
  columns: 80,
  rows: 60,
  elevations: Int16Array.from({ length: 4800 }, (_, cell) => 600 + ((cell * 7919) % 53)),
});

/**
 * Costs of every pair by the plain reference: each snapped place becomes a node that splits its link, each walked stretch a way.
 */
export function measurePlainly(
  network: NetworkAt,
  {
    from,
    to,
    mode,
    metric,
  }: {
    readonly from: readonly (Snap | null)[];
    readonly to: readonly (Snap | null)[];
    readonly mode: TravelMode;
    readonly metric: TravelMetric;
  },
): number[] {
  const { graph } = network;
  const costs = network.costs(mode, metric);
  const places = [...from, ...to].filter((snap): snap is Snap => snap !== null);
  const keys = [...new Set(places.map(keyOf))];
  // after the nodes of the graph: where each place meets its road, then the place itself
  const roadNode = (snap: Snap) => graph.nodeCount + keys.indexOf(keyOf(snap));
  const placeNode = (snap: Snap) => roadNode(snap) + keys.length;
  const walk = (a: LonLat, b: LonLat, meters: number) => (metric === 'meters' ? meters : network.walkMinutes(a, b));
  const arcs: PlainArc[] = places.flatMap((snap) => [
    { from: placeNode(snap), to: roadNode(snap), cost: walk(snap.position, snap.at, snap.offRoadMeters) },
    { from: roadNode(snap), to: placeNode(snap), cost: walk(snap.at, snap.position, snap.offRoadMeters) },
  ]);
  for (let link = 0; link < graph.linkCount; link++) {
    const length = graph.linkMeters[link] ?? 0;
    const arc = graph.linkArc[link] ?? 0;
    const along = costs.forward[arc] ?? Infinity;
    const against = costs.forward[graph.arcOpposite[arc] ?? 0] ?? Infinity;
    const stops = [
      { node: graph.linkFrom[link] ?? 0, meters: 0 },
      ...places
        .filter((snap) => snap.link === link)
        .map((snap) => ({ node: roadNode(snap), meters: snap.alongMeters }))
        .sort((a, b) => a.meters - b.meters),
      { node: graph.linkTo[link] ?? 0, meters: length },
    ];
    for (let i = 1; i < stops.length; i++) {
      const a = stops[i - 1] ?? { node: 0, meters: 0 };
      const b = stops[i] ?? { node: 0, meters: 0 };
      const share = length > 0 ? (b.meters - a.meters) / length : 0;
      const part = (cost: number) => (share === 0 ? 0 : share * cost);
      arcs.push({ from: a.node, to: b.node, cost: part(along) }, { from: b.node, to: a.node, cost: part(against) });
    }
  }
  const nodeCount = graph.nodeCount + 2 * keys.length;
  return from.flatMap((origin) => {
    const found = origin && searchPlainly(nodeCount, arcs, [{ node: placeNode(origin), cost: 0 }]);
    return to.map((end) => (found && end ? (found[placeNode(end)] ?? Infinity) : Infinity));
  });
}

const keyOf = ({ position }: Snap): string => position.join(',');
