import { createHash } from 'node:crypto';
import type { SourceFile, SourceRow } from '#core/ledgers/source-table.ts';
import type { FileOverview, PlacedRow } from './import-messages.ts';
import { openItemsSync, packItems } from './packed-items.ts';

/** First rows of a table that everybody sees. */
const SAMPLE_ROWS = 20;

/** The files as they are stored: rows in parts, so that a page of them can be read. */
export function packReading(files: readonly SourceFile[]): {
  readonly packed: Uint8Array;
  readonly sha256: string;
  readonly overviews: readonly FileOverview[];
} {
  const overviews = files.map(toOverview);
  const items = files.flatMap(({ tables }, file) =>
    tables.flatMap(({ rows }, table) => rows.map((row): PlacedRow => ({ file, table, row }))),
  );
  const packed = packItems(items, { head: overviews, keyOf: ({ file, table }) => `${file} ${table}` });
  return { packed, sha256: createHash('sha256').update(packed).digest('hex'), overviews };
}

/** The files of a stored reading, in a thread. */
export function unpackReading(packed: Uint8Array): readonly SourceFile[] {
  const items = openItemsSync<PlacedRow, readonly FileOverview[]>(packed);
  const rows = new Map<string, SourceRow[]>();
  for (const part of items.parts()) {
    for (const { file, table, row } of part) {
      const group = rows.get(`${file} ${table}`);
      if (group) group.push(row);
      else rows.set(`${file} ${table}`, [row]);
    }
  }
  return items.head.map(({ tables, ...file }, place) => ({
    ...file,
    tables: tables.map(({ rowCount, hasGeometry, sample, ...table }, number) => ({
      ...table,
      rows: rows.get(`${place} ${number}`) ?? [],
    })),
  }));
}

const toOverview = ({ tables, ...file }: SourceFile): FileOverview => ({
  ...file,
  tables: tables.map(({ rows, ...table }) => ({
    ...table,
    rowCount: rows.length,
    hasGeometry: rows.some(({ geometry }) => geometry !== null),
    // shapes may be large, and nobody reads them
    sample: rows.slice(0, SAMPLE_ROWS).map((row) => ({ ...row, geometry: null })),
  })),
});
