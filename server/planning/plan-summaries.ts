import type { PlanSummary } from '#core/api/plans.ts';
import type { County } from '#core/county/county.ts';
import type { PlanRow } from '#core/county/plan.ts';
import { getPlannedCounty } from '#core/planning/planned-county.ts';
import type { DraftOverview } from './draft-store.ts';

/** A draft as the interface tells it; a published one by the row of its county. */
export function draftToSummary(county: County, draft: DraftOverview): PlanSummary {
  const row = draft.status === 'published' ? county.plans.find(({ code }) => code === draft.code) : undefined;
  return {
    county: county.code,
    code: draft.code,
    name: draft.name,
    nameEn: draft.nameEn,
    description: draft.description,
    owner: draft.owner,
    status: row?.status ?? draft.status,
    publishedOn: row?.publishedOn ?? null,
    version: draft.version,
    baseRevision: draft.baseRevision,
    basedOn: draft.basedOn,
    commandCount: draft.commandCount,
    unfitCount: row === undefined ? 0 : countUnfit(county, row),
    changedAt: draft.changedAt.toISOString(),
    changedBy: draft.changedBy,
    canUndo: draft.status === 'draft' && draft.commandCount > 0,
    canRedo: draft.status === 'draft' && draft.undoneCount > 0,
  };
}

/** A plan that came with the ledgers; its version is 0, because nobody changes it here. */
export function rowToSummary(county: County, plan: PlanRow): PlanSummary {
  const last = plan.commands.at(-1);
  return {
    county: county.code,
    code: plan.code,
    name: plan.name,
    nameEn: plan.nameEn,
    description: '',
    owner: last?.by ?? '',
    status: plan.status,
    publishedOn: plan.publishedOn,
    version: 0,
    baseRevision: plan.baseRevision ?? null,
    basedOn: plan.basedOn ?? null,
    commandCount: plan.commands.length,
    unfitCount: countUnfit(county, plan),
    changedAt: last?.at ?? plan.publishedOn ?? '',
    changedBy: last?.by ?? '',
    canUndo: false,
    canRedo: false,
  };
}

const countUnfit = (county: County, { code }: PlanRow): number => getPlannedCounty(county).faultsOf(code).length;
