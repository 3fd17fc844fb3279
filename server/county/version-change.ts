import { isDeepStrictEqual } from 'node:util';
import type { DbRecord } from './table-spec.ts';

/** What changes in one table: versions that end, by some of their columns, and versions that begin. Texts are JSON lists of records. */
export interface VersionChange {
  readonly table: string;
  /** Columns that tell which versions end, beside the county. */
  readonly keys: readonly string[];
  /** Values of `keys`; null when none end. */
  readonly ended: string | null;
  readonly columns: readonly string[];
  readonly begun: readonly string[];
  /** Rows of both. */
  readonly rowCount: number;
}

/** Records a text: as many as one statement takes. */
const RECORDS_IN_TEXT = 5000;

/** Collects what changes in one table. */
export class VersionCollector {
  readonly #table: string;
  readonly #keys: readonly string[];
  readonly #ended: DbRecord[] = [];
  readonly #begun: DbRecord[] = [];

  constructor(table: string, ...keys: readonly string[]) {
    this.#table = table;
    this.#keys = keys;
  }

  /** Ends the versions with these values of the keys. */
  end(key: DbRecord): void {
    this.#ended.push(key);
  }

  begin(record: DbRecord): void {
    this.#begun.push(record);
  }

  /** Ends the version before when there was one and it differs, and begins the one after when there is one. */
  replace(key: DbRecord, before: DbRecord | null, after: DbRecord | null): void {
    if (isDeepStrictEqual(before, after)) return;
    if (before !== null) this.end(key);
    if (after !== null) this.begin(after);
  }

  /** Nothing when nothing changes. */
  list(): readonly VersionChange[] {
    const rowCount = this.#ended.length + this.#begun.length;
    if (rowCount === 0) return [];
    const sorted = this.#sortBegun();
    const begun: string[] = [];
    for (let start = 0; start < sorted.length; start += RECORDS_IN_TEXT)
      begun.push(JSON.stringify(sorted.slice(start, start + RECORDS_IN_TEXT)));
    return [
      {
        table: this.#table,
        keys: this.#keys,
        ended: this.#ended.length === 0 ? null : JSON.stringify(this.#ended),
        columns: Object.keys(this.#begun[0] ?? {}),
        begun,
        rowCount,
      },
    ];
  }

  /** By the first key: an index takes rows in its own order in half the time. What has the same key keeps its order. */
  #sortBegun(): readonly DbRecord[] {
    const [first = ''] = this.#keys;
    const keyOf = (record: DbRecord): string => String(record[first]);
    return this.#begun.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
  }
}
