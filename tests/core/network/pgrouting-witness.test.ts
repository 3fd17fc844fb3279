import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildTopology } from '#core/county/topology/build-topology.ts';
import { getNetwork, type NetworkAt } from '#core/network/network.ts';
import { createSearch } from '#core/network/shortest-paths.ts';
import { connectPgrouting, type Pgrouting } from '../../../bench/network/pgrouting.ts';
import { createPrefecture } from '../../../bench/network/prefecture.ts';
import { createPrefectureCounty, createPresentState } from '../../../bench/network/prefecture-county.ts';
import { getServerUrl } from '../../support/databases.ts';
import { createTinyCounty } from '../../support/tiny-county.ts';

/** Same numbers added in another order. */
const RELATIVE_TOLERANCE = 1e-12;
const ORIGINS = [0, 137, 402, 911];

/** A made-up county of 120 villages and 1,200 segments: several components, junctions half way, one-way roads. */
function createRoads(): NetworkAt {
  const prefecture = createPrefecture({ villages: 120, seed: 7 });
  const topology = buildTopology(prefecture.segments, { probableGapMeters: 25 });
  const county = createPrefectureCounty(createTinyCounty(), prefecture, topology);
  const segments = county.segments.map((segment, i) => ({ ...segment, oneWay: i % 17 === 0 }));
  const withOneWay = { ...county, segments };
  return getNetwork(withOneWay).at(createPresentState(withOneWay));
}

/** The same from the product: cost by node reached. */
function listOwnCosts(network: NetworkAt, node: number, limit: number): ReadonlyMap<number, number> {
  const { cost, reached } = createSearch(network.graph).run(
    network.costs('drive', 'minutes'),
    { nodes: [node], costs: [0] },
    { direction: 'forward', limit },
  );
  return new Map(Array.from(reached, (reachedNode) => [reachedNode, cost[reachedNode] ?? Number.NaN]));
}

describe('createSearch beside pgRouting', () => {
  const name = `guatu_routing_${inject('databaseRun')}_${randomUUID().slice(0, 8)}`;
  let server: Client;
  let peer: Pgrouting;

  beforeAll(async () => {
    const url = new URL(await getServerUrl());
    server = new Client(url.href);
    await server.connect();
    await server.query(`CREATE DATABASE "${name}"`);
    url.pathname = `/${name}`;
    const connected = await connectPgrouting(url.href);
    if (connected === null) throw new Error('pgRouting was not found: install postgresql-15-pgrouting');
    peer = connected;
  });

  afterAll(async () => {
    await peer?.close();
    await server?.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await server?.end();
  });

  it('reaches the same nodes at the same cost, without and with a limit', async () => {
    const network = createRoads();
    await peer.loadEdges(network.graph, network.costs('drive', 'minutes'));
    for (const node of ORIGINS) {
      for (const limit of [1e9, 15]) {
        const own = listOwnCosts(network, node, limit);
        const theirs = await peer.listCosts(node, limit);
        expect([...own.keys()].sort((a, b) => a - b)).toEqual([...theirs.keys()].sort((a, b) => a - b));
        for (const [reached, cost] of theirs) {
          const difference = Math.abs((own.get(reached) ?? Number.NaN) - cost);
          expect(difference, `node ${node} to ${reached}`).toBeLessThanOrEqual(cost * RELATIVE_TOLERANCE);
        }
      }
    }
  });

  it('leaves as many nodes unreached, on other components and behind one-way roads', async () => {
    const network = createRoads();
    await peer.loadEdges(network.graph, network.costs('drive', 'minutes'));
    const { count } = await peer.drivingDistance(0, 1e9);
    expect(count).toBeLessThan(network.graph.nodeCount);
    expect(listOwnCosts(network, 0, 1e9).size).toBe(count);
  });
});
