import { normaliseHeader } from './match-header.ts';
import type { MappingTemplate, PositionSource, TableMapping } from './table-mapping.ts';

/** The headers of a table, as `SourceTable` has them. */
interface HeadedTable {
  readonly columns: readonly string[];
}

/** The mapping as a template for the next ledger of its kind: columns by header. Null for a table that is not imported. */
export function createTemplate(
  mapping: TableMapping,
  { columns }: HeadedTable,
  { id, name }: Pick<MappingTemplate, 'id' | 'name'>,
): MappingTemplate | null {
  if (mapping.ledger === null) return null;
  const headerOf = (column: number): string => columns[column] ?? '';
  return {
    id,
    name,
    ledger: mapping.ledger,
    headers: Object.fromEntries(Object.entries(mapping.columns).map(([field, column]) => [field, headerOf(column)])),
    constants: mapping.constants,
    position: namePosition(mapping.position, headerOf),
    crs: mapping.crs,
    mode: mapping.mode,
  };
}

/** Whether a table has every header that a template names; case, width, blanks and signs do not matter. */
export const fitsTemplate = ({ columns }: HeadedTable, template: MappingTemplate): boolean =>
  listTemplateHeaders(template).every((header) => findColumn(columns, header) >= 0);

/** The template that fits a table, of several the one that names most headers; undefined when none does, or it names none. */
export function findTemplate(table: HeadedTable, templates: readonly MappingTemplate[]): MappingTemplate | undefined {
  const fitting = templates.filter((one) => listTemplateHeaders(one).length > 0 && fitsTemplate(table, one));
  return fitting.toSorted((a, b) => listTemplateHeaders(b).length - listTemplateHeaders(a).length)[0];
}

/**
 * A template laid on a table: fields whose header is there take their column, all others have none; area and date stay as they were. What it says of coordinates
 * is a proposal that a person confirms for each table, unless the file states its own.
 */
export function applyTemplate(
  template: MappingTemplate,
  { columns }: HeadedTable,
  mapping: TableMapping,
): TableMapping {
  const found = Object.entries(template.headers)
    .map(([field, header]) => [field, findColumn(columns, header)] as const)
    .filter(([, column]) => column >= 0);
  return {
    ...mapping,
    ledger: template.ledger,
    columns: Object.fromEntries(found),
    constants: template.constants,
    position: placePosition(template.position, columns) ?? mapping.position,
    crs: mapping.crs ?? template.crs,
    crsConfirmed: false,
    mode: template.mode,
  };
}

function listTemplateHeaders({ headers, position }: MappingTemplate): readonly string[] {
  const ofPosition =
    position.kind === 'two_columns' ? [position.first, position.second] : 'column' in position ? [position.column] : [];
  return [...new Set([...Object.values(headers), ...ofPosition])];
}

const findColumn = (columns: readonly string[], header: string): number => {
  const exact = columns.indexOf(header);
  const normal = normaliseHeader(header);
  return exact >= 0 ? exact : columns.findIndex((column) => normaliseHeader(column) === normal);
};

function namePosition(position: PositionSource, headerOf: (column: number) => string): MappingTemplate['position'] {
  if (position.kind === 'two_columns')
    return { kind: 'two_columns', first: headerOf(position.first), second: headerOf(position.second) };
  return 'column' in position ? { kind: position.kind, column: headerOf(position.column) } : { kind: position.kind };
}

function placePosition(position: MappingTemplate['position'], columns: readonly string[]): PositionSource | null {
  if (position.kind === 'two_columns') {
    const [first, second] = [findColumn(columns, position.first), findColumn(columns, position.second)];
    return first >= 0 && second >= 0 ? { kind: 'two_columns', first, second } : null;
  }
  if (!('column' in position)) return { kind: position.kind };
  const column = findColumn(columns, position.column);
  return column >= 0 ? { kind: position.kind, column } : null;
}
