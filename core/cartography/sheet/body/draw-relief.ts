import type { County } from '../../../county/county.ts';
import type { Dem } from '../../../county/county-rows.ts';
import { demBbox, FLAT_SHADE, getHillshade, type PixelGrid, projectHillshade } from '../../relief.ts';
import type { ImageItem, Rect } from '../drawing.ts';
import type { SheetProjection } from '../sheet-projection.ts';

/** Shading never darkens the paper by more than this share (domain.md section 8: at most 10 % under shaded areas). */
const MOST_SHADE = 0.1;
/** Metres in a degree of latitude, mean of the meridian. */
const METERS_PER_DEGREE = 111_132;
/** More pixels than this are not drawn: the whole county at 90 m has half a million. */
const MOST_PIXELS = 2_000_000;

interface DrawnRelief {
  readonly dem: Dem;
  readonly share: number;
  readonly image: ImageItem | null;
}

/** The last one of each projection: maps and days of one ground have the same. */
const known = new WeakMap<SheetProjection, DrawnRelief>();

/**
 * The hillshade on the paper's own grid at the resolution of the elevation data, as grey to be multiplied: level ground stays white.
 *
 * @param opacity share of the definition, held to 10 %
 */
export function drawRelief(
  { dem }: Pick<County, 'dem'>,
  projection: SheetProjection,
  opacity: number,
): ImageItem | null {
  if (dem === null) return null;
  const share = Math.min(MOST_SHADE, opacity);
  const found = known.get(projection);
  if (found?.dem === dem && found.share === share) return found.image;
  const image = shadeMap(dem, projection, share);
  known.set(projection, { dem, share, image });
  return image;
}

function shadeMap(dem: Dem, projection: SheetProjection, share: number): ImageItem | null {
  const place = demPlace(dem, projection);
  if (place === null) return null;
  const cell = Math.max(
    (dem.cellDegrees * METERS_PER_DEGREE) / projection.metersPerMillimeter,
    Math.sqrt((place.width * place.height) / MOST_PIXELS),
  );
  const columns = Math.max(1, Math.round(place.width / cell));
  const rows = Math.max(1, Math.round(place.height / cell));
  const shades = projectHillshade(getHillshade(dem), {
    columns,
    rows,
    placeRow: createLattice(place, projection, { columns, rows }),
  });
  const greys = Uint8Array.from({ length: 256 }, (_, shade) =>
    Math.round(255 * (1 - share * Math.max(0, 1 - shade / FLAT_SHADE))),
  );
  for (let i = 0; i < shades.length; i++) shades[i] = greys[shades[i] ?? 0] ?? 0;
  return { kind: 'image', ...place, columns, rows, pixels: shades };
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
): PixelGrid['placeRow'] {
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
  return (row, ofRow, latsOfRow) => {
    const at = Math.floor(row / LATTICE_STEP) * across;
    const down = (row % LATTICE_STEP) / LATTICE_STEP;
    interpolateRow(lons, { at, across, down }, ofRow);
    interpolateRow(lats, { at, across, down }, latsOfRow);
  };
}

/** Values of a row between two rows of the lattice. */
function interpolateRow(
  values: Float64Array,
  { at, across, down }: { readonly at: number; readonly across: number; readonly down: number },
  row: Float64Array,
): void {
  const valueAt = (i: number): number => (values[at + i] ?? 0) * (1 - down) + (values[at + across + i] ?? 0) * down;
  let [left, right] = [0, valueAt(0)];
  for (let column = 0; column < row.length; column++) {
    const past = column % LATTICE_STEP;
    if (past === 0) [left, right] = [right, valueAt(column / LATTICE_STEP + 1)];
    row[column] = left + ((right - left) * past) / LATTICE_STEP;
  }
}

/** Where the elevation data lies within the map, or null. */
function demPlace(dem: Dem, projection: SheetProjection): Rect | null {
  const [west, south, east, north] = demBbox(dem);
  const corners = [projection.toPaper([west, north]), projection.toPaper([east, south])] as const;
  const { map } = projection;
  const left = Math.max(map.x, corners[0][0]);
  const top = Math.max(map.y, corners[0][1]);
  const width = Math.min(map.x + map.width, corners[1][0]) - left;
  const height = Math.min(map.y + map.height, corners[1][1]) - top;
  return width > 0 && height > 0 ? { x: left, y: top, width, height } : null;
}
