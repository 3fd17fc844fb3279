import type { County } from '#core/county/county.ts';
import type { IsoDate } from '#core/county/dates.ts';
import type { Database } from '#server/db/database.ts';

/** What templates, prints and walls are made over. */
export interface RegisterParts {
  readonly db: Database;
  /** A county, by default at its newest revision; the same object for the same revision. */
  readonly getCounty: (countyCode: string, revision?: number) => Promise<County>;
  /** Who changes things as long as there are no other accounts. */
  readonly account: string;
  readonly now: () => Date;
  /** Ids that nobody has seen before: eight signs. */
  readonly createId: () => string;
}

/** A thing of the register: its county and its id. */
export interface RegisterKey {
  readonly countyCode: string;
  readonly id: string;
}

const EAST_EIGHT_MILLISECONDS = 8 * 3600 * 1000;

/** The day in Asia/Shanghai, which has no summer time since 1991. */
export const toShanghaiDate = (time: Date): IsoDate =>
  new Date(time.getTime() + EAST_EIGHT_MILLISECONDS).toISOString().slice(0, 10);
