import type { County } from '../../county/county.ts';
import type { IsoDate } from '../../county/dates.ts';
import { metersPerDegreeAt } from '../../geo/local-metric.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { straightDistanceMeters } from '../../geo/straight-distance.ts';
import { getSiteGround } from '../ground/site-ground.ts';
import { findForbidding } from '../rules/judge-place.ts';
import { type CountyCells, getCountyCells } from './county-cells.ts';
import { refuseCells } from './create-suitability-grid.ts';
import { centreOfCell } from './grid-frame.ts';
import { createGridLayers, type GridLayers } from './grid-layers.ts';

/** Side of the cells whose centres are offered. */
const CELL_METERS = 100;

/** The plane may err by this share, and by this many metres, against the ellipsoid: cells so little farther are measured too. */
const PLANE_SHARE = 1.002;
const PLANE_METERS = 1;

/** A place that breaks no forbidding rule. */
export interface FeasiblePlace {
  readonly position: LonLat;
  /** Straight, from where it was asked. */
  readonly straightMeters: number;
}

/**
 * The nearest place to a position that breaks no forbidding rule: of the centres of the 100 m grid the one with the shortest straight distance, each
 * asked of the rules again before it is offered. Null = no cell of the county passes.
 */
export function findNearestFeasible(
  county: County,
  position: LonLat,
  { asOf }: { readonly asOf?: IsoDate } = {},
): FeasiblePlace | null {
  const ground = getSiteGround(county, asOf);
  const countyCells = getCountyCells(ground.boundary, CELL_METERS);
  const refused = getRefused(county, createGridLayers(ground, countyCells));
  for (const place of listNearest(countyCells, refused, position)) {
    if (findForbidding(ground, place.position) === null) return place;
  }
  return null;
}

const keptRefused = new WeakMap<
  County,
  { readonly cells: Int32Array; readonly asOf: IsoDate; readonly flags: Uint8Array }
>();

/** Which cells are refused; those of the day asked last are kept with the county. */
function getRefused(county: County, layers: GridLayers): Uint8Array {
  const { cells } = layers.countyCells;
  const { asOf } = layers.ground;
  const kept = keptRefused.get(county);
  if (kept?.cells === cells && kept.asOf === asOf) return kept.flags;
  const flags = refuseCells(county, layers);
  keptRefused.set(county, { cells, asOf, flags });
  return flags;
}

/** Cells that are as near as the nearest, by straight distance, then by cell. */
function listNearest({ frame, cells }: CountyCells, refused: Uint8Array, position: LonLat): readonly FeasiblePlace[] {
  const { columns, lonOfColumn, latOfRow } = frame;
  // the plane of each row lies half way to the position
  const planes = Array.from(latOfRow, (lat) => metersPerDegreeAt((lat + position[1]) / 2));
  const squareTo = (cell: number): number => {
    const row = Math.floor(cell / columns);
    const plane = planes[row];
    const x = ((lonOfColumn[cell - row * columns] as number) - position[0]) * (plane?.lon ?? 0);
    const y = ((latOfRow[row] as number) - position[1]) * (plane?.lat ?? 0);
    return x * x + y * y;
  };
  let best = Infinity;
  for (let i = 0; i < cells.length; i++) {
    if (refused[i] === 0) best = Math.min(best, squareTo(cells[i] as number));
  }
  if (best === Infinity) return [];
  const limit = (Math.sqrt(best) * PLANE_SHARE + PLANE_METERS) ** 2;
  const near = cells.filter((cell, i) => refused[i] === 0 && squareTo(cell) <= limit);
  return Array.from(near, (cell) => {
    const centre = centreOfCell(frame, cell);
    return { position: centre, straightMeters: straightDistanceMeters(position, centre) };
  }).sort((a, b) => a.straightMeters - b.straightMeters);
}
