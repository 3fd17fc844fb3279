import type { Knex } from 'knex';

/** A county at a revision. */
export interface CountyVersion {
  readonly countyCode: string;
  readonly revision: number;
}

/** Revisions that writes add, by the transaction. */
const added = new WeakMap<Knex.Transaction, CountyVersion>();

/** Revisions that reads look at, by the transaction. */
const lookedAt = new WeakMap<Knex.Transaction, CountyVersion>();

/** Says of a write: of what is valid at a revision before this one, and of other counties, it changes nothing. */
export function addOnly(write: Knex.Transaction, revision: CountyVersion): void {
  added.set(write, revision);
}

/** Says of a read: it looks at nothing but what is valid at this revision, wherever a later one has left its marks. */
export function lookOnlyAt(read: Knex.Transaction, revision: CountyVersion): void {
  lookedAt.set(read, revision);
}

/** Whether a write under way can change nothing of what a read sees, also in tables that it has changed: both must have said what they do. */
export function isUntouched(read: Knex.Transaction, write: Knex.Transaction): boolean {
  const [seen, begun] = [lookedAt.get(read), added.get(write)];
  if (seen === undefined || begun === undefined) return false;
  return seen.countyCode !== begun.countyCode || seen.revision < begun.revision;
}
