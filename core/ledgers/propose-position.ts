import { readPair } from '../geo/read-pair.ts';
import type { SampledColumn } from './column-fit.ts';
import type { Ledger } from './ledger.ts';
import { plainText } from './read-cell.ts';
import type { SourceCell, SourceTable } from './source-table.ts';
import type { PositionSource } from './table-mapping.ts';
import { DEGREES_CELL, POSITION_CELL, POSITION_HEADERS } from './words/ledger-words.ts';

/** Where the position of the rows comes from, and how surely that was seen, 0 to 1. */
export interface PositionProposal {
  readonly position: PositionSource;
  readonly by: 'geometry' | 'header' | 'contents' | 'village' | 'none';
}

/** Longitudes and latitudes in China. @see 中华人民共和国国家普通地图集: 73°33′–135°05′E, 3°51′–53°33′N, to the degree */
const CHINA = { west: 73, east: 136, south: 3, north: 54 } as const;
/** Eastings of Gauss-Kruger within three degrees of a meridian, 500 km in; northings between the latitudes above; metres. */
const EASTINGS = { least: 150_000, most: 850_000 } as const;
const NORTHINGS = { least: 330_000, most: 6_000_000 } as const;

/**
 * Where positions stand: the geometry of the file, two columns by their headers or by their numbers, one column, WKT, or, for things that are points, the village.
 * Of two columns the first is the easting or longitude.
 *
 * @param village place of the column that names the village, null when there is none
 */
export function proposePosition(
  ledger: Pick<Ledger<never>, 'geometries'>,
  { table, columns }: { readonly table: Pick<SourceTable, 'rows'>; readonly columns: readonly SampledColumn[] },
  village: number | null,
): PositionProposal {
  if (ledger.geometries.length === 0) return { position: { kind: 'none' }, by: 'none' };
  if (table.rows.some(({ geometry }) => geometry !== null)) return { position: { kind: 'geometry' }, by: 'geometry' };
  const wkt = columns.find(({ cells }) => isMost(cells, isWkt));
  if (wkt) return { position: { kind: 'wkt', column: wkt.index }, by: 'contents' };
  if (!ledger.geometries.includes('Point')) return { position: { kind: 'none' }, by: 'none' };
  return (
    proposePoint(columns) ??
    (village === null
      ? { position: { kind: 'none' }, by: 'none' }
      : { position: { kind: 'village', column: village }, by: 'village' })
  );
}

function proposePoint(columns: readonly SampledColumn[]): PositionProposal | undefined {
  const named = (pattern: RegExp) => columns.find(({ header }) => pattern.test(nameOf(header)));
  const pair = columns.filter(
    ({ header, cells }) => POSITION_HEADERS.either.test(nameOf(header)) && isMost(cells, isCoordinate),
  );
  const [east, north] = [named(POSITION_HEADERS.east), named(POSITION_HEADERS.north)];
  if (pair.length === 2 && pair[0] && pair[1]) return orderPair(pair[0], pair[1]);
  if (east && north && east !== north) return orderPair(east, north);
  const both = columns.find(
    // by its name alone: cells that are none of it are told of one by one
    ({ header, cells }) => POSITION_HEADERS.both.test(nameOf(header)) && cells.some(isPositionCell),
  );
  if (both) return { position: { kind: 'one_column', column: both.index }, by: 'header' };
  return proposeByNumbers(columns);
}

/** Two columns of which only the numbers tell that they are positions. */
function proposeByNumbers(columns: readonly SampledColumn[]): PositionProposal | undefined {
  const one = columns.find(({ cells }) => cells.length >= 3 && isMost(cells, isPrecisePair));
  if (one) return { position: { kind: 'one_column', column: one.index }, by: 'contents' };
  const lon = columns.filter(({ cells }) => cells.length >= 3 && isMost(cells, (cell) => isPrecise(cell, isLongitude)));
  const lat = columns.filter(({ cells }) => cells.length >= 3 && isMost(cells, (cell) => isPrecise(cell, isLatitude)));
  if (lon.length !== 1 || lat.length !== 1 || !lon[0] || !lat[0]) return undefined;
  return { position: { kind: 'two_columns', first: lon[0].index, second: lat[0].index }, by: 'contents' };
}

/** The easting before the northing, by their numbers where these tell; X is the northing in the register and the easting elsewhere. */
function orderPair(a: SampledColumn, b: SampledColumn): PositionProposal {
  const isTurned = looksEast(b) && !looksEast(a) && looksNorth(a);
  const [first, second] = isTurned ? [b.index, a.index] : [a.index, b.index];
  return { position: { kind: 'two_columns', first, second }, by: 'header' };
}

const looksEast = ({ cells }: SampledColumn): boolean =>
  isMost(cells, (cell) => {
    const value = numberOf(cell);
    return isLongitude(value) || isEasting(value);
  });

const looksNorth = ({ cells }: SampledColumn): boolean =>
  isMost(cells, (cell) => {
    const value = numberOf(cell);
    return isLatitude(value) || (value > NORTHINGS.least && value < NORTHINGS.most);
  });

const isLongitude = (value: number): boolean => value >= CHINA.west && value <= CHINA.east;
const isLatitude = (value: number): boolean => value >= CHINA.south && value <= CHINA.north;

/** An easting with or without the number of its zone before it. */
const isEasting = (value: number): boolean => {
  const easting = value > 10_000_000 ? value % 1_000_000 : value;
  return easting > EASTINGS.least && easting < EASTINGS.most;
};

const isCoordinate = (cell: SourceCell): boolean => Number.isFinite(numberOf(cell));

/** Four decimals or more, or minutes: counts and percentages have fewer. */
function isPrecise(cell: SourceCell, is: (value: number) => boolean): boolean {
  const text = plainText(cell);
  return (/^\d{1,3}\.\d{4,}$/.test(text) || DEGREES_CELL.test(text)) && is(numberOf(cell));
}

const isPositionCell = (cell: SourceCell): boolean =>
  typeof cell === 'string' && (POSITION_CELL.test(plainText(cell)) || readPair(cell) !== null);

/** Two numbers of at least three decimals in one cell. */
const isPrecisePair = (cell: SourceCell): boolean =>
  isPositionCell(cell) && (plainText(cell).match(/\d\.\d{3,}|\u00B0/g) ?? []).length >= 2;

const isWkt = (cell: SourceCell): boolean =>
  typeof cell === 'string' &&
  /^\s*(?:SRID=\d+;)?\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\s*[ZM]{0,2}\s*\(/i.test(cell);

/** Decimal degrees or metres of a cell, whole degrees of one with minutes; NaN for none. */
function numberOf(cell: SourceCell): number {
  const text = plainText(cell).replaceAll(',', '');
  const degrees = DEGREES_CELL.test(text) ? /\d+/.exec(text)?.[0] : undefined;
  return text === '' ? Number.NaN : Number(degrees ?? text.replace(/^[EN\s]+|[\u00B0EN\s]+$/g, ''));
}

const nameOf = (header: string): string =>
  (header.split('/').at(-1) ?? '').normalize('NFKC').replaceAll(/\(.*?\)|[\s_\-.]/g, '');

const isMost = (cells: readonly SourceCell[], is: (cell: SourceCell) => boolean): boolean =>
  cells.length > 0 && cells.filter(is).length >= cells.length * 0.8;
