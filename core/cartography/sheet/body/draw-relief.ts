import type { County } from '../../../county/county.ts';
import type { LonLat } from '../../../geo/lon-lat.ts';
import { demBbox, FLAT_SHADE, getHillshade, projectHillshade } from '../../relief.ts';
import type { ImageItem, Rect } from '../drawing.ts';
import type { SheetProjection } from '../sheet-projection.ts';

/** Shading never darkens the paper by more than this share (domain.md section 8: at most 10 % under shaded areas). */
const MOST_SHADE = 0.1;
/** Metres in a degree of latitude, mean of the meridian. */
const METERS_PER_DEGREE = 111_132;
/** More pixels than this are not drawn: the whole county at 90 m has half a million. */
const MOST_PIXELS = 2_000_000;

/**
 * The hillshade on the paper's own grid at the resolution of the elevation data, as grey to be multiplied: level ground stays white.
 *
 * @param opacity share of the definition, held to 10 %
 */
export function drawRelief(county: County, projection: SheetProjection, opacity: number): ImageItem | null {
  if (county.dem === null) return null;
  const place = demPlace(county.dem, projection);
  if (place === null) return null;
  const cell = Math.max(
    (county.dem.cellDegrees * METERS_PER_DEGREE) / projection.metersPerMillimeter,
    Math.sqrt((place.width * place.height) / MOST_PIXELS),
  );
  const columns = Math.max(1, Math.round(place.width / cell));
  const rows = Math.max(1, Math.round(place.height / cell));
  const shades = projectHillshade(getHillshade(county.dem), {
    columns,
    rows,
    toLonLat: createLattice(place, projection, { columns, rows }),
  });
  const share = Math.min(MOST_SHADE, opacity);
  const pixels = shades.map((shade) => Math.round(255 * (1 - share * Math.max(0, 1 - shade / FLAT_SHADE))));
  return { kind: 'image', ...place, columns, rows, pixels };
}

/** Pixels between the points that are projected; between them positions are interpolated. */
const LATTICE_STEP = 16;

/**
 * Positions of pixel centres: every sixteenth is projected, between them linear in both directions. Over the 1.5 km of a step the projection bends
 * by less than a metre, a hundredth of a cell of the elevation data.
 */
function createLattice(
  place: Rect,
  projection: SheetProjection,
  { columns, rows }: { readonly columns: number; readonly rows: number },
): (column: number, row: number) => LonLat {
  const across = Math.ceil(columns / LATTICE_STEP) + 1;
  const down = Math.ceil(rows / LATTICE_STEP) + 1;
  const lons = new Float64Array(across * down);
  const lats = new Float64Array(across * down);
  for (let j = 0; j < down; j++)
    for (let i = 0; i < across; i++) {
      const [lon, lat] = projection.toLonLat([
        place.x + ((i * LATTICE_STEP + 0.5) / columns) * place.width,
        place.y + ((j * LATTICE_STEP + 0.5) / rows) * place.height,
      ]);
      lons[j * across + i] = lon;
      lats[j * across + i] = lat;
    }
  return (column, row) => {
    const i = Math.floor(column / LATTICE_STEP);
    const j = Math.floor(row / LATTICE_STEP);
    const [x, y] = [column / LATTICE_STEP - i, row / LATTICE_STEP - j];
    const at = j * across + i;
    return [between(lons, at, { x, y, across }), between(lats, at, { x, y, across })];
  };
}

const between = (
  values: Float64Array,
  at: number,
  { x, y, across }: { readonly x: number; readonly y: number; readonly across: number },
): number =>
  ((values[at] ?? 0) * (1 - x) + (values[at + 1] ?? 0) * x) * (1 - y) +
  ((values[at + across] ?? 0) * (1 - x) + (values[at + across + 1] ?? 0) * x) * y;

/** Where the elevation data lies within the map, or null. */
function demPlace(dem: NonNullable<County['dem']>, projection: SheetProjection): Rect | null {
  const [west, south, east, north] = demBbox(dem);
  const corners = [projection.toPaper([west, north]), projection.toPaper([east, south])] as const;
  const { map } = projection;
  const left = Math.max(map.x, corners[0][0]);
  const top = Math.max(map.y, corners[0][1]);
  const width = Math.min(map.x + map.width, corners[1][0]) - left;
  const height = Math.min(map.y + map.height, corners[1][1]) - top;
  return width > 0 && height > 0 ? { x: left, y: top, width, height } : null;
}
