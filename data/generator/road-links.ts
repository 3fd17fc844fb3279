import type { RoadClass, RoadFunction } from '#core/county/kinds.ts';
import { COUNTY_GRID, stepsOf } from './grid.ts';

/** A road that was built in one go: all its links carry its number. */
export interface Route {
  readonly roadClass: RoadClass;
  readonly number: string;
  readonly roadFunction: RoadFunction | null;
}

const STEPS = stepsOf(COUNTY_GRID);
const directionByOffset = new Map(STEPS.map((step, i) => [step.offset, i]));

/** Roads as links between neighbouring cells; each link belongs to the route that built it. */
export interface RoadLinks {
  readonly routes: Route[];
  has(cell: number): boolean;
  hasLink(a: number, b: number): boolean;
  /** Index of the route of a link. */
  routeOf(a: number, b: number): number;
  /** Cells linked to a cell, in a fixed order. */
  neighbours(cell: number): number[];
  /** Adds a route along cells; links that exist stay as they are. */
  addRoute(route: Route, cells: readonly number[]): void;
  /** All cells with a road, ascending. */
  cells(): number[];
}

/** No roads yet. */
export function createRoadLinks(): RoadLinks {
  const mask = new Uint8Array(COUNTY_GRID.columns * COUNTY_GRID.rows);
  const routeByLink = new Map<number, number>();
  const routes: Route[] = [];
  const keyOf = (a: number, b: number): number => Math.min(a, b) * 8 + (directionByOffset.get(Math.abs(b - a)) ?? 0);
  const hasLink = (a: number, b: number): boolean => {
    const direction = directionByOffset.get(b - a);
    return direction !== undefined && ((mask[a] as number) & (1 << direction)) !== 0;
  };
  const addLink = (a: number, b: number, route: number): void => {
    mask[a] = (mask[a] as number) | (1 << (directionByOffset.get(b - a) ?? 0));
    mask[b] = (mask[b] as number) | (1 << (directionByOffset.get(a - b) ?? 0));
    routeByLink.set(keyOf(a, b), route);
  };
  return {
    routes,
    has: (cell) => mask[cell] !== 0,
    hasLink,
    routeOf: (a, b) => routeByLink.get(keyOf(a, b)) ?? -1,
    neighbours: (cell) =>
      STEPS.filter((_, i) => ((mask[cell] as number) & (1 << i)) !== 0).map((step) => cell + step.offset),
    addRoute: (route, cells) => {
      const index = routes.push(route) - 1;
      for (let i = 0; i + 1 < cells.length; i++) {
        const [a, b] = [cells[i] as number, cells[i + 1] as number];
        if (!hasLink(a, b)) addLink(a, b, index);
      }
    },
    cells: () => {
      const found: number[] = [];
      for (const [cell, bits] of mask.entries()) if (bits !== 0) found.push(cell);
      return found;
    },
  };
}
