import type { Language } from '#core/texts/language.ts';
import { type TextKey, text } from '#core/texts/text.ts';
import { type CsvCell, formatCsv } from '../../http/csv-text.ts';
import type { GapItem } from './gap-answers.ts';

/** Columns of the file: head and cell. */
const COLUMNS: readonly (readonly [TextKey<'network'>, (gap: GapItem) => CsvCell])[] = [
  ['column_code', (gap) => gap.code],
  ['column_name', (gap) => gap.name],
  ['column_area_code', (gap) => gap.areaCode],
  ['column_area', (gap) => gap.areaName],
  ['column_households', (gap) => gap.households],
  ['column_people', (gap) => gap.people],
  ['column_state', (gap) => gap.stateText],
  ['column_segments', (gap) => gap.segments.map(({ code }) => code).join(' ')],
  ['column_gap_km', (gap) => gap.km],
  ['column_new_road_km', (gap) => gap.newRoadKm],
  ['column_cost', (gap) => gap.wanYuan],
  ['column_note', (gap) => gap.reasonText],
  ['column_lon', (gap) => gap.position[0]],
  ['column_lat', (gap) => gap.position[1]],
];

/** What the costs of the file rest on. */
export interface CostBasis {
  /** Sample prices are marked in the head of the cost. */
  readonly isSampleCost: boolean;
}

/** Gaps as CSV; units stand in the head. */
export function gapsToCsv(gaps: readonly GapItem[], language: Language, { isSampleCost }: CostBasis): string {
  const head = COLUMNS.map(([key]) =>
    text(language, 'network', key === 'column_cost' && isSampleCost ? 'column_sample_cost' : key),
  );
  return formatCsv([head, ...gaps.map((gap) => COLUMNS.map(([, cell]) => cell(gap)))]);
}
