import type { RoadGraph } from './road-graph.ts';
import type { TravelMetric, TravelMode } from './travel.ts';

/** What each arc costs for a mode at a date: metres, or minutes; `Infinity` = it cannot be used. */
export interface ArcCosts {
  readonly mode: TravelMode;
  readonly metric: TravelMetric;
  /** In the direction of the arc, by arc. */
  readonly forward: Float64Array;
  /** Cost of the opposite arc, by arc: for searches that run against the direction of travel. */
  readonly backward: Float64Array;
}

/**
 * Costs of all arcs. One-way segments forbid the arc against the line to vehicles, not to people on foot.
 *
 * @param linkCost what a link costs along its line (`forward`) and against it; not negative; `Infinity` = it cannot be used
 */
export function createArcCosts(
  graph: RoadGraph,
  {
    mode,
    metric,
    linkCost,
  }: {
    readonly mode: TravelMode;
    readonly metric: TravelMetric;
    readonly linkCost: (link: number, forward: boolean) => number;
  },
): ArcCosts {
  const { linkCount, linkArc, arcOpposite, linkOneWay } = graph;
  const forward = new Float64Array(2 * linkCount);
  const backward = new Float64Array(2 * linkCount);
  const mindsOneWay = mode !== 'walk';
  for (let l = 0; l < linkCount; l++) {
    const along = linkArc[l] as number;
    const against = arcOpposite[along] as number;
    const costAlong = linkCost(l, true);
    const costAgainst = mindsOneWay && linkOneWay[l] === 1 ? Infinity : linkCost(l, false);
    forward[along] = costAlong;
    backward[against] = costAlong;
    forward[against] = costAgainst;
    backward[along] = costAgainst;
  }
  return { mode, metric, forward, backward };
}
