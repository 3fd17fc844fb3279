import { Client } from 'pg';
import type { ArcCosts } from '#core/network/arc-costs.ts';
import type { RoadGraph } from '#core/network/road-graph.ts';

/** What an answer of pgRouting amounts to; the costs added up in the database, so that no row has to travel. */
export interface PeerAnswer {
  /** Rows: nodes reached, or pairs that are connected. */
  readonly count: number;
  readonly sum: number;
  readonly milliseconds: number;
}

/** The product's graph in pgRouting: one edge a link, its costs those of the two arcs; node `n` is vertex `n + 1`. */
export interface Pgrouting {
  readonly version: string;
  loadEdges(graph: RoadGraph, costs: ArcCosts): Promise<void>;
  /** One to all within a limit: `pgr_drivingDistance`. */
  drivingDistance(node: number, limit: number): Promise<PeerAnswer>;
  /** Cost by node of the same; only reached nodes are in it. */
  listCosts(node: number, limit: number): Promise<ReadonlyMap<number, number>>;
  /** All pairs of one set of nodes: `pgr_dijkstraCostMatrix`. */
  costMatrix(nodes: readonly number[]): Promise<PeerAnswer>;
  /** All pairs of two sets of nodes: `pgr_dijkstraCost`. */
  manyToMany(from: readonly number[], to: readonly number[]): Promise<PeerAnswer>;
  close(): Promise<void>;
}

const EDGES = 'SELECT id, source, target, cost, reverse_cost FROM edge';
const LINKS_PER_INSERT = 50_000;

/** What pgRouting is told of an arc that cannot be used. */
const NO_ARC = -1;

/**
 * Connects to an empty database of a server that has the extension.
 *
 * @returns null where the extension is not installed
 * @see https://docs.pgrouting.org/3.4/en/pgr_drivingDistance.html
 */
export async function connectPgrouting(databaseUrl: string): Promise<Pgrouting | null> {
  const client = new Client(databaseUrl);
  await client.connect();
  const { rowCount } = await client.query("SELECT FROM pg_available_extensions WHERE name = 'pgrouting'");
  if (rowCount === 0) {
    await client.end();
    return null;
  }
  await client.query('CREATE EXTENSION IF NOT EXISTS postgis');
  await client.query('CREATE EXTENSION IF NOT EXISTS pgrouting');
  // Compiling the query would only slow the peer down.
  await client.query('SET jit = off');
  const { rows } = await client.query<{ version: string }>('SELECT pgr_version() AS version');
  return {
    version: rows[0]?.version ?? '',
    loadEdges: (graph, costs) => loadEdges(client, graph, costs),
    drivingDistance: (node, limit) =>
      sumUp(client, 'pgr_drivingDistance($1::text, $2::bigint, $3::float8)', [node + 1, limit]),
    async listCosts(node, limit) {
      const answer = await client.query<{ node: string; cost: number }>(
        'SELECT node, agg_cost AS cost FROM pgr_drivingDistance($1::text, $2::bigint, $3::float8)',
        [EDGES, node + 1, limit],
      );
      return new Map(answer.rows.map((row) => [Number(row.node) - 1, row.cost]));
    },
    costMatrix: (nodes) => sumUp(client, 'pgr_dijkstraCostMatrix($1::text, $2::bigint[])', [toVertices(nodes)]),
    manyToMany: (from, to) =>
      sumUp(client, 'pgr_dijkstraCost($1::text, $2::bigint[], $3::bigint[])', [toVertices(from), toVertices(to)]),
    close: () => client.end(),
  };
}

const toVertices = (nodes: readonly number[]): number[] => nodes.map((node) => node + 1);

async function sumUp(client: Client, call: string, values: readonly unknown[]): Promise<PeerAnswer> {
  const start = performance.now();
  const { rows } = await client.query<{ count: number; sum: number | null }>(
    `SELECT count(*)::int AS count, sum(agg_cost) AS sum FROM ${call}`,
    [EDGES, ...values],
  );
  const milliseconds = performance.now() - start;
  return { count: rows[0]?.count ?? 0, sum: rows[0]?.sum ?? 0, milliseconds };
}

/** Replaces the edges by those of a graph. */
async function loadEdges(client: Client, graph: RoadGraph, costs: ArcCosts): Promise<void> {
  await client.query('DROP TABLE IF EXISTS edge');
  await client.query(
    'CREATE TABLE edge (id bigint PRIMARY KEY, source bigint, target bigint, cost float8, reverse_cost float8)',
  );
  const along = new Float64Array(graph.linkCount);
  const against = new Float64Array(graph.linkCount);
  for (const [arc, link] of graph.arcLink.entries()) {
    const cost = costs.forward[arc] ?? Infinity;
    (graph.arcForward[arc] === 1 ? along : against)[link] = Number.isFinite(cost) ? cost : NO_ARC;
  }
  for (let first = 0; first < graph.linkCount; first += LINKS_PER_INSERT) {
    const part = <T extends Int32Array | Float64Array>(values: T) => [...values.slice(first, first + LINKS_PER_INSERT)];
    const sources = part(graph.linkFrom);
    await client.query(
      'INSERT INTO edge SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::float8[], $5::float8[])',
      [
        sources.map((_, i) => first + i + 1),
        toVertices(sources),
        toVertices(part(graph.linkTo)),
        part(along),
        part(against),
      ],
    );
  }
  await client.query('ANALYZE edge');
}
