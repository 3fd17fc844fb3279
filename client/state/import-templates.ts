import type { ImportTemplateCreate } from '#client/api/import-templates-requests.ts';
import type { ImportTemplate } from '#core/api/import-records.ts';
import type { MappingTemplate, PositionSource, TableMapping } from '#core/ledgers/table-mapping.ts';

type Columns = readonly string[];

/** Headers are the same but for spaces and breaks. */
const simplify = (header: string): string => header.replace(/\s+/g, '');

const findColumn = (columns: Columns, header: string): number =>
  columns.findIndex((column) => simplify(column) === simplify(header));

/** How many of the headers that a template names a table has. */
export function findFit(
  template: Pick<ImportTemplate, 'headers'>,
  columns: Columns,
): { readonly found: number; readonly all: number } {
  const headers = Object.values(template.headers);
  return { found: headers.filter((header) => findColumn(columns, header) >= 0).length, all: headers.length };
}

/** Lays a template on a table: fields whose header is there take it, others stay as they are. */
export function applyTemplate(template: ImportTemplate, mapping: TableMapping, columns: Columns): TableMapping {
  const found = Object.entries(template.headers)
    .map(([field, header]) => [field, findColumn(columns, header)] as const)
    .filter(([, column]) => column >= 0);
  const position = findPosition(template.position, columns) ?? mapping.position;
  return {
    ...mapping,
    ledger: template.ledger,
    columns: { ...mapping.columns, ...Object.fromEntries(found) },
    constants: { ...mapping.constants, ...template.constants },
    position,
    // what a template says of coordinates is a proposal: a person confirms it for each table
    crs: template.crs ?? mapping.crs,
    crsConfirmed: false,
    mode: template.mode,
  };
}

/** The mapping as a template: columns by their headers; null for a table that is not imported. */
export function createTemplate(name: string, mapping: TableMapping, columns: Columns): ImportTemplateCreate | null {
  const { ledger, constants, crs, mode } = mapping;
  if (ledger === null) return null;
  const headers = Object.fromEntries(
    Object.entries(mapping.columns).map(([field, column]) => [field, columns[column] ?? '']),
  );
  return {
    name,
    ledger,
    headers,
    constants: { ...constants },
    position: namePosition(mapping.position, columns),
    crs,
    mode,
  };
}

function findPosition(position: MappingTemplate['position'], columns: Columns): PositionSource | null {
  if (position.kind === 'two_columns') {
    const [first, second] = [findColumn(columns, position.first), findColumn(columns, position.second)];
    return first >= 0 && second >= 0 ? { kind: 'two_columns', first, second } : null;
  }
  if ('column' in position) {
    const column = findColumn(columns, position.column);
    return column >= 0 ? { kind: position.kind, column } : null;
  }
  return { kind: position.kind };
}

function namePosition(position: PositionSource, columns: Columns): ImportTemplateCreate['position'] {
  const nameOf = (column: number): string => columns[column] ?? '';
  if (position.kind === 'two_columns')
    return { kind: 'two_columns', first: nameOf(position.first), second: nameOf(position.second) };
  return 'column' in position ? { kind: position.kind, column: nameOf(position.column) } : { kind: position.kind };
}
