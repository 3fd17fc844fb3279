import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createArcCosts } from '#core/network/arc-costs.ts';
import { createSearch, getSearch } from '#core/network/shortest-paths.ts';
import { createLinkGraph } from '#tests/support/link-graph.ts';
import { type PlainArc, reverseArcs, searchPlainly } from '#tests/support/plain-search.ts';

const SEED = 20_261_122;

interface DrawnLink {
  readonly from: number;
  readonly to: number;
  readonly along: number;
  readonly against: number;
}

/** Whole costs, so that sums are exact whatever their order; 21 stands for "closed". Loops, parallel links and costs of 0 are all drawn. */
const drawNetwork = fc.integer({ min: 1, max: 24 }).chain((nodeCount) => {
  const node = fc.integer({ min: 0, max: nodeCount - 1 });
  const cost = fc.integer({ min: 0, max: 21 }).map((drawn) => (drawn === 21 ? Infinity : drawn));
  return fc.record({
    nodeCount: fc.constant(nodeCount),
    links: fc.array(fc.record({ from: node, to: node, along: cost, against: cost }), { maxLength: 40 }),
    seeds: fc.array(fc.record({ node, cost: fc.integer({ min: 0, max: 30 }) }), { minLength: 1, maxLength: 4 }),
    limit: fc.integer({ min: 0, max: 60 }),
    targets: fc.array(node, { minLength: 1, maxLength: 4 }),
  });
});

function createWorld(nodeCount: number, links: readonly DrawnLink[]) {
  const graph = createLinkGraph(nodeCount, links);
  const linkCost = (link: number, forward: boolean) => links[link]?.[forward ? 'along' : 'against'] ?? Infinity;
  const costs = createArcCosts(graph, { mode: 'walk', metric: 'meters', linkCost });
  const arcs = links.flatMap(({ from, to, along, against }): PlainArc[] => [
    { from, to, cost: along },
    { from: to, to: from, cost: against },
  ]);
  return { graph, costs, arcs, search: createSearch(graph) };
}

const toSeeds = (seeds: readonly { readonly node: number; readonly cost: number }[]) => ({
  nodes: seeds.map(({ node }) => node),
  costs: seeds.map(({ cost }) => cost),
});

describe('createSearch', () => {
  it('finds what trying all ways finds, with and against the direction of travel', () => {
    fc.assert(
      fc.property(drawNetwork, ({ nodeCount, links, seeds }) => {
        const { costs, arcs, search } = createWorld(nodeCount, links);
        const { cost } = search.run(costs, toSeeds(seeds), { direction: 'forward' });
        expect([...cost]).toEqual(searchPlainly(nodeCount, arcs, seeds));
        const { cost: back } = search.run(costs, toSeeds(seeds), { direction: 'backward' });
        expect([...back]).toEqual(searchPlainly(nodeCount, reverseArcs(arcs), seeds));
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  it('leaves out exactly what costs more than the limit, and forgets the run before', () => {
    fc.assert(
      fc.property(drawNetwork, ({ nodeCount, links, seeds, limit }) => {
        const { costs, arcs, search } = createWorld(nodeCount, links);
        search.run(costs, toSeeds(seeds), { direction: 'forward' });
        const { cost, reached } = search.run(costs, toSeeds(seeds), { direction: 'forward', limit });
        const within = searchPlainly(nodeCount, arcs, seeds).map((full) => (full <= limit ? full : Infinity));
        expect([...cost]).toEqual(within);
        const expected = within.flatMap((known, node) => (known === Infinity ? [] : [node]));
        expect([...reached].sort((a, b) => a - b)).toEqual(expected);
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  it('knows the final costs of targets when it ends early', () => {
    fc.assert(
      fc.property(drawNetwork, ({ nodeCount, links, seeds, targets }) => {
        const { costs, arcs, search } = createWorld(nodeCount, links);
        const { cost } = search.run(costs, toSeeds(seeds), { direction: 'forward', targets });
        const full = searchPlainly(nodeCount, arcs, seeds);
        expect(targets.map((node) => cost[node])).toEqual(targets.map((node) => full[node]));
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  it('leads back from every node to the seed that serves it, at the cost found', () => {
    fc.assert(
      fc.property(drawNetwork, ({ nodeCount, links, seeds }) => {
        const { graph, costs, search } = createWorld(nodeCount, links);
        const { cost, arcInto, seedOf, reached } = search.run(costs, toSeeds(seeds), { direction: 'forward' });
        for (const start of reached) {
          let node = start;
          let sum = 0;
          for (let arc = arcInto[node] ?? -1; arc >= 0; arc = arcInto[node] ?? -1) {
            expect(graph.arcTarget[arc]).toBe(node);
            sum += costs.forward[arc] ?? Number.NaN;
            node = graph.arcTarget[graph.arcOpposite[arc] ?? 0] ?? -1;
          }
          const seed = seeds[seedOf[start] ?? -1];
          expect(seed?.node).toBe(node);
          expect(cost[start]).toBe(sum + (seed?.cost ?? Number.NaN));
        }
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  it('walks through a row of places where two links meet, and from the other side where that is cheaper', () => {
    // 0 -1- 1 -1- 2 -1- 3 -10- 4 with a short cut 0 -2- 4: node 3 costs 3 from the left and 12 from the right
    const graph = createLinkGraph(5, [
      { from: 0, to: 1, meters: 1 },
      { from: 1, to: 2, meters: 1 },
      { from: 2, to: 3, meters: 1 },
      { from: 3, to: 4, meters: 10 },
      { from: 0, to: 4, meters: 2 },
    ]);
    const linkCost = (link: number) => graph.linkMeters[link] ?? 0;
    const costs = createArcCosts(graph, { mode: 'drive', metric: 'meters', linkCost });
    const { cost } = createSearch(graph).run(costs, { nodes: [0], costs: [0] }, { direction: 'forward' });
    expect([...cost]).toEqual([0, 1, 2, 3, 2]);
  });

  it('reaches nothing from a seed beyond the limit or without a cost', () => {
    const graph = createLinkGraph(2, [{ from: 0, to: 1 }]);
    const costs = createArcCosts(graph, { mode: 'drive', metric: 'meters', linkCost: () => 1 });
    const seeds = { nodes: [0, 1], costs: [5, Infinity] };
    const { reached } = createSearch(graph).run(costs, seeds, { direction: 'forward', limit: 4 });
    expect([...reached]).toEqual([]);
  });
});

describe('getSearch', () => {
  it('gives one search a graph', () => {
    const graph = createLinkGraph(2, [{ from: 0, to: 1 }]);
    expect(getSearch(graph)).toBe(getSearch(graph));
  });
});
