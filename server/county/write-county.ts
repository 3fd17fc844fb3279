import type { RoadFault } from '#core/county/county.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { deriveCounty } from '#core/county/derive-county.ts';
import { beginBulkLoad } from '#server/db/bulk-load.ts';
import type { Transaction } from '#server/db/database.ts';
import { checkCountyRows, checkThingKinds } from './check-county-rows.ts';
import { lockRevisions, openRevision, replaceCounty, selectThingKinds } from './county-write-store.ts';
import { keepPublishedPlans } from './publish-store.ts';

/** What a write did. */
export interface WrittenCounty {
  readonly code: string;
  readonly revision: number;
  /** What was found while the roads became a graph. */
  readonly roadFaults: readonly RoadFault[];
}

/**
 * Checks a whole county, computes lengths, areas, cuts and nodes, and stores all of it as the next data revision. A county that is there
 * already is replaced: its former rows stay readable at their revisions. Plans that were published here stay with it.
 *
 * @param trx a write transaction; whatever fails leaves nothing behind
 * @throws {InvalidInputError} `county_rows_invalid`: a row breaks a rule; nothing was written
 */
export async function writeCounty(
  trx: Transaction,
  rows: CountyRows,
  options: { readonly account: string; readonly description?: string },
): Promise<WrittenCounty> {
  checkCountyRows(rows);
  const known = await selectThingKinds(trx, rows.code);
  checkThingKinds(rows, known);
  const derived = deriveCounty(rows);
  await lockRevisions(trx);
  const plans = await keepPublishedPlans(trx, rows.code, rows.plans);
  const note = { account: options.account, description: options.description ?? rows.origin };
  const revision = await openRevision(trx, rows.code, note);
  const load = await beginBulkLoad(trx);
  await replaceCounty(trx, { countyCode: rows.code, revision }, { rows: { ...rows, plans }, derived, known });
  await load.finish(rows.code);
  return { code: rows.code, revision, roadFaults: derived.roadFaults };
}
