import type { PlanRow } from '#core/county/plan.ts';
import { InvalidInputError } from '#core/errors.ts';
import type { Transaction } from '#server/db/database.ts';
import { lockRevisions, openRevision } from './county-write-store.ts';
import { insertPlans, selectPlans } from './plan-row-store.ts';
import { findNewestRevision } from './revision-store.ts';
import { insertVersions } from './version-store.ts';
import { PLANS } from './work-tables.ts';

/** A plan that is to come into force. */
export interface PublishRequest {
  readonly countyCode: string;
  readonly account: string;
  readonly description: string;
  /** The revision over which the plan was checked; refused when another one came between. */
  readonly ifRevision: number;
  /** As it is published, with its base. */
  readonly plan: PlanRow;
  /** Told in the same transaction, before anything is written; what it throws leaves nothing behind. */
  readonly alongside: (trx: Transaction) => Promise<void>;
}

/**
 * Stores a published plan as the county's next data revision. The plans in force until then become superseded by a new version of their row; every
 * other row stays as it is.
 *
 * @param trx a write transaction
 * @returns the new revision
 * @throws {InvalidInputError} `revision_conflict`
 */
export async function storePublishedPlan(trx: Transaction, request: PublishRequest): Promise<number> {
  const { countyCode, account, description, ifRevision, plan, alongside } = request;
  await lockRevisions(trx);
  const newest = await findNewestRevision(trx, countyCode);
  if (newest !== ifRevision) {
    const details = { given: ifRevision, revision: newest ?? 0 };
    throw new InvalidInputError('revision_conflict', `Got a plan over ${ifRevision}, expected over ${newest}`, details);
  }
  await alongside(trx);
  const before = await selectPlans(trx, { countyCode, revision: newest });
  const revision = await openRevision(trx, countyCode, { account, description });
  const version = { countyCode, revision };
  const superseded = before.filter(({ status }) => status === 'published');
  await trx('plan')
    .where({ county_code: countyCode })
    .whereNull('revision_to')
    .whereIn(
      'code',
      superseded.map(({ code }) => code),
    )
    .update({ revision_to: revision });
  await insertVersions(trx, PLANS, { ...version, rows: superseded.map(supersede) });
  await trx.raw(`INSERT INTO thing (county_code, code, kind) VALUES (?, ?, 'plan') ON CONFLICT DO NOTHING`, [
    countyCode,
    plan.code,
  ]);
  await insertPlans(trx, version, [plan]);
  return revision;
}

/** Plans of a county after one was published, in the order of their codes. */
export const addPublishedPlan = (plans: readonly PlanRow[], plan: PlanRow): readonly PlanRow[] =>
  [...plans.map((other) => (other.status === 'published' ? supersede(other) : other)), plan].sort((a, b) =>
    a.code < b.code ? -1 : 1,
  );

const supersede = (plan: PlanRow): PlanRow => ({ ...plan, status: 'superseded' });

/**
 * The plans of new ledgers together with those that were published here since: ledgers do not know them. A plan that one of those superseded
 * stays superseded, whatever its ledger says.
 */
export async function keepPublishedPlans(
  trx: Transaction,
  countyCode: string,
  plans: readonly PlanRow[],
): Promise<readonly PlanRow[]> {
  const revision = await findNewestRevision(trx, countyCode);
  if (revision === undefined) return plans;
  const stored = await selectPlans(trx, { countyCode, revision });
  const given = new Set(plans.map(({ code }) => code));
  const kept = stored.filter(({ code, baseRevision }) => typeof baseRevision === 'number' && !given.has(code));
  if (kept.length === 0) return plans;
  const superseded = new Set(stored.filter(({ status }) => status === 'superseded').map(({ code }) => code));
  return [...plans.map((plan) => (superseded.has(plan.code) ? supersede(plan) : plan)), ...kept];
}
