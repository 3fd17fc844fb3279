import { leaveOutHousePoints } from '#core/ledgers/leave-out-house-points.ts';
import type { SourceFile } from '#core/ledgers/source-table.ts';
import type { TableMapping } from '#core/ledgers/table-mapping.ts';
import type { StrippedReading } from './import-messages.ts';
import { writeKeptCopy } from './keep-copy.ts';
import { packReading } from './pack-reading.ts';

/**
 * Files after a person said by hand that tables of them list households: where these live goes, from what was read and from the kept copies. Columns stay in
 * their places, empty.
 *
 * @returns the same files, and null, where nothing had to go
 */
export async function leaveOutByHand(
  files: readonly SourceFile[],
  mappings: readonly TableMapping[],
): Promise<{ readonly files: readonly SourceFile[]; readonly stripped: StrippedReading | null }> {
  const households = new Map(
    mappings.filter(({ ledger }) => ledger === 'households').map((each) => [`${each.file} ${each.table}`, each]),
  );
  const left = files.map((file, place) => {
    const tables = file.tables.map((table, number) => {
      const mapping = households.get(`${place} ${number}`);
      return mapping === undefined ? table : leaveOutHousePoints(table, mapping, { keepsPlaces: true });
    });
    return tables.every((table, number) => table === file.tables[number]) ? file : { ...file, tables };
  });
  const changed = left.flatMap((file, number) => (file === files[number] ? [] : [{ file, number }]));
  if (changed.length === 0) return { files, stripped: null };
  const { packed, sha256 } = packReading(left);
  const copies = changed.map(async ({ file, number }) => ({
    number,
    kept: await writeKeptCopy(file, []),
    leftOut: file.tables.flatMap((table) => table.leftOut),
  }));
  return { files: left, stripped: { packed, sha256, copies: await Promise.all(copies) } };
}

/** Households have no place of their own. */
export const dropHousePositions = (mappings: readonly TableMapping[]): readonly TableMapping[] =>
  mappings.map((mapping) =>
    mapping.ledger === 'households' ? { ...mapping, position: { kind: 'none' } as const } : mapping,
  );
