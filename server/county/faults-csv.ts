import type { RoadFault } from '#core/county/county.ts';
import type { Language } from '#core/texts/language.ts';
import { type TextKey, text } from '#core/texts/text.ts';
import { type CsvCell, formatCsv } from '#server/http/csv-text.ts';

/** Columns of the file: head and cell. */
const COLUMNS: readonly (readonly [TextKey<'network'>, (fault: RoadFault, language: Language) => CsvCell])[] = [
  ['column_finding', ({ kind }, language) => text(language, 'network', `fault_${kind}`)],
  ['column_segment', ({ segmentCode }) => segmentCode],
  ['column_other_segment', ({ otherSegmentCode }) => otherSegmentCode],
  ['column_distance_m', ({ distanceMeters }) => distanceMeters],
  ['column_lon', ({ position }) => position[0]],
  ['column_lat', ({ position }) => position[1]],
];

/** Findings as CSV; units stand in the head. */
export function faultsToCsv(faults: readonly RoadFault[], language: Language): string {
  const head = COLUMNS.map(([key]) => text(language, 'network', key));
  return formatCsv([head, ...faults.map((fault) => COLUMNS.map(([, cell]) => cell(fault, language)))]);
}
