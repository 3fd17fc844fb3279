import type { Segment } from '#core/county/county.ts';
import { createGraphAsNumbered, type RoadGraph } from '#core/network/road-graph.ts';

/** A link of a graph written by hand; nodes are numbers from 0. */
export interface PlainLink {
  readonly from: number;
  readonly to: number;
  /** Default 1. */
  readonly meters?: number;
  readonly oneWay?: boolean;
}

/** A graph of links, one segment each, without any map: node `n` stands at longitude 107 + n / 1000, latitude 27. */
export function createLinkGraph(nodeCount: number, links: readonly PlainLink[]): RoadGraph {
  return createGraphAsNumbered({
    segments: links.map((link, i) => createSegment(link, i)),
    links: {
      nodeCount,
      count: links.length,
      segment: Int32Array.from(links, (_, i) => i),
      fromNode: Int32Array.from(links, ({ from }) => from),
      toNode: Int32Array.from(links, ({ to }) => to),
      fromMeters: new Float64Array(links.length),
      toMeters: Float64Array.from(links, ({ meters }) => meters ?? 1),
    },
  });
}

const createSegment = ({ from, to, meters = 1, oneWay = false }: PlainLink, index: number): Segment => ({
  code: `link-${index}`,
  name: null,
  nameEn: null,
  routeNumber: null,
  roadClass: 'C',
  roadFunction: null,
  line: {
    type: 'LineString',
    coordinates: [
      [107 + from / 1000, 27],
      [107 + to / 1000, 27],
    ],
  },
  widthMeters: null,
  oneWay,
  plannedYear: null,
  costYuan: null,
  projectCode: null,
  sharesPavementWith: null,
  events: [],
  lengthMeters: meters,
  startNode: from,
  endNode: to,
});
