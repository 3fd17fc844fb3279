import type { IsoDate } from '#core/county/dates.ts';
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

/** After the others. */
const BASIS_COLUMNS = ['column_as_of', 'column_revision', 'column_plan', 'column_definition'] as const;

/** What the file rests on; stands in each line, so that it is not lost when lines are copied. */
export interface GapsBasis {
  readonly asOf: IsoDate;
  readonly revision: number;
  /** Code of the plan taken as carried out. */
  readonly plan: string | null;
  /** In words. */
  readonly definition: string;
  /** Sample prices are marked in the head of the cost. */
  readonly isSampleCost: boolean;
}

/** Gaps as CSV; units stand in the head. */
export function gapsToCsv(gaps: readonly GapItem[], language: Language, basis: GapsBasis): string {
  const head = COLUMNS.map(([key]) =>
    text(language, 'network', key === 'column_cost' && basis.isSampleCost ? 'column_sample_cost' : key),
  );
  const basisHead = BASIS_COLUMNS.map((key) => text(language, 'network', key));
  const basisCells = [basis.asOf, basis.revision, basis.plan, basis.definition];
  const lines = gaps.map((gap) => [...COLUMNS.map(([, cell]) => cell(gap)), ...basisCells]);
  return formatCsv([[...head, ...basisHead], ...lines]);
}
