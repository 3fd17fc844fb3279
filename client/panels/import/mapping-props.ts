import type { MappedTable } from '#client/state/import-steps.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';

/** What every part of the mapping of a table is given. */
export interface MappingProps {
  readonly table: MappedTable;
  readonly mapping: TableMapping;
  readonly onChange: (mapping: TableMapping) => void;
  /** Nothing may be changed any more. */
  readonly isFixed: boolean;
}
