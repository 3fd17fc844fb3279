import type { County } from '../../../county/county.ts';
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
    toLonLat: (column, row) =>
      projection.toLonLat([
        place.x + ((column + 0.5) / columns) * place.width,
        place.y + ((row + 0.5) / rows) * place.height,
      ]),
  });
  const share = Math.min(MOST_SHADE, opacity);
  const pixels = shades.map((shade) => Math.round(255 * (1 - share * Math.max(0, 1 - shade / FLAT_SHADE))));
  return { kind: 'image', ...place, columns, rows, pixels };
}

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
