import { findLatest } from '../../county/county-state.ts';
import { SITE_STAGES } from '../../county/kinds.ts';
import type { SiteRow } from '../../county/things.ts';
import type { CountyDraft, Refusal } from '../county-draft.ts';
import { refuse } from './refuse.ts';

/** A site that is there, and its number in the draft. */
export interface KnownSite {
  readonly number: number;
  readonly site: SiteRow;
}

/** The site of a code; null = there is none. */
export function findSite({ sites }: CountyDraft, siteCode: string): KnownSite | null {
  const number = sites.find(siteCode);
  const site = sites.get(number);
  return site ? { number, site } : null;
}

const FIRST_WORKS = SITE_STAGES.indexOf('begun');

/** Why a site cannot be moved or taken out: its works have begun, or people live there. */
export function refuseIfBuilt(draft: CountyDraft, { number, site }: KnownSite): Refusal | null {
  const latest = findLatest(site.events, draft.asOf, 'stage');
  if ((SITE_STAGES as readonly string[]).indexOf(latest?.value ?? '') >= FIRST_WORKS)
    return refuse('site_built', site.code, { since: firstWorks(site, draft.asOf) });
  const residents = countResidents(draft, number);
  return residents > 0 ? refuse('site_has_residents', site.code, { households: residents }) : null;
}

const firstWorks = ({ events }: SiteRow, asOf: string): string =>
  events.find(({ value, on }) => (SITE_STAGES as readonly string[]).indexOf(value ?? '') >= FIRST_WORKS && on <= asOf)
    ?.on ?? '';

/** Households that have moved into a site. */
export const countResidents = ({ households }: CountyDraft, site: number): number =>
  households.ofSite(site).filter((household) => households.hasMovedIn(household)).length;

/** Those who have not moved in stay centralised, without a site. */
export function releaseSite({ households }: CountyDraft, site: number): void {
  for (const household of households.ofSite(site)) {
    if (!households.hasMovedIn(household)) households.place(household, { ...households.placeOf(household), site: -1 });
  }
}
