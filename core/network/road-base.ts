import type { County } from '../county/county.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import { straightDistanceMeters } from '../geo/straight-distance.ts';
import { createElevation } from './elevation.ts';
import { createRoadGeometry, type RoadGeometry } from './road-geometry.ts';
import { createRoadGraph, type RoadGraph } from './road-graph.ts';
import { createSnapper, type Snapper } from './snap.ts';
import { type LinkWalkMinutes, roundMinutes, walkLinks, walkStretch } from './walking.ts';

/** What holds for the roads of a county at every date: the graph, the lines, where positions snap, how long walking takes. */
export interface RoadBase {
  readonly county: County;
  readonly graph: RoadGraph;
  geometry(): RoadGeometry;
  snapper(): Snapper;
  linkWalkMinutes(): LinkWalkMinutes;
  /** Minutes to walk straight between two positions, rounded to a millionth. */
  walkMinutes(from: LonLat, to: LonLat, meters?: number): number;
}

/** The graph at once, the rest at its first use. */
export function createRoadBase(county: County): RoadBase {
  const graph = createRoadGraph(county);
  const { speeds } = county.settings;
  const elevationAt = createElevation(county.dem);
  let geometry: RoadGeometry | undefined;
  let snapper: Snapper | undefined;
  let linkWalkMinutes: LinkWalkMinutes | undefined;
  const getGeometry = () => {
    geometry ??= createRoadGeometry(county.segments);
    return geometry;
  };
  return {
    county,
    graph,
    geometry: getGeometry,
    snapper() {
      snapper ??= createSnapper(graph, getGeometry());
      return snapper;
    },
    linkWalkMinutes() {
      linkWalkMinutes ??= walkLinks(graph, getGeometry(), { speeds, elevationAt });
      return linkWalkMinutes;
    },
    walkMinutes: (from, to, meters = straightDistanceMeters(from, to)) =>
      roundMinutes(walkStretch(speeds, elevationAt, { from, to, meters }).forward),
  };
}
