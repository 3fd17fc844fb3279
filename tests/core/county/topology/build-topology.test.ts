import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTopology, type Topology } from '#core/county/topology/build-topology.ts';
import { geodesicLengthMeters, roundToMillimeters } from '#core/geo/geodesic-length.ts';
import type { LineGeometry } from '#core/geo/geometry.ts';
import {
  joinRoads as build,
  createRoad,
  describeFaults as faultsOf,
  toRoadPosition,
} from '#tests/support/metric-roads.ts';
import { createPlainTopology, type GridLine } from '#tests/support/plain-topology.ts';

const CHECK_DATA = '../shared/data/liechtenstein-osm/derived';

/** Lines on a grid of 6 x 6 points: they meet, touch, cross and repeat each other all the time. */
const gridPoint = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }));
const gridLines = fc.array(
  fc
    .array(gridPoint, { minLength: 2, maxLength: 5 })
    .filter((line) => line.every(([x, y], i) => i === 0 || x !== line[i - 1]?.[0] || y !== line[i - 1]?.[1])),
  { minLength: 1, maxLength: 8 },
);

const GRID_METERS = 1000;

const toRoads = (lines: readonly GridLine[]) =>
  lines.map((line, i) => createRoad(`r${i}`, ...line.map(([x, y]) => [x * GRID_METERS, y * GRID_METERS] as const)));

/** Nodes of each road in order, by its code. */
const nodesByRoad = ({ links }: Topology, code: string): readonly number[] => {
  const own = links.filter(({ segmentCode }) => segmentCode === code);
  return [...own.slice(0, 1).map(({ fromNode }) => fromNode), ...own.map(({ toNode }) => toNode)];
};

function countComponents({ links }: Topology): number {
  const parents = new Map<number, number>();
  const rootOf = (node: number): number => {
    const parent = parents.get(node) ?? node;
    return parent === node ? node : rootOf(parent);
  };
  for (const { fromNode, toNode } of links) {
    parents.set(rootOf(fromNode), rootOf(toNode));
    parents.set(rootOf(toNode), rootOf(toNode));
  }
  return new Set([...parents.keys()].map(rootOf)).size;
}

describe('buildTopology', () => {
  it('keeps a segment without length as a link of 0 m, and reports it', () => {
    const topology = build(createRoad('a', [0, 0], [500, 0]), createRoad('b', [500, 0], [500, 0]));
    expect(topology.links[1]).toEqual({
      segmentCode: 'b',
      linkNumber: 0,
      fromNode: 1,
      toNode: 1,
      fromMeters: 0,
      toMeters: 0,
    });
    expect(topology.faults).toMatchObject([
      { kind: 'zero_length', segmentCode: 'b', otherSegmentCode: null, distanceMeters: 0 },
    ]);
  });

  it('lists findings by kind, then segment', () => {
    const topology = build(
      createRoad('z', [0, 0], [1000, 0]),
      createRoad('y', [500, -50], [500, 50]),
      createRoad('x', [300, 12], [300, 500]),
      createRoad('w', [700, 0.5], [700, 500]),
      createRoad('v', [100, 11], [100, 500]),
    );
    expect(faultsOf(topology)).toEqual(['joined_ends w z', 'probable_gap v z', 'probable_gap x z', 'crossing y z']);
  });

  it('has nothing to say of no roads', () => {
    expect(build()).toEqual({ links: [], faults: [] });
  });

  it('cuts and joins random networks as looking at every pair does', () => {
    fc.assert(
      fc.property(gridLines, (lines) => {
        const plain = createPlainTopology(lines);
        const topology = build(...toRoads(lines));
        const placeOfNode = new Map<number, string>();
        const nodeOfPlace = new Map<string, number>();
        for (const [i, places] of plain.cuts.entries()) {
          const nodes = nodesByRoad(topology, `r${i}`);
          expect(nodes).toHaveLength(places.length);
          for (const [k, { place }] of places.entries()) {
            const node = nodes[k] ?? -1;
            expect(placeOfNode.get(node) ?? place).toBe(place);
            expect(nodeOfPlace.get(place) ?? node).toBe(node);
            placeOfNode.set(node, place);
            nodeOfPlace.set(place, node);
          }
        }
        const metersPerDegree = toRoadPosition([1, 1]).map((degrees, axis) => 1 / (degrees - (axis ? 27 : 107.5)));
        const crossings = topology.faults.flatMap(({ kind, segmentCode, otherSegmentCode, position }) => {
          const x = ((position[0] - 107.5) * (metersPerDegree[0] ?? 0)) / GRID_METERS;
          const y = ((position[1] - 27) * (metersPerDegree[1] ?? 0)) / GRID_METERS;
          const roads = `${segmentCode} ${otherSegmentCode}`.replaceAll('r', '');
          return kind === 'crossing' ? [`${roads} ${x.toFixed(4)},${y.toFixed(4)}`] : [];
        });
        expect([...new Set(crossings)].sort()).toEqual(plain.crossings);
      }),
      { numRuns: 300, seed: 20261122 },
    );
  });

  it('measures links from 0 to the length without a gap, whatever the network', () => {
    fc.assert(
      fc.property(gridLines, (lines) => {
        const roads = toRoads(lines);
        const { links } = build(...roads);
        for (const { code, lengthMeters } of roads) {
          const own = links.filter(({ segmentCode }) => segmentCode === code);
          expect(own.map(({ linkNumber }) => linkNumber)).toEqual(own.map((_, i) => i));
          expect(own.map(({ fromMeters }) => fromMeters)).toEqual([
            0,
            ...own.slice(0, -1).map((link) => link.toMeters),
          ]);
          expect(own.at(-1)?.toMeters).toBe(lengthMeters);
          for (const { fromMeters, toMeters } of own) {
            expect(toMeters).toBeGreaterThanOrEqual(fromMeters);
            expect(roundToMillimeters(toMeters)).toBe(toMeters);
          }
        }
      }),
      { numRuns: 100, seed: 20261122 },
    );
  });

  it('does not depend on the order of the segments', () => {
    fc.assert(
      fc.property(gridLines, fc.infiniteStream(fc.nat()), (lines, stream) => {
        const roads = toRoads(lines);
        const keyed = roads.map((road) => ({ road, key: stream.next().value }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ road }) => road);
        expect(build(...shuffled)).toEqual(build(...roads));
      }),
      { numRuns: 100, seed: 20261122 },
    );
  });

  it.skipIf(!existsSync(CHECK_DATA))('finds the 29 components of Liechtenstein, with and without a tolerance', () => {
    const { features } = JSON.parse(readFileSync(`${CHECK_DATA}/roads.geojson`, 'utf8')) as {
      readonly features: readonly { readonly id: string; readonly geometry: LineGeometry }[];
    };
    const expected = JSON.parse(readFileSync(`${CHECK_DATA}/EXPECTED.json`, 'utf8')) as Record<string, number>;
    const roads = features.map(({ id, geometry: line }) => {
      const lengthMeters = roundToMillimeters(geodesicLengthMeters(line.coordinates));
      return { code: id, line, lengthMeters, sharesPavementWith: null };
    });
    const shared = buildTopology(roads, { probableGapMeters: 25, toleranceMeters: 0 });
    expect(countComponents(shared)).toBe(expected.components_undirected);
    // the seven ends that the tolerance moves lie on roads which are joined elsewhere already
    const joined = buildTopology(roads, { probableGapMeters: 25 });
    expect(countComponents(joined)).toBe(expected.components_undirected);
    expect(joined.faults.filter(({ kind }) => kind === 'joined_ends')).toHaveLength(7);
  });
});
