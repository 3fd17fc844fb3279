import type { County, Segment, SegmentLinks } from '../county/county.ts';
import { createRoadGeometry, type RoadGeometry } from './road-geometry.ts';
import { createRoadGraph, type RoadGraph } from './road-graph.ts';
import { createSnapper, type Snapper } from './snap.ts';

/** What rests on the lines of the roads alone, whatever their surfaces, speeds and years: the graph, and where positions reach it. */
export interface RoadLines {
  readonly segments: readonly Segment[];
  readonly graph: RoadGraph;
  geometry(): RoadGeometry;
  snapper(): Snapper;
}

const kept = new WeakMap<SegmentLinks, RoadLines>();

/**
 * The lines of a county's roads: counties with the same links and the same lines share one, so that a plan which moves a site or hardens a
 * segment, and a change of settings, build no graph anew.
 */
export function getRoadLines({ segments, links }: Pick<County, 'segments' | 'links'>): RoadLines {
  const known = kept.get(links);
  if (known && hasSameLines(known.segments, segments)) return known;
  const created = createRoadLines({ segments, links });
  kept.set(links, created);
  return created;
}

function createRoadLines(roads: Pick<County, 'segments' | 'links'>): RoadLines {
  const graph = createRoadGraph(roads);
  let geometry: RoadGeometry | undefined;
  let snapper: Snapper | undefined;
  const getGeometry = () => {
    geometry ??= createRoadGeometry(roads.segments);
    return geometry;
  };
  return {
    segments: roads.segments,
    graph,
    geometry: getGeometry,
    snapper() {
      snapper ??= createSnapper(graph, getGeometry());
      return snapper;
    },
  };
}

/** Whether everything of the segments that graph and speeds rest on is the same: lines, lengths, directions and classes. */
function hasSameLines(a: readonly Segment[], b: readonly Segment[]): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every((segment, i) => {
      const other = b[i];
      if (segment === other) return true;
      return (
        other !== undefined &&
        segment.code === other.code &&
        segment.roadClass === other.roadClass &&
        segment.oneWay === other.oneWay &&
        segment.lengthMeters === other.lengthMeters &&
        (segment.line === other.line || isSameLine(segment, other))
      );
    })
  );
}

const isSameLine = ({ line: { coordinates: a } }: Segment, { line: { coordinates: b } }: Segment): boolean =>
  a.length === b.length && a.every(([lon, lat], i) => lon === b[i]?.[0] && lat === b[i]?.[1]);
