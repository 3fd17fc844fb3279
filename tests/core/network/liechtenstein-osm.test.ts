import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { createArcCosts } from '#core/network/arc-costs.ts';
import { measureMatrix } from '#core/network/measure-matrix.ts';
import { getNetwork } from '#core/network/network.ts';
import { createSearch } from '#core/network/shortest-paths.ts';
import { createLinkGraph } from '#tests/support/link-graph.ts';
import { createPlainSegment, createStandingState } from '#tests/support/road-world.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

/** Real roads with 18 places, and the distances between them as scipy and igraph found them. */
const CHECK_DATA = '../shared/data/liechtenstein-osm/derived';
const isMissing = !existsSync(CHECK_DATA);
const note = `(skipped without ${CHECK_DATA})`;

const readTable = (file: string): readonly (readonly string[])[] =>
  readFileSync(`${CHECK_DATA}/${file}`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(','));

/** Row by row, without the first column. */
const readMatrix = (file: string): readonly number[] => readTable(file).flatMap(([, ...cells]) => cells.map(Number));

interface Collection<Properties> {
  readonly features: readonly {
    readonly properties: Properties;
    readonly geometry: { readonly coordinates: readonly LonLat[] };
  }[];
}

/** The point of the roads at which each place was snapped. */
function readPlaces(): readonly LonLat[] {
  const text = readFileSync(`${CHECK_DATA}/places.geojson`, 'utf8');
  const { features } = JSON.parse(text) as Collection<{ readonly net_lon: number; readonly net_lat: number }>;
  return features.map(({ properties }) => [properties.net_lon, properties.net_lat]);
}

/** Their edges as our graph; `against` is closed where `oneway` says so. */
function createPublishedWorld() {
  const edges = readTable('edges.csv').map(([, u, v, meters, , oneway, seconds]) => ({
    from: Number(u),
    to: Number(v),
    meters: Number(meters),
    seconds: Number(seconds),
    isClosedAlong: oneway === '-1',
    isClosedAgainst: oneway === 'yes' || oneway === 'oneway',
  }));
  const nodes = readTable('nodes.csv').map(([, lon, lat]) => `${Number(lon)},${Number(lat)}`);
  const places = readPlaces().map(([lon, lat]) => nodes.indexOf(`${lon},${lat}`));
  return { edges, places, graph: createLinkGraph(nodes.length, edges) };
}

function measurePublished(of: 'meters' | 'seconds', isDirected: boolean): readonly number[] {
  const { edges, places, graph } = createPublishedWorld();
  const linkCost = (link: number, forward: boolean) => {
    const edge = edges[link];
    const isClosed = isDirected && (forward ? edge?.isClosedAlong : edge?.isClosedAgainst);
    return isClosed ? Infinity : (edge?.[of] ?? Infinity);
  };
  const costs = createArcCosts(graph, { mode: 'walk', metric: of === 'meters' ? 'meters' : 'minutes', linkCost });
  const search = createSearch(graph);
  return places.flatMap((place) => {
    const { cost } = search.run(costs, { nodes: [place], costs: [0] }, { direction: 'forward' });
    return places.map((other) => cost[other] ?? Number.NaN);
  });
}

/** Largest difference of two lists. */
const findLargestDifference = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))), 0);

/** Their roads as segments of ours: one a way, turned round where traffic runs against the line. */
function createProductWorld() {
  const oneWays = new Map(readTable('edges.csv').map(([way, , , , , oneway]) => [way, oneway]));
  const text = readFileSync(`${CHECK_DATA}/roads.geojson`, 'utf8');
  const { features } = JSON.parse(text) as Collection<{ readonly osm_id: string; readonly highway: string }>;
  const county = createTinyCounty({
    dem: null,
    segments: features.map(({ properties: { osm_id, highway }, geometry }) => {
      const oneway = oneWays.get(osm_id);
      const line = oneway === '-1' ? [...geometry.coordinates].reverse() : geometry.coordinates;
      return createPlainSegment(osm_id, line, { name: highway, oneWay: oneway !== 'no' });
    }),
  });
  const network = getNetwork(county).at(createStandingState(county));
  return { county, network, snaps: readPlaces().map((place) => network.snap(place)) };
}

describe('the roads of Liechtenstein', () => {
  it.skipIf(isMissing)(`are as long between 18 places as published ${note}`, () => {
    const published = readMatrix('expected_shortest_length_m.csv');
    // edges are printed to the millimetre: some hundred of them add up to two centimetres at most
    expect(findLargestDifference(measurePublished('meters', false), published)).toBeLessThan(0.02);
    expect(published).toHaveLength(18 * 18);
  });

  it.skipIf(isMissing)(`take as long between 18 places as published, one-way roads respected ${note}`, () => {
    const published = readMatrix('expected_fastest_time_s.csv');
    // edges are printed to the millisecond
    expect(findLargestDifference(measurePublished('seconds', true), published)).toBeLessThan(0.02);
    expect(published).toHaveLength(18 * 18);
  });

  it.skipIf(isMissing)(`are as long through our own topology and geodesic lengths ${note}`, () => {
    const { network, snaps } = createProductWorld();
    const published = readMatrix('expected_shortest_length_m.csv');
    const measured = measureMatrix(network, { from: snaps, to: snaps, mode: 'walk', metric: 'meters' });
    // lengths are stored to the millimetre a segment, and ends within a metre meet
    expect(findLargestDifference([...measured], published)).toBeLessThan(0.1);
  });

  it.skipIf(isMissing)(`take as long through our own topology at the published speeds ${note}`, () => {
    const { county, network, snaps } = createProductWorld();
    const { speeds_kmh: speeds } = JSON.parse(readFileSync(`${CHECK_DATA}/EXPECTED.json`, 'utf8')) as {
      readonly speeds_kmh: Readonly<Record<string, number>>;
    };
    const { graph } = network;
    const linkCost = (link: number) => {
      const highway = county.segments[graph.linkSegment[link] ?? -1]?.name ?? '';
      return ((graph.linkMeters[link] ?? Number.NaN) / (speeds[highway] ?? Number.NaN)) * 3.6;
    };
    const costs = createArcCosts(graph, { mode: 'drive', metric: 'meters', linkCost });
    const question = { from: snaps, to: snaps, mode: 'drive', metric: 'meters' } as const;
    const measured = measureMatrix({ graph, costs: () => costs, walkMinutes: () => 0 }, question);
    const published = readMatrix('expected_fastest_time_s.csv');
    expect(findLargestDifference([...measured], published)).toBeLessThan(0.1);
  });
});
