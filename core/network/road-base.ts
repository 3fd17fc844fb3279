import type { County } from '../county/county.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import { straightDistanceMeters } from '../geo/straight-distance.ts';
import { createElevation } from './elevation.ts';
import { keepLatest } from './keep-latest.ts';
import type { RoadGeometry } from './road-geometry.ts';
import type { RoadGraph } from './road-graph.ts';
import { getRoadLines } from './road-lines.ts';
import type { Snapper } from './snap.ts';
import { type LinkWalkMinutes, roundMinutes, walkLinks, walkStretch } from './walking.ts';

/** What a base rests on: lines, classes and directions of the roads, the table of speeds, the ground. Households, sites and plans are not in it. */
export type RoadSource = Pick<County, 'segments' | 'links' | 'dem'> & {
  readonly settings: Pick<County['settings'], 'speeds'>;
};

/**
 * What holds for the roads of a county at every date: the graph, the lines, where positions snap, how long walking takes. Counties that differ in other
 * things only (a plan, a setting, a newer ledger of households) share one.
 */
export interface RoadBase {
  readonly source: RoadSource;
  readonly graph: RoadGraph;
  geometry(): RoadGeometry;
  snapper(): Snapper;
  linkWalkMinutes(): LinkWalkMinutes;
  /** Minutes to walk straight between two positions, rounded to a millionth. */
  walkMinutes(from: LonLat, to: LonLat, meters?: number): number;
}

/** The graph at once, the rest at its first use. */
function createRoadBase({ segments, links, dem, settings }: RoadSource): RoadBase {
  const { speeds } = settings;
  const lines = getRoadLines({ segments, links });
  const elevationAt = createElevation(dem);
  let linkWalkMinutes: LinkWalkMinutes | undefined;
  return {
    // only what it rests on: a base may outlive the county for which it was made
    source: { segments, links, dem, settings: { speeds } },
    graph: lines.graph,
    geometry: lines.geometry,
    snapper: lines.snapper,
    linkWalkMinutes() {
      linkWalkMinutes ??= walkLinks(lines.graph, lines.geometry(), { speeds, elevationAt });
      return linkWalkMinutes;
    },
    walkMinutes: (from, to, meters = straightDistanceMeters(from, to)) =>
      roundMinutes(walkStretch(speeds, elevationAt, { from, to, meters }).forward),
  };
}

/** Bases kept with the lines of the roads: tables of speeds before and after a change. */
const KEPT_BASES = 3;

interface KeptBase {
  readonly speeds: string;
  readonly base: RoadBase;
}

const bases = new WeakMap<RoadGraph, KeptBase[]>();

/** The base of a county's roads, shared with every county whose lines, speeds and ground are the same. */
export function getRoadBase(county: RoadSource): RoadBase {
  const { graph } = getRoadLines(county);
  const kept = bases.get(graph) ?? [];
  bases.set(graph, kept);
  const speeds = JSON.stringify(county.settings.speeds);
  return keepLatest(kept, KEPT_BASES, {
    fits: (one) => one.speeds === speeds && one.base.source.dem === county.dem,
    create: () => ({ speeds, base: createRoadBase(county) }),
  }).base;
}
