import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LocationProblem } from '#core/planning/solvers/location-problem.ts';
import { createRandom } from '../random.ts';

const SHARED = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** A problem with a name, and the optimum where one is published. */
export interface Instance {
  readonly name: string;
  readonly problem: LocationProblem;
  readonly published: number | null;
}

/** Table of costs, square where candidates are the demands. */
interface Costs {
  readonly demandCount: number;
  readonly candidateCount: number;
  readonly costs: Float64Array;
}

/** A p-median over a cost table; all demands weigh 1 when nothing else is said. */
export function createMedianProblem(table: Costs, sites: number, weights?: Float64Array): LocationProblem {
  return {
    kind: 'p_median',
    ...table,
    weights: weights ?? new Float64Array(table.demandCount).fill(1),
    sizes: null,
    capacities: null,
    required: [],
    excluded: [],
    sites,
    opening: null,
    limit: null,
    seed: 1,
  };
}

/** The given instances of the OR-Library (Beasley 1985); empty where they are absent. */
export function readPmedInstances(): readonly Instance[] {
  const optima = readOptima('orlib-pmed');
  return [...optima].map(([name, published]) => {
    const [n = 0, m = 0, p = 0, ...rest] = readNumbers(`orlib-pmed/${name}.txt`);
    const edges = Array.from({ length: m }, (_, e) => rest.slice(3 * e, 3 * e + 3) as unknown as Edge);
    const problem = createMedianProblem(
      measureGraph(
        n,
        edges.map(([a, b, cost]) => [a - 1, b - 1, cost] as const),
      ),
      p,
    );
    return { name: `${name} (n ${n}, p ${p})`, problem, published };
  });
}

/** The given capacitated instances (Osman & Christofides 1994); empty where they are absent. */
export function readPmedcapInstances(): readonly Instance[] {
  return [...readOptima('orlib-pmedcap')].map(([name, published]) => {
    const [, , n = 0, p = 0, capacity = 0, ...rest] = readNumbers(`orlib-pmedcap/${name}.txt`);
    const points = Array.from({ length: n }, (_, i) => rest.slice(4 * i + 1, 4 * i + 4));
    return { name: `${name} (n ${n}, p ${p})`, problem: createCapacitated(points, { p, capacity }), published };
  });
}

type Edge = readonly [from: number, to: number, cost: number];

/** An own graph by the recipe of the OR-Library family: n² ÷ 50 edges of whole length 1 to 100, a path through all nodes among them. */
export function generatePmed(n: number, p: number, seed: number): Instance {
  const random = createRandom(seed);
  const length = () => 1 + Math.floor(random() * 100);
  const edges: Edge[] = Array.from({ length: n - 1 }, (_, i) => [i, i + 1, length()]);
  while (edges.length < (n * n) / 50) edges.push([Math.floor(random() * n), Math.floor(random() * n), length()]);
  return {
    name: `own graph (n ${n}, p ${p})`,
    problem: createMedianProblem(measureGraph(n, edges), p),
    published: null,
  };
}

/** Own points by the recipe of Osman & Christofides: whole positions 0 to 100, demands 1 to 20, capacity at 82 to 96 % use. */
export function generatePmedcap(n: number, p: number, seed: number): Instance {
  const random = createRandom(seed);
  const whole = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const points = Array.from({ length: n }, () => [whole(0, 100), whole(0, 100), whole(1, 20)]);
  const total = points.reduce((sum, [, , size = 0]) => sum + size, 0);
  const capacity = Math.ceil(total / (p * 0.88));
  return { name: `own points (n ${n}, p ${p})`, problem: createCapacitated(points, { p, capacity }), published: null };
}

/** Many demands and few sites on a square, weights as sizes, costs not whole. */
export function generateCountyLike(demands: number, candidates: number, sites: number): Instance {
  const random = createRandom(97);
  const place = () => [random() * 100, random() * 100] as const;
  const [from, to] = [Array.from({ length: demands }, place), Array.from({ length: candidates }, place)];
  const sizes = Float64Array.from({ length: demands }, () => 1 + Math.floor(random() * 20));
  const costs = Float64Array.from(from.flatMap(([x, y]) => to.map(([a, b]) => Math.hypot(x - a, y - b))));
  const capacity = Math.ceil((sizes.reduce((sum, size) => sum + size, 0) / sites) * 1.1);
  const table = { demandCount: demands, candidateCount: candidates, costs };
  return {
    name: `own points, ${demands} demands x ${candidates} sites, ${sites} open`,
    problem: {
      ...createMedianProblem(table, sites, sizes),
      kind: 'capacitated_p_median',
      sizes,
      capacities: new Float64Array(candidates).fill(capacity),
    },
    published: null,
  };
}

function createCapacitated(
  points: readonly (readonly number[])[],
  { p, capacity }: { readonly p: number; readonly capacity: number },
): LocationProblem {
  const n = points.length;
  const costs = points.flatMap(([x = 0, y = 0]) =>
    points.map(([a = 0, b = 0]) => Math.floor(Math.hypot(x - a, y - b))),
  );
  const table = { demandCount: n, candidateCount: n, costs: Float64Array.from(costs) };
  return {
    ...createMedianProblem(table, p),
    kind: 'capacitated_p_median',
    sizes: Float64Array.from(points, ([, , size = 0]) => size),
    capacities: new Float64Array(n).fill(capacity),
  };
}

/** All pairs of an undirected graph by Floyd & Warshall; of doubled edges the last counts. */
function measureGraph(n: number, edges: readonly Edge[]): Costs {
  const costs = new Float64Array(n * n).fill(Infinity);
  for (const [a, b, cost] of edges) {
    costs[a * n + b] = cost;
    costs[b * n + a] = cost;
  }
  for (let i = 0; i < n; i++) costs[i * n + i] = 0;
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) {
      const toK = costs[i * n + k] as number;
      if (toK === Infinity) continue;
      for (let j = 0; j < n; j++) {
        const over = toK + (costs[k * n + j] as number);
        if (over < (costs[i * n + j] as number)) costs[i * n + j] = over;
      }
    }
  }
  return { demandCount: n, candidateCount: n, costs };
}

function readNumbers(path: string): readonly number[] {
  return readFileSync(SHARED + path, 'utf8')
    .trim()
    .split(/\s+/)
    .map(Number);
}

/** Published optimum by name of instance. */
function readOptima(folder: string): ReadonlyMap<string, number> {
  const path = `${SHARED}${folder}/EXPECTED.csv`;
  if (!existsSync(path)) return new Map();
  const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const column = header.split(',').findIndex((name) => name.startsWith('published_optimum'));
  return new Map(lines.map((line) => [line.split(',')[0] ?? '', Number(line.split(',')[column])]));
}
