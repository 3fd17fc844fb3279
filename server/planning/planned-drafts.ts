import type { County } from '#core/county/county.ts';
import type { PlanCommand } from '#core/county/plan.ts';
import type { PlanFault } from '#core/planning/plan-fault.ts';
import { getPlannedCounty } from '#core/planning/planned-county.ts';
import type { DraftRecord } from './draft-store.ts';

/** A county with the commands of a draft done, and those that could not be done. */
export interface PlannedDraft {
  readonly county: County;
  readonly faults: readonly PlanFault[];
}

/** Counties under drafts, so that each change applies its own commands only. */
export interface PlannedDrafts {
  /** The county under a draft, whose live commands are given. */
  get(county: County, draft: DraftRecord, commands: readonly PlanCommand[]): PlannedDraft;
  /** Keeps what is known of a version already: told when that version is stored. */
  keep(county: County, draft: Pick<DraftRecord, 'code' | 'version'>, planned: PlannedDraft): void;
}

/** Drafts kept of a county; each holds what differs from it. */
const KEPT_DRAFTS = 6;

/** Creates the memory of drafts; it holds nothing of a county that nobody holds any more. */
export function createPlannedDrafts(): PlannedDrafts {
  const kept = new WeakMap<County, Map<string, PlannedDraft>>();
  const keep: PlannedDrafts['keep'] = (county, { code, version }, planned) => {
    const drafts = kept.get(county) ?? new Map<string, PlannedDraft>();
    kept.set(county, drafts);
    for (const key of drafts.keys()) if (key.startsWith(`${code} `)) drafts.delete(key);
    drafts.set(`${code} ${version}`, planned);
    const [oldest] = drafts.keys();
    if (drafts.size > KEPT_DRAFTS && oldest !== undefined) drafts.delete(oldest);
  };
  return {
    keep,
    get(county, draft, commands) {
      const known = kept.get(county)?.get(`${draft.code} ${draft.version}`);
      const planned = known ?? getPlannedCounty(county).withDraft(draft.basedOn, commands);
      keep(county, draft, planned);
      return planned;
    },
  };
}
