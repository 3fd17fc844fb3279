import { NotFoundError } from '#core/errors.ts';
import type { CheckedFinding } from '#core/ledgers/checks/check-input.ts';
import type { ImportDeskParts } from './import-desk-parts.ts';
import type { FileOverview, PlacedRow } from './import-messages.ts';
import type { StoredImport } from './import-record-store.ts';
import type { ShownDifference } from './list-difference-shapes.ts';
import { openItems, type PackedItems } from './packed-items.ts';

/** What lies in the files of imports, kept opened as long as it is looked at. */
export interface ImportContents {
  /** Files as they were read, without their rows; empty before they were. */
  overviews(stored: StoredImport): Promise<readonly FileOverview[]>;
  rows(stored: StoredImport): Promise<PackedItems<PlacedRow, unknown>>;
  /** @throws {NotFoundError} `import_not_checked` */
  findings(stored: StoredImport): Promise<PackedItems<CheckedFinding, null>>;
  /** @throws {NotFoundError} `import_not_checked` */
  differences(stored: StoredImport): Promise<PackedItems<ShownDifference, null>>;
}

/** A table of 50,000 rows takes some 40 MB. */
const KEPT_OPEN = 3;
/** Overviews are small. */
const KEPT_OVERVIEWS = 50;

/** Opens contents by their checksums: what was opened is never stale. */
export function createImportContents({ db, files }: Pick<ImportDeskParts, 'db' | 'files'>): ImportContents {
  const open = createCache<PackedItems<unknown, unknown>>(KEPT_OPEN);
  const overviews = createCache<readonly FileOverview[]>(KEPT_OVERVIEWS);
  const load = ({ countyCode }: StoredImport, sha256: string): Promise<PackedItems<unknown, unknown>> =>
    open(`${countyCode} ${sha256}`, async () => {
      const bytes = await db.read((trx) => files.find(trx, { countyCode, sha256 }), 'job');
      if (bytes === undefined) throw new Error(`Got no file ${sha256}, expected what an import read`);
      return openItems(bytes);
    });
  const loadRows = (stored: StoredImport, sha256: string) =>
    load(stored, sha256) as Promise<PackedItems<PlacedRow, readonly FileOverview[]>>;
  return {
    async overviews(stored) {
      const { readingSha256 } = stored;
      if (readingSha256 === null) return [];
      return overviews(readingSha256, async () => (await loadRows(stored, readingSha256)).head);
    },
    rows(stored) {
      if (stored.readingSha256 === null)
        throw new NotFoundError('import_not_read', 'The files of this import were not read', {});
      return loadRows(stored, stored.readingSha256);
    },
    findings: (stored) => load(stored, getCheck(stored).findingsSha256) as Promise<PackedItems<CheckedFinding, null>>,
    differences: (stored) =>
      load(stored, getCheck(stored).differencesSha256) as Promise<PackedItems<ShownDifference, null>>,
  };
}

function getCheck({ check }: StoredImport): NonNullable<StoredImport['check']> {
  if (check === null) throw new NotFoundError('import_not_checked', 'This import was not checked yet', {});
  return check;
}

/** Keeps the newest values; the one used longest ago leaves first. */
function createCache<Value>(limit: number) {
  const kept = new Map<string, Promise<Value>>();
  return (key: string, make: () => Promise<Value>): Promise<Value> => {
    const value = kept.get(key) ?? make();
    value.catch(() => kept.delete(key));
    kept.delete(key);
    kept.set(key, value);
    const [oldest] = kept.keys();
    if (kept.size > limit && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
