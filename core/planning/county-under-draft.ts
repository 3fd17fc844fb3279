import type { County } from '../county/county.ts';
import type { PlanCommand } from '../county/plan.ts';
import { getPlannedCounty } from './planned-county.ts';

/** Commands that are not published, and the plan over which they stand (null = over the rows). */
export interface Draft {
  readonly basedOn: string | null;
  readonly commands: readonly PlanCommand[];
}

/** What a county under a draft was made of: whoever has the county can make it again. */
export interface DraftSource {
  readonly base: County;
  readonly draft: Draft;
}

/** Drafts kept of each county, the last ones: previews of a sheet show one, or two in turn. */
const MOST_KEPT = 2;

const kept = new WeakMap<County, Map<string, County>>();
const sources = new WeakMap<County, DraftSource>();

/** A county under a draft: the very same as long as the draft says the same, so that what is kept with it is there the next time. Commands that do not fit are left out. */
export function getCountyUnderDraft(base: County, { basedOn, commands }: Draft): County {
  const known = kept.get(base) ?? new Map<string, County>();
  kept.set(base, known);
  const key = JSON.stringify([basedOn, commands]);
  const county = known.get(key) ?? getPlannedCounty(base).withDraft(basedOn, commands).county;
  // the one used last stands last
  known.delete(key);
  known.set(key, county);
  for (const oldest of known.keys()) if (known.size > MOST_KEPT) known.delete(oldest);
  if (county !== base) sources.set(county, { base, draft: { basedOn, commands } });
  return county;
}

/** What a county was made of by `getCountyUnderDraft`; undefined for every other. */
export const findDraftSource = (county: County): DraftSource | undefined => sources.get(county);
