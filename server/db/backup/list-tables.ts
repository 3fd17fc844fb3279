import type { Knex } from 'knex';

/** A column as a backup carries it. */
export interface TableColumn {
  readonly name: string;
  /** As PostgreSQL writes it: `text`, `geometry(Point,4490)`, `numeric(12,2)`. */
  readonly type: string;
  /** Filled by the database: an identity column takes given values only when told so, a generated column never. */
  readonly filled: 'never' | 'identity' | 'generated';
}

/** A table of the program. */
export interface TableInfo {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** Columns of the primary key, in key order. */
  readonly key: readonly string[];
  /** Whether each row belongs to one county. */
  readonly perCounty: boolean;
  /** Whether a row may refer to another row of the table. */
  readonly refersToItself: boolean;
}

/** Tables that PostGIS brings along, and the list of migrations, which travels in the header of a backup. */
const NOT_OURS = ['spatial_ref_sys', 'geometry_columns', 'geography_columns', 'raster_columns', 'migration'];

interface ColumnRow {
  readonly table_name: string;
  readonly name: string;
  readonly type: string;
  readonly filled: TableColumn['filled'];
  readonly key_position: number | null;
}

const COLUMNS = `
  SELECT c.relname AS table_name, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
    CASE WHEN a.attgenerated <> '' THEN 'generated' WHEN a.attidentity <> '' THEN 'identity' ELSE 'never' END AS filled,
    array_position(i.indkey::int2[], a.attnum) AS key_position
  FROM pg_class c
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND NOT (c.relname = ANY (?))
  ORDER BY c.relname, a.attnum`;

const REFERENCES = `
  SELECT DISTINCT child.relname AS child, parent.relname AS parent
  FROM pg_constraint k
  JOIN pg_class child ON child.oid = k.conrelid
  JOIN pg_class parent ON parent.oid = k.confrelid
  JOIN pg_namespace n ON n.oid = child.relnamespace
  WHERE k.contype = 'f' AND n.nspname = 'public'`;

/**
 * Every table of the program, each after those it refers to. Nothing here knows a table by name, so a new one is backed up from the day of its
 * migration.
 *
 * @throws {Error} tables refer to each other in a circle
 */
export async function listTables(trx: Knex.Transaction): Promise<TableInfo[]> {
  const { rows: columns } = await trx.raw<{ rows: ColumnRow[] }>(COLUMNS, [NOT_OURS]);
  const { rows: references } = await trx.raw<{ rows: { child: string; parent: string }[] }>(REFERENCES);
  const circular = new Set(references.filter(({ child, parent }) => child === parent).map(({ child }) => child));
  const tables = groupByTable(columns, circular);
  const parents = new Map(tables.map((table) => [table.name, new Set<string>()]));
  for (const { child, parent } of references) {
    if (parents.has(parent) && child !== parent) parents.get(child)?.add(parent);
  }
  return sortByReferences(tables, parents);
}

function groupByTable(rows: readonly ColumnRow[], circular: ReadonlySet<string>): TableInfo[] {
  const names = [...new Set(rows.map((row) => row.table_name))];
  return names.map((name) => {
    const own = rows.filter((row) => row.table_name === name);
    const key = own
      .filter((row) => row.key_position !== null)
      .sort((a, b) => (a.key_position ?? 0) - (b.key_position ?? 0));
    return {
      name,
      columns: own.map((row) => ({ name: row.name, type: row.type, filled: row.filled })),
      key: key.map((row) => row.name),
      perCounty: own.some((row) => row.name === 'county_code'),
      refersToItself: circular.has(name),
    };
  });
}

/** Takes, again and again, the first table by name whose parents are all taken. */
function sortByReferences(
  tables: readonly TableInfo[],
  parents: ReadonlyMap<string, ReadonlySet<string>>,
): TableInfo[] {
  const sorted: TableInfo[] = [];
  const taken = new Set<string>();
  while (sorted.length < tables.length) {
    const next = tables.find(
      ({ name }) => !taken.has(name) && [...(parents.get(name) ?? [])].every((parent) => taken.has(parent)),
    );
    if (next === undefined) {
      const rest = tables.filter(({ name }) => !taken.has(name)).map(({ name }) => name);
      throw new Error(`Got tables that refer to each other in a circle, expected an order: ${rest.join(', ')}`);
    }
    sorted.push(next);
    taken.add(next.name);
  }
  return sorted;
}
