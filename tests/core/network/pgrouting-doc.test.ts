import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ArcCosts, createArcCosts } from '#core/network/arc-costs.ts';
import { measureMatrix } from '#core/network/measure-matrix.ts';
import { findRoadComponents } from '#core/network/road-components.ts';
import type { RoadGraph } from '#core/network/road-graph.ts';
import { createSearch } from '#core/network/shortest-paths.ts';
import type { Snap } from '#core/network/snap.ts';
import { createLinkGraph } from '#tests/support/link-graph.ts';

/** The manual of pgRouting 3.4 with the results that it prints. */
const CHECK_DATA = '../shared/data/pgrouting-doc';
const isMissing = !existsSync(CHECK_DATA);
const note = `(skipped without ${CHECK_DATA})`;

const read = (file: string): string => readFileSync(`${CHECK_DATA}/${file}`, 'utf8');

/** A query of the manual, and its printed table: header, then rows of numbers. */
interface Example {
  readonly query: string;
  readonly rows: readonly Readonly<Record<string, number>>[];
}

function listExamples(text: string): readonly Example[] {
  return [...text.matchAll(/(SELECT (?:(?!\n\n)[\s\S])*?;)\n((?:.*\n)*?)\((\d+) rows?\)/gi)].map(([, query, table]) => {
    const [header = '', , ...lines] = (table ?? '').split('\n').filter((line) => line.trim() !== '');
    const names = header.split('|').map((name) => name.trim());
    const rows = lines.map((line) => {
      const cells = line.split('|').map((cell) => Number(cell));
      return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? Number.NaN]));
    });
    return { query: query ?? '', rows };
  });
}

/** The edges of the manual's graph: its `INSERT` and its table of nodes. Node `n` of the manual is node `n - 1` here. */
function createManualGraph() {
  const text = read('sampledata.txt');
  const edgeData = text.slice(text.indexOf('INSERT INTO edges'), text.indexOf('INSERT 0 18'));
  const costs = [...edgeData.matchAll(/^\(\s*(-?\d+),\s*(-?\d+),/gm)].map((match) => ({
    cost: Number(match[1]),
    reverseCost: Number(match[2]),
  }));
  const topology = text.slice(text.indexOf('## Topology data'));
  const ends = [...topology.matchAll(/^\s*(\d+) \|\s*(\d+) \|\s*(\d+)$/gm)].slice(0, 18);
  const graph = createLinkGraph(
    17,
    ends.map((match) => ({ from: Number(match[2]) - 1, to: Number(match[3]) - 1 })),
  );
  expect([costs.length, ends.length]).toEqual([18, 18]);
  return { graph, edges: costs };
}

/** Costs as a query of the manual asks for them: with or without `reverse_cost`, directed or not. Negative = no way. */
function createManualCosts({ graph, edges }: ReturnType<typeof createManualGraph>, query: string): ArcCosts {
  const isDirected = !/directed => false|\bfalse\b/i.test(query);
  const hasReverse = /reverse_cost/i.test(query);
  const closed = (cost: number) => (cost < 0 ? Infinity : cost);
  const linkCost = (link: number, forward: boolean) => {
    const along = closed(edges[link]?.cost ?? -1);
    const against = hasReverse ? closed(edges[link]?.reverseCost ?? -1) : Infinity;
    if (!isDirected) return Math.min(along, against);
    return forward ? along : against;
  };
  return createArcCosts(graph, { mode: 'walk', metric: 'meters', linkCost });
}

const searchFrom = (graph: RoadGraph, costs: ArcCosts, nodes: readonly number[], limit = Infinity) =>
  createSearch(graph).run(
    costs,
    { nodes: nodes.map((node) => node - 1), costs: nodes.map(() => 0) },
    { direction: 'forward', limit },
  );

/** Every row of a path example: from which node (or point), to which, at what cost. */
function listCosts(rows: Example['rows']): readonly { from: number; to: number; cost: number }[] {
  let from = 0;
  return rows.map(({ path_seq, node, agg_cost }) => {
    if (path_seq === 1) from = node ?? 0;
    return { from, to: node ?? 0, cost: agg_cost ?? Number.NaN };
  });
}

describe('the manual of pgRouting', () => {
  it.skipIf(isMissing)(`gives the same costs for every path of pgr_dijkstra ${note}`, () => {
    const world = createManualGraph();
    let checked = 0;
    for (const { query, rows } of listExamples(read('pgr_dijkstra.txt'))) {
      if (!/pgr_dijkstra\(/i.test(query)) continue;
      const costs = createManualCosts(world, query);
      for (const { from, to, cost } of listCosts(rows)) {
        expect(searchFrom(world.graph, costs, [from]).cost[to - 1]).toBe(cost);
        checked += 1;
      }
      const pair = /(\d+), (\d+)\s*(?:,\s*(?:true|false)\s*)?\)/.exec(query);
      if (rows.length === 0 && pair) {
        expect(searchFrom(world.graph, costs, [Number(pair[1])]).cost[Number(pair[2]) - 1]).toBe(Infinity);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(250);
  });

  it.skipIf(isMissing)(`gives the matrix of pgr_dijkstraCostMatrix ${note}`, () => {
    const world = createManualGraph();
    const example = listExamples(read('pgr_dijkstraCostMatrix.txt')).find(({ rows }) => rows.length === 12);
    const costs = createManualCosts(world, example?.query ?? '');
    for (const { start_vid, end_vid, agg_cost } of example?.rows ?? []) {
      expect(searchFrom(world.graph, costs, [start_vid ?? 0]).cost[(end_vid ?? 0) - 1]).toBe(agg_cost);
    }
    expect(example?.rows).toHaveLength(12);
  });

  it.skipIf(isMissing)(`reaches what pgr_drivingDistance reaches ${note}`, () => {
    const world = createManualGraph();
    const examples = listExamples(read('pgr_drivingDistance.txt'));
    expect(examples).toHaveLength(3);
    for (const { query, rows } of examples) {
      const costs = createManualCosts(world, query);
      const [, starts = ''] = /(?:array\[([\d, ]+)\]|(?<=\n\s+)(\d+)), 3\.0/.exec(query) ?? [];
      const nodes = starts === '' ? [11] : starts.split(',').map(Number);
      // with `equicost` each node goes to the nearest start, without it each start is searched alone
      const searches = /equicost/.test(query) ? [nodes] : nodes.map((node) => [node]);
      const reached = searches.flatMap((starting) => {
        const result = searchFrom(world.graph, costs, starting, 3);
        return [...result.reached].map(
          (node) => `${starting[result.seedOf[node] ?? -1]} ${node + 1} ${result.cost[node]}`,
        );
      });
      const published = rows.map(({ from_v, node, agg_cost }) => `${from_v ?? nodes[0]} ${node} ${agg_cost}`);
      expect(reached.sort()).toEqual(published.sort());
    }
  });

  it.skipIf(isMissing)(`goes from and to points on edges as pgr_withPoints does ${note}`, () => {
    const world = createManualGraph();
    const points = new Map(
      [...read('sampledata.txt').matchAll(/^\s+(\d) \|\s+(\d+) \| [lrb]\s+\|\s+([\d.]+) \| POINT/gm)].map((match) => [
        -Number(match[1]),
        { link: Number(match[2]) - 1, alongMeters: Number(match[3]) },
      ]),
    );
    expect(points.size).toBe(6);
    const { linkFrom, linkTo } = world.graph;
    const snapOf = (node: number): Snap => {
      const link = linkFrom.indexOf(node - 1);
      const atNode = link >= 0 ? { link, alongMeters: 0 } : { link: linkTo.indexOf(node - 1), alongMeters: 1 };
      return { ...(points.get(node) ?? atNode), position: [node, 0], at: [node, 0], offRoadMeters: 0 };
    };
    let checked = 0;
    for (const { query, rows } of listExamples(read('pgr_withPoints.txt'))) {
      // driving on one side only, and points found by the database, are not questions of ours
      if (!/pgr_withPoints\(/.test(query) || /driving_side|findCloseEdges/.test(query)) continue;
      const costs = createManualCosts(world, query);
      const network = { graph: world.graph, costs: () => costs, walkMinutes: () => 0 };
      for (const { from, to, cost } of listCosts(rows)) {
        const pair = { from: [snapOf(from)], to: [snapOf(to)] };
        const [measured] = measureMatrix(network, { ...pair, mode: 'walk', metric: 'meters' });
        expect(measured).toBeCloseTo(cost, 12);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(40);
  });

  it.skipIf(isMissing)(`finds the components of pgr_connectedComponents ${note}`, () => {
    const { graph } = createManualGraph();
    const [example] = listExamples(read('pgr_connectedComponents.txt'));
    const component = findRoadComponents(graph, new Uint8Array(18).fill(1));
    // the manual names a component by its lowest node
    const lowest = [...component].map((number) => component.indexOf(number) + 1);
    const published = [...(example?.rows ?? [])].sort((a, b) => (a.node ?? 0) - (b.node ?? 0));
    expect(lowest).toEqual(published.map(({ component: name }) => name));
  });
});
