import type { County } from '../../county/county.ts';
import { metersPerDegreeAt } from '../../geo/local-metric.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { SUITABILITY_CLASSES } from '../rules/site-rule.ts';
import { createSuitabilityGrid } from '../suitability/create-suitability-grid.ts';

/** Points lie on this grid: fine enough for a site of some hectares. */
const CELL_METERS = 200;
/** From one try to the next the points may stand this much closer together. */
const CLOSER = 0.75;
const LEAST_METERS = CELL_METERS;

/**
 * Points of the suitability map, best first and well spread: each is the best that is left farther than a distance from all before it, the distance
 * being made smaller until there are enough. None breaks a forbidding rule or has to be argued for.
 *
 * @returns as many as asked for, or as there are
 */
export function pickSuitablePoints(county: County, count: number): readonly LonLat[] {
  if (count === 0) return [];
  const cells = listCells(county);
  const picked: LonLat[] = [];
  const [whole] = county.areas;
  const areaSquareMeters = whole?.areaSquareMeters ?? 0;
  const metric = metersPerDegreeAt(whole?.seat[1] ?? 0);
  const isFar = ([lon, lat]: LonLat, meters: number): boolean =>
    picked.every(([otherLon, otherLat]) => {
      const x = (lon - otherLon) * metric.lon;
      const y = (lat - otherLat) * metric.lat;
      return x * x + y * y >= meters * meters;
    });
  for (let meters = Math.sqrt(areaSquareMeters / count); meters >= LEAST_METERS; meters *= CLOSER) {
    for (const cell of cells) {
      if (picked.length === count) return picked;
      if (isFar(cell, meters)) picked.push(cell);
    }
  }
  return picked;
}

/** Centres of cells at which a site may stand without argument, best first. */
function listCells(county: County): readonly LonLat[] {
  const grid = createSuitabilityGrid(county, { cellMeters: CELL_METERS });
  const least = SUITABILITY_CLASSES.indexOf('poor');
  const order = [...grid.classes.keys()].filter((cell) => (grid.classes[cell] ?? 0) >= least);
  order.sort((a, b) => (grid.scores[b] ?? 0) - (grid.scores[a] ?? 0) || a - b);
  const { columns, lonOfColumn, latOfRow } = grid.frame;
  return order.map((place): LonLat => {
    const cell = grid.cells[place] ?? 0;
    return [lonOfColumn[cell % columns] ?? 0, latOfRow[Math.floor(cell / columns)] ?? 0];
  });
}
