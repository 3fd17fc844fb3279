import type { Bbox } from '../geo/bbox.ts';
import { lonLatToMercator } from '../geo/mercator.ts';

/** Pixels of the screen's map that the area fills. */
const SCREEN_PIXELS = 800;

/** Side of the world's tile at zoom 0 in the screen's map library, pixels. */
const WORLD_PIXELS = 512;

/** Side of the square of EPSG:3857 in metres. */
const WORLD_METERS = 2 * Math.PI * 6_378_137;

/** Zoom at which the larger side of a box is as long as a screen's map, rounded to a hundredth. */
export function fitZoom(bbox: Bbox): number {
  const [west, south] = lonLatToMercator([bbox[0], bbox[1]]);
  const [east, north] = lonLatToMercator([bbox[2], bbox[3]]);
  const meters = Math.max(east - west, north - south, 1);
  const zoom = Math.log2((SCREEN_PIXELS * WORLD_METERS) / (meters * WORLD_PIXELS));
  return Math.round(Math.min(18, zoom) * 100) / 100;
}
