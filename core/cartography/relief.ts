import type { Dem } from '../county/county-rows.ts';
import type { Bbox } from '../geo/bbox.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import { lonLatToMercator, mercatorToLonLat } from '../geo/mercator.ts';

/** Shaded relief as grey values on the DEM's own grid: 0 black to 255 white; `FLAT_SHADE` is level ground. */
export interface Hillshade {
  readonly dem: Dem;
  readonly shades: Uint8Array;
}

/** Height of the sun above the horizon; 45 degrees is the convention. */
const SUN_ALTITUDE = Math.PI / 4;

/** Azimuths of the four suns. */
const SUN_AZIMUTHS = [225, 270, 315, 360].map((degrees) => (degrees * Math.PI) / 180);

/** Elevations are drawn this much higher, so that a 90 m grid does not look flat. */
const EXAGGERATION = 1.6;

/** Metres in a degree of latitude, mean of the meridian. */
const METERS_PER_DEGREE = 111_132;

/** Grey value of level ground. */
export const FLAT_SHADE = Math.round(255 * Math.sin(SUN_ALTITUDE));

/** Box of a DEM. */
export const demBbox = (dem: Dem): Bbox => [
  dem.west,
  dem.north - dem.rows * dem.cellDegrees,
  dem.west + dem.columns * dem.cellDegrees,
  dem.north,
];

const hillshades = new WeakMap<Dem, Hillshade>();

/**
 * Multidirectional hillshade: four suns, each weighted by how squarely the slope faces across it. Made once for each DEM.
 *
 * @see Horn 1981, "Hill shading and the reflectance map", Proc. IEEE 69(1): slope and aspect from the 3 x 3 neighbours
 * @see Mark 1992, "Multidirectional, oblique-weighted, shaded-relief image of the Island of Hawaii", USGS Open-File Report 92-422
 */
export function getHillshade(dem: Dem): Hillshade {
  const known = hillshades.get(dem);
  if (known) return known;
  const shades = new Uint8Array(dem.columns * dem.rows);
  for (let row = 0; row < dem.rows; row++) {
    const latitude = dem.north - (row + 0.5) * dem.cellDegrees;
    const cellY = dem.cellDegrees * METERS_PER_DEGREE;
    const cellX = cellY * Math.cos((latitude * Math.PI) / 180);
    for (let column = 0; column < dem.columns; column++) {
      shades[row * dem.columns + column] = shadeCell(dem, { column, row, cellX, cellY });
    }
  }
  const made = { dem, shades };
  hillshades.set(dem, made);
  return made;
}

interface Cell {
  readonly column: number;
  readonly row: number;
  readonly cellX: number;
  readonly cellY: number;
}

function shadeCell(dem: Dem, { column, row, cellX, cellY }: Cell): number {
  const west = Math.max(0, column - 1);
  const east = Math.min(dem.columns - 1, column + 1);
  const north = Math.max(0, row - 1) * dem.columns;
  const middle = row * dem.columns;
  const south = Math.min(dem.rows - 1, row + 1) * dem.columns;
  const z = dem.elevations;
  const at = (index: number): number => z[index] ?? 0;
  // rise to the east and to the north by Horn's weights
  const dx =
    (EXAGGERATION *
      (at(north + east) +
        2 * at(middle + east) +
        at(south + east) -
        at(north + west) -
        2 * at(middle + west) -
        at(south + west))) /
    (8 * cellX);
  const dy =
    (EXAGGERATION *
      (at(north + west) +
        2 * at(north + column) +
        at(north + east) -
        at(south + west) -
        2 * at(south + column) -
        at(south + east))) /
    (8 * cellY);
  const slope = Math.atan(Math.hypot(dx, dy));
  // azimuth of the way down, clockwise from north
  const aspect = Math.atan2(-dx, -dy);
  let shade = 0;
  for (const azimuth of SUN_AZIMUTHS) {
    const light =
      Math.sin(SUN_ALTITUDE) * Math.cos(slope) + Math.cos(SUN_ALTITUDE) * Math.sin(slope) * Math.cos(azimuth - aspect);
    shade += Math.sin(aspect - azimuth) ** 2 * Math.max(0, light);
  }
  // the four squared sines add up to 2
  return Math.round(Math.min(1, shade / 2) * 255);
}

/** Shade at a position, between cells by bilinear interpolation; beyond the DEM `FLAT_SHADE`. */
export const sampleHillshade = (hillshade: Hillshade, [lon, lat]: LonLat): number => shadeAt(hillshade, lon, lat);

function shadeAt({ dem, shades }: Hillshade, lon: number, lat: number): number {
  const x = (lon - dem.west) / dem.cellDegrees - 0.5;
  const y = (dem.north - lat) / dem.cellDegrees - 0.5;
  if (x < -0.5 || y < -0.5 || x > dem.columns - 0.5 || y > dem.rows - 0.5) return FLAT_SHADE;
  const column = Math.max(0, Math.min(dem.columns - 2, Math.floor(x)));
  const row = Math.max(0, Math.min(dem.rows - 2, Math.floor(y)));
  const fx = Math.max(0, Math.min(1, x - column));
  const fy = Math.max(0, Math.min(1, y - row));
  const at = row * dem.columns + column;
  const top = (shades[at] ?? 0) * (1 - fx) + (shades[at + 1] ?? 0) * fx;
  const bottom = (shades[at + dem.columns] ?? 0) * (1 - fx) + (shades[at + dem.columns + 1] ?? 0) * fx;
  return top * (1 - fy) + bottom * fy;
}

/** A grid of pixels over any projection. */
export interface PixelGrid {
  readonly columns: number;
  readonly rows: number;
  /** Writes where the centres of a row's pixels are, one for each column: half a million of them are asked for. */
  readonly placeRow: (row: number, lons: Float64Array, lats: Float64Array) => void;
}

/** The hillshade on another grid, such as the frame of a sheet: grey values row by row. */
export function projectHillshade(hillshade: Hillshade, { columns, rows, placeRow }: PixelGrid): Uint8Array {
  const pixels = new Uint8Array(columns * rows);
  const lons = new Float64Array(columns);
  const lats = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    placeRow(row, lons, lats);
    for (let column = 0; column < columns; column++)
      pixels[row * columns + column] = Math.round(shadeAt(hillshade, lons[column] ?? 0, lats[column] ?? 0));
  }
  return pixels;
}

/** Grid over a box whose rows are even in mercator, as an image source of the screen's map needs them. */
export function createMercatorGrid(bbox: Bbox, columns: number, rows: number): PixelGrid {
  const [westX, southY] = lonLatToMercator([bbox[0], bbox[1]]);
  const [eastX, northY] = lonLatToMercator([bbox[2], bbox[3]]);
  return {
    columns,
    rows,
    placeRow: (row, lons, lats) => {
      for (let column = 0; column < columns; column++) {
        const [lon, lat] = mercatorToLonLat([
          westX + ((column + 0.5) / columns) * (eastX - westX),
          northY + ((row + 0.5) / rows) * (southY - northY),
        ]);
        lons[column] = lon;
        lats[column] = lat;
      }
    },
  };
}
