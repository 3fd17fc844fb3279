import type { County } from '../county/county.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import { straightDistanceMeters } from '../geo/straight-distance.ts';
import { createElevation } from './elevation.ts';
import { keepLatest } from './keep-latest.ts';
import type { RoadGeometry } from './road-geometry.ts';
import type { RoadGraph } from './road-graph.ts';
import { getRoadLines } from './road-lines.ts';
import type { Snapper } from './snap.ts';
import { createStandingRoads, type StandingRoads } from './standing-roads.ts';
import { createSurfacedRoads, type SurfacedRoads } from './surfaced-roads.ts';
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
  /** The roads while these segments are there, with these surfaces; the last few are kept. */
  surfaced(roads: { readonly exists: Uint8Array; readonly surface: Uint8Array }): SurfacedRoads;
}

/** So many states of segments that are there, and of their surfaces, are kept: a series of months, and a plan by years. */
const KEPT_STATES = 12;

/** The graph at once, the rest at its first use. */
function createRoadBase({ segments, links, dem, settings }: RoadSource): RoadBase {
  const { speeds } = settings;
  const lines = getRoadLines({ segments, links });
  const elevationAt = createElevation(dem);
  const standing: StandingRoads[] = [];
  const surfaced: SurfacedRoads[] = [];
  let linkWalkMinutes: LinkWalkMinutes | undefined;
  const base: RoadBase = {
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
    surfaced({ exists, surface }) {
      const roads = keepLatest(standing, KEPT_STATES, {
        fits: (kept) => equals(kept.exists, exists),
        create: () => createStandingRoads(base, exists),
      });
      return keepLatest(surfaced, KEPT_STATES, {
        fits: (kept) => kept.standing === roads && equals(kept.surface, surface),
        create: () => createSurfacedRoads(base, roads, surface),
      });
    },
  };
  return base;
}

function equals(a: Uint8Array, b: Uint8Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
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
