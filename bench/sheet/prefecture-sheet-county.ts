import { arrangePieces } from '#core/county/build-county.ts';
import type { Area, County } from '#core/county/county.ts';
import { cutSegments } from '#core/county/cut-segments.ts';
import type { Bbox } from '#core/geo/bbox.ts';
import { createPrefecture } from '../network/prefecture.ts';
import { createPrefectureCounty } from '../network/prefecture-county.ts';

/** Ten segments for each. */
const VILLAGES = 20_000;
const SEED = 529_901;
/** Towns in a row and in a column, and villages of a town. */
const TOWNS = 10;
const VILLAGES_OF_TOWN = 5;
/** Ground beyond the outermost seats. */
const MARGIN_DEGREES = 0.01;

/** The sheet draws every segment, cut at the boundaries; where they meet does not matter to it. */
const NO_TOPOLOGY: Parameters<typeof createPrefectureCounty>[2] = { links: [], faults: [] };

/** A prefecture of 200,000 segments with 100 towns and 2,500 villages as a county, of which a sheet can be made; without people and relief. */
export function createPrefectureSheetCounty(base: County): County {
  const prefecture = createPrefecture({ villages: VILLAGES, seed: SEED });
  const county = createPrefectureCounty(base, prefecture, NO_TOPOLOGY);
  const longitudes = prefecture.seats.map(([lon]) => lon);
  const latitudes = prefecture.seats.map(([, lat]) => lat);
  const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b));
  const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b));
  const whole: Bbox = [
    least(longitudes) - MARGIN_DEGREES,
    least(latitudes) - MARGIN_DEGREES,
    most(longitudes) + MARGIN_DEGREES,
    most(latitudes) + MARGIN_DEGREES,
  ];
  const areas = listAreas(base, whole);
  return { ...county, areas, pieces: arrangePieces(cutSegments(county.segments, areas), county.segments) };
}

/** The county, its towns and their villages as a grid, sorted by code. */
function listAreas(base: County, whole: Bbox): readonly Area[] {
  const towns = divide(whole, TOWNS).flatMap((townBox, town) => {
    const code = `${base.code}${String(town + 100)}`;
    const villages = divide(townBox, VILLAGES_OF_TOWN).map((box, village) =>
      createArea(base, 'village', { code: `${code}${String(village + 200)}`, name: `${town + 1}-${village + 1}`, box }),
    );
    return [createArea(base, 'town', { code, name: `${town + 1}`, box: townBox }), ...villages];
  });
  return [createArea(base, 'county', { code: base.code, name: null, box: whole }), ...towns];
}

/** A box in so many columns and rows, from the southwest. */
function divide([west, south, east, north]: Bbox, count: number): readonly Bbox[] {
  const lonAt = (step: number): number => west + ((east - west) * step) / count;
  const latAt = (step: number): number => south + ((north - south) * step) / count;
  return Array.from({ length: count * count }, (_, i) => {
    const [column, row] = [i % count, Math.floor(i / count)];
    return [lonAt(column), latAt(row), lonAt(column + 1), latAt(row + 1)];
  });
}

/** An area like the first of its level, with its own code, name and outline. */
function createArea(
  { areas }: County,
  level: Area['level'],
  { code, name, box }: { readonly code: string; readonly name: string | null; readonly box: Bbox },
): Area {
  const like = areas.find((area) => area.level === level);
  if (!like) throw new RangeError(`Got a county without an area of level ${level}.`);
  const [west, south, east, north] = box;
  return {
    ...like,
    code,
    parentCode: level === 'county' ? null : code.slice(0, -3),
    name: name ?? like.name,
    nameEn: name ?? like.nameEn,
    bbox: box,
    areaSquareMeters: (east - west) * (north - south) * 111_000 * 100_000,
    seat: [(west + east) / 2, (south + north) / 2],
    boundary: {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
          ],
        ],
      ],
    },
  };
}
