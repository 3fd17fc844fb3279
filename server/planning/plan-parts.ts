import type { County } from '#core/county/county.ts';
import type { IsoDate } from '#core/county/dates.ts';
import type { PlanRow, ScheduleEntry } from '#core/county/plan.ts';
import type { Database, Transaction } from '#server/db/database.ts';
import type { PlannedDrafts } from './planned-drafts.ts';

/** A plan that is to come into force, for the features of counties. */
export interface PublishOrder {
  readonly countyCode: string;
  readonly account: string;
  readonly description: string;
  /** The revision over which the plan was checked. */
  readonly ifRevision: number;
  readonly plan: PlanRow;
  /** Done in the same transaction. */
  readonly alongside: (trx: Transaction) => Promise<void>;
}

/** What everything about plans is made over. */
export interface PlanParts {
  readonly db: Database;
  /** A county, by default at its newest revision; the same object for the same revision. */
  readonly getCounty: (countyCode: string, revision?: number) => Promise<County>;
  /** Puts a plan into force; rejects with `revision_conflict` where another revision came between. */
  readonly publishPlan: (order: PublishOrder) => Promise<number>;
  /** What a plan will have done by the end of each month from a day on. */
  readonly createSchedule: (planned: County, options: { readonly from: IsoDate }) => readonly ScheduleEntry[];
  readonly drafts: PlannedDrafts;
  /** Who changes plans as long as there are no other accounts. */
  readonly account: string;
  readonly now: () => Date;
}
