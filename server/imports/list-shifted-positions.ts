import { positionsOf } from '#core/geo/bbox.ts';
import type { Geometry } from '#core/geo/geometry.ts';
import { createConverters, readPosition, toGeometry } from '#core/ledgers/checks/locate-draft.ts';
import type { SourceTable } from '#core/ledgers/source-table.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';

/** Rows that are shown: more than a map can tell apart. */
const MOST_ROWS = 2000;

/** Where the rows of a table lie when their numbers are taken as they stand, and in the stated system: as text of a `FeatureCollection`. */
export function listShiftedPositions(table: SourceTable, mapping: TableMapping): string {
  const converters = createConverters(mapping);
  const step = Math.max(1, Math.ceil(table.rows.length / MOST_ROWS));
  const features = table.rows
    .filter((_, place) => place % step === 0)
    .flatMap(({ row, ...source }) => {
      const reading = readPosition(mapping.position, source);
      const isOrdered = reading.kind === 'pair' && reading.ordered;
      const read = firstOf(toGeometry(reading, (first, second) => [first, second]));
      const convert = isOrdered ? converters?.ordered : converters?.stated;
      const shifted = convert === undefined ? null : firstOf(toGeometry(reading, convert));
      return [toFeature(row, 'read', read), toFeature(row, 'shifted', shifted)].flat();
    });
  return JSON.stringify({ type: 'FeatureCollection', features });
}

const firstOf = (geometry: Geometry | null): readonly [number, number] | null => {
  const [position] = geometry === null ? [] : positionsOf(geometry);
  return position === undefined ? null : [position[0], position[1]];
};

/** Nothing for what is no place on the Earth: metres taken as degrees cannot be shown. */
function toFeature(row: number, as: 'read' | 'shifted', position: readonly [number, number] | null) {
  if (position === null || !isOnEarth(position)) return [];
  return [{ type: 'Feature', geometry: { type: 'Point', coordinates: position }, properties: { row, as } }];
}

const isOnEarth = ([lon, lat]: readonly [number, number]): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
