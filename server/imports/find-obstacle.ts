import type { TableMapping } from '#core/ledgers/table-mapping.ts';
import type { StoredImport } from './import-record-store.ts';

/** What stands against writing an import: a sentence of the topic `errors`. */
export interface Obstacle {
  readonly code:
    | 'import_written'
    | 'import_unchecked'
    | 'import_other_revision'
    | 'import_rows_held'
    | 'import_table_errors'
    | 'import_no_rows'
    | 'import_crs_unconfirmed'
    | 'import_same_file'
    | 'import_no_change';
  readonly details: Readonly<Record<string, string | number>>;
}

/** The first thing that stands against writing; null when nothing does. @param revision the newest of the county */
export function findObstacle(
  { state, check, checkedRevision, files, mappings }: StoredImport,
  revision: number,
): Obstacle | null {
  if (state === 'written' || state === 'undone') return { code: 'import_written', details: {} };
  if (check === null || state !== 'checked') return { code: 'import_unchecked', details: {} };
  if (checkedRevision !== revision)
    return { code: 'import_other_revision', details: { given: checkedRevision ?? 0, revision } };
  if (check.rowsHeld > 0) return { code: 'import_rows_held', details: { count: check.rowsHeld } };
  if (check.tableErrors > 0) return { code: 'import_table_errors', details: { count: check.tableErrors } };
  const shifted = mappings.tables.find(isUnconfirmed);
  if (shifted !== undefined)
    return { code: 'import_crs_unconfirmed', details: { file: files[shifted.file]?.name ?? '' } };
  if (check.rowsRead === 0) return { code: 'import_no_rows', details: {} };
  if (!check.isNoChange) return null;
  return { code: files.some(({ sameAs }) => sameAs !== null) ? 'import_same_file' : 'import_no_change', details: {} };
}

/** Systems that move a place by hundreds of metres and cannot be told from the numbers: a person confirms them. */
const SHIFTED: ReadonlySet<string> = new Set(['gcj02', 'bd09', 'old_datum']);

const isUnconfirmed = ({ ledger, position, crs, crsConfirmed }: TableMapping): boolean =>
  ledger !== null &&
  position.kind !== 'none' &&
  position.kind !== 'village' &&
  !crsConfirmed &&
  crs !== null &&
  SHIFTED.has(crs.kind);
