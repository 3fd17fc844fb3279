import type { County } from '#core/county/county.ts';
import { type IsoDate, isIsoDate } from '#core/county/dates.ts';
import { findPlanInForce } from '#core/county/find-plan-in-force.ts';
import type { PlanCommand, PlanRow } from '#core/county/plan.ts';
import { DomainError, InvalidInputError } from '#core/errors.ts';
import { getPlannedCounty } from '#core/planning/planned-county.ts';
import type { Transaction } from '#server/db/database.ts';
import { listLive, selectStoredCommands } from './command-store.ts';
import { type DraftKey, type DraftRecord, findOverview, lockDraft, recordAction } from './draft-store.ts';
import { listPublishFaults } from './list-publish-faults.ts';
import { checkVersion, createFrozen, createUnknownPlan, PlanFaultsError } from './plan-errors.ts';
import type { PlanParts } from './plan-parts.ts';

/** When a draft is to come into force, and the version it was decided upon. */
export interface PublishAsked {
  readonly ifVersion: number;
  /** Defaults to the county's data date. */
  readonly publishedOn?: IsoDate | undefined;
}

/** Another change of the county may come between check and publication; then the check is repeated. */
const MOST_ATTEMPTS = 3;

/**
 * Checks a draft once more over the county as it is today and puts it into force: one transaction stores the plan with its schedule as the next
 * data revision, ends the plan in force, and freezes the draft.
 *
 * @throws {NotFoundError} `plan_not_found`
 * @throws {PlanConflictError} another version
 * @throws {PlanFaultsError} `plan_not_publishable` with every reason
 * @throws {InvalidInputError} `plan_frozen`, `plan_base_superseded`, `plan_empty`, `published_on_range`, `invalid_date`, `revision_conflict`
 */
export async function publishPlan(parts: PlanParts, key: DraftKey, asked: PublishAsked): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await publishOnce(parts, key, asked);
      return;
    } catch (error) {
      const isRepeatable = error instanceof DomainError && error.code === 'revision_conflict';
      if (!isRepeatable || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

async function publishOnce(parts: PlanParts, key: DraftKey, { ifVersion, publishedOn }: PublishAsked): Promise<void> {
  const county = await parts.getCounty(key.countyCode);
  const { draft, commands } = await parts.db.read(async (trx) =>
    checkDraft(trx, { key, ifVersion, draft: await findOverview(trx, key) }),
  );
  const plan = createPlan({ parts, county, draft, commands, publishedOn: publishedOn ?? county.dataDate });
  await parts.publishPlan({
    countyCode: county.code,
    account: parts.account,
    description: `plan: ${draft.code}`,
    ifRevision: county.revision,
    plan,
    async alongside(trx) {
      await checkDraft(trx, { key, ifVersion, draft: await lockDraft(trx, key) });
      const action = { version: draft.version + 1, action: 'published', by: parts.account } as const;
      const change = { status: 'published', baseRevision: county.revision } as const;
      await recordAction(trx, key, { ...action, at: parts.now(), commandIds: [] }, change);
    },
  });
}

interface DraftCheck {
  readonly key: DraftKey;
  readonly ifVersion: number;
  readonly draft: DraftRecord | undefined;
}

/** The draft with its commands, if it is the one that was asked for. */
async function checkDraft(trx: Transaction, { key, ifVersion, draft }: DraftCheck) {
  if (draft === undefined) throw createUnknownPlan(key);
  if (draft.status === 'published') throw createFrozen(key.code);
  const stored = await selectStoredCommands(trx, key);
  checkVersion(draft, ifVersion, stored);
  return { draft, commands: listLive(stored) };
}

interface Publishing {
  readonly parts: PlanParts;
  readonly county: County;
  readonly draft: DraftRecord;
  readonly commands: readonly PlanCommand[];
  readonly publishedOn: IsoDate;
}

/** The plan as it comes into force; every reason against it is told. */
function createPlan({ parts, county, draft, commands, publishedOn }: Publishing): PlanRow {
  const inForce = findPlanInForce(county.plans, county.dataDate);
  checkBase(county, draft, inForce);
  checkDate(county, publishedOn, inForce);
  if (commands.length === 0)
    throw new InvalidInputError('plan_empty', `Got plan ${draft.code} without commands`, { plan: draft.code });
  const planned = parts.drafts.get(county, draft, commands);
  const before = getPlannedCounty(county).withDraft(draft.basedOn, []).county;
  const faults = [...planned.faults, ...listPublishFaults({ rows: county, before, planned: planned.county, commands })];
  if (faults.length > 0) throw new PlanFaultsError('plan_not_publishable', faults);
  return {
    code: draft.code,
    name: draft.name,
    nameEn: draft.nameEn,
    status: 'published',
    publishedOn,
    commands,
    schedule: parts.createSchedule(planned.county, { from: publishedOn }),
    baseRevision: county.revision,
    basedOn: draft.basedOn,
  };
}

function checkBase(county: County, { code, basedOn }: DraftRecord, inForce: PlanRow | null): void {
  if (county.plans.some((plan) => plan.code === code)) throw createFrozen(code);
  if (basedOn === (inForce?.code ?? null)) return;
  const details = { plan: code, base: basedOn ?? '–', inForce: inForce?.code ?? '–' };
  throw new InvalidInputError(
    'plan_base_superseded',
    `Got plan ${code} over ${basedOn}, expected the one in force`,
    details,
  );
}

function checkDate(county: County, publishedOn: IsoDate, inForce: PlanRow | null): void {
  const earliest = inForce?.publishedOn ?? county.campaign.startsOn;
  if (isIsoDate(publishedOn) && publishedOn >= earliest && publishedOn <= county.dataDate) return;
  const details = { got: publishedOn, earliest, latest: county.dataDate };
  throw new InvalidInputError(
    'published_on_range',
    `Got ${publishedOn}, expected ${earliest} to ${county.dataDate}`,
    details,
  );
}
