import { isDeepStrictEqual } from 'node:util';
import type { DbRecord } from './table-spec.ts';

/** What changes in one table: versions that end, by some of their columns, and versions that begin. Texts are JSON lists of records. */
export interface VersionChange {
  readonly table: string;
  /** Columns that tell which versions end, beside the county. */
  readonly keys: readonly string[];
  /** Values of `keys`. */
  readonly ended: readonly string[];
  readonly columns: readonly string[];
  readonly begun: readonly string[];
  /** Rows of both. */
  readonly rowCount: number;
}

/** Records a text, which is a statement: reads may come between two of them, and the less each takes, the sooner. */
const RECORDS_IN_TEXT = 1000;

/** Records as JSON lists, each for one statement. */
export function toTexts(records: readonly DbRecord[]): readonly string[] {
  const texts: string[] = [];
  for (let start = 0; start < records.length; start += RECORDS_IN_TEXT)
    texts.push(JSON.stringify(records.slice(start, start + RECORDS_IN_TEXT)));
  return texts;
}

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
    return [
      {
        table: this.#table,
        keys: this.#keys,
        ended: toTexts(this.#sort(this.#ended)),
        columns: Object.keys(this.#begun[0] ?? {}),
        begun: toTexts(this.#sort(this.#begun)),
        rowCount,
      },
    ];
  }

  /** By the first key: an index takes and finds rows in its own order in half the time. What has the same key keeps its order. */
  #sort(records: readonly DbRecord[]): readonly DbRecord[] {
    const [first = ''] = this.#keys;
    const keyOf = (record: DbRecord): string => String(record[first]);
    return records.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
  }
}
