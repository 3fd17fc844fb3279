import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createArcCosts } from '#core/network/arc-costs.ts';
import { createSearch } from '#core/network/shortest-paths.ts';
import { createLinkGraph } from '#tests/support/link-graph.ts';

/** Ten segments whose routes, costs and effects of an upgrade the README states. */
const CHECK_DATA = '../shared/data/moz-roadnet';
const isMissing = !existsSync(CHECK_DATA);
const note = `(skipped without ${CHECK_DATA})`;

/** Segments that cannot be used in a flood of the README's return periods 9 and 10. */
const FLOODS = { dry: [], period9: [2, 3], period10: [2, 3, 5] } as const;
type Flood = keyof typeof FLOODS;

/** A - B costs 2.72 when segment 2 is asphalt and 3.75 before, says the README: asphalt costs 0.22 a kilometre. */
const ASPHALT_COST = 0.22;

interface Way {
  readonly name: number;
  readonly from: string;
  readonly to: string;
  readonly kilometers: number;
  /** Road user cost of a kilometre. */
  readonly cost: number;
}

function readWays(): readonly Way[] {
  const text = readFileSync(`${CHECK_DATA}/fixtures/roadnetwork.osm`, 'utf8');
  return [...text.matchAll(/<way .*?<\/way>/g)].map(([way]) => {
    const tag = (key: string) => new RegExp(`k="${key}" v="([^"]+)"`).exec(way)?.[1] ?? '';
    const [from = '', to = ''] = [...way.matchAll(/<nd ref="(\d+)"/g)].map((match) => match[1] ?? '');
    return { name: Number(tag('NAME')), from, to, kilometers: Number(tag('length')) / 1000, cost: Number(tag('RUC')) };
  });
}

/** Node ids of A, B and C in the file: at 0, 0; at 0.0269, 0; at 0.0180, 0.0045. */
const PLACES = { a: '2', b: '7', c: '19' } as const;

function createWorld() {
  const ways = readWays();
  const nodes = [...new Set(ways.flatMap(({ from, to }) => [from, to]))];
  const graph = createLinkGraph(
    nodes.length,
    ways.map(({ from, to, kilometers }) => ({ from: nodes.indexOf(from), to: nodes.indexOf(to), meters: kilometers })),
  );
  /** Least road user cost between two places; `Infinity` = cut off. */
  return (
    from: keyof typeof PLACES,
    to: keyof typeof PLACES,
    { flood = 'dry', upgraded = 0 }: { readonly flood?: Flood; readonly upgraded?: number } = {},
  ): number => {
    const closed: readonly number[] = FLOODS[flood];
    const linkCost = (link: number) => {
      const way = ways[link];
      if (!way || closed.includes(way.name)) return Infinity;
      return way.kilometers * (way.name === upgraded ? ASPHALT_COST : way.cost);
    };
    const costs = createArcCosts(graph, { mode: 'drive', metric: 'minutes', linkCost });
    const seeds = { nodes: [nodes.indexOf(PLACES[from])], costs: [0] };
    const { cost } = createSearch(graph).run(costs, seeds, { direction: 'forward' });
    return cost[nodes.indexOf(PLACES[to])] ?? Number.NaN;
  };
}

describe('the ten segments of moz-datapipeline', () => {
  it.skipIf(isMissing)(`cost 3.75 from A to B, 4.25 and 4.45 as floods close segments ${note}`, () => {
    const measure = createWorld();
    expect(measure('a', 'b')).toBeCloseTo(3.75, 9);
    expect(measure('a', 'b', { flood: 'period9' })).toBeCloseTo(4.25, 9);
    expect(measure('a', 'b', { flood: 'period10' })).toBeCloseTo(4.45, 9);
    expect(measure('b', 'a', { flood: 'period10' })).toBeCloseTo(4.45, 9);
  });

  it.skipIf(isMissing)(`cut off C in both floods ${note}`, () => {
    const measure = createWorld();
    expect(measure('a', 'c')).toBeCloseTo(1.25 + 1.25 + 0.4, 9);
    for (const flood of ['period9', 'period10'] as const) {
      expect(measure('a', 'c', { flood })).toBe(Infinity);
      expect(measure('b', 'c', { flood })).toBe(Infinity);
    }
  });

  it.skipIf(isMissing)(`lose as much to floods as before when segment 1 or 10 is upgraded ${note}`, () => {
    const measure = createWorld();
    for (const flood of ['period9', 'period10'] as const) {
      const loss = measure('a', 'b', { flood }) - measure('a', 'b');
      for (const upgraded of [1, 10]) {
        expect(measure('a', 'b', { flood, upgraded }) - measure('a', 'b', { upgraded })).toBeCloseTo(loss, 9);
      }
      expect(measure('a', 'b', { flood, upgraded: 10 })).toBe(measure('a', 'b', { flood }));
    }
  });

  it.skipIf(isMissing)(`lose more when 2 or 3 is upgraded and less when 7, 8 or 9 is ${note}`, () => {
    const measure = createWorld();
    for (const flood of ['period9', 'period10'] as const) {
      const lossWith = (upgraded: number) => measure('a', 'b', { flood, upgraded }) - measure('a', 'b', { upgraded });
      for (const upgraded of [2, 3]) expect(lossWith(upgraded)).toBeGreaterThan(lossWith(0));
      for (const upgraded of [7, 8, 9]) expect(lossWith(upgraded)).toBeLessThan(lossWith(0));
    }
    expect(measure('a', 'b', { upgraded: 2 })).toBeCloseTo(2.72, 9);
  });
});
