import type { County } from '../../county/county.ts';
import { InvalidInputError } from '../../errors.ts';
import { isPointInArea } from '../../geo/point-in-polygon.ts';
import type { SiteChoice } from './site-choice.ts';

/** So many codes are named in a sentence. */
const MOST_NAMED = 5;

/**
 * Refuses a choice that cannot be meant.
 *
 * @param county with the plan applied
 * @throws {InvalidInputError} `choice_needs_sites`, `choice_needs_limit`, `choice_unknown_site`, `choice_required_and_excluded`,
 *   `choice_too_many_required`, `choice_no_candidates`, `choice_position_outside`
 */
export function checkSiteChoice(county: County, choice: SiteChoice): void {
  checkNumbers(choice);
  const known = new Set(county.sites.map(({ code }) => code));
  const unknown = [...choice.required, ...choice.excluded].filter((code) => !known.has(code));
  if (unknown.length > 0) refuse('choice_unknown_site', { codes: listFirst(unknown), count: unknown.length });
  const excluded = new Set(choice.excluded);
  const both = choice.required.filter((code) => excluded.has(code));
  if (both.length > 0) refuse('choice_required_and_excluded', { codes: listFirst(both) });
  const required = new Set(choice.required).size;
  if (choice.sites !== null && required > choice.sites) {
    refuse('choice_too_many_required', { required, sites: choice.sites });
  }
  if (required > 0 && !choice.candidates.sites)
    refuse('choice_required_no_candidate', { codes: listFirst(choice.required) });
  checkCandidates(county, choice, excluded.size);
}

function checkNumbers({ problem, sites, budgetYuan, limit }: SiteChoice): void {
  const isCover = problem === 'maximal_cover' || problem === 'set_cover';
  if (isCover && limit === null) refuse('choice_needs_limit', {});
  if (problem !== 'set_cover' && sites === null && budgetYuan === null) refuse('choice_needs_sites', {});
}

function checkCandidates(county: County, { candidates }: SiteChoice, excludedCount: number): void {
  const ownSites = candidates.sites ? county.sites.length - excludedCount : 0;
  if (ownSites + candidates.positions.length + candidates.suitable === 0) refuse('choice_no_candidates', {});
  const area = county.areas[0];
  if (area === undefined) return;
  for (const { position } of candidates.positions) {
    if (isPointInArea(position, area.boundary)) continue;
    refuse('choice_position_outside', { point: position.join(', '), county: county.code });
  }
}

const listFirst = (codes: readonly string[]): string =>
  `${codes.slice(0, MOST_NAMED).join(', ')}${codes.length > MOST_NAMED ? ' …' : ''}`;

function refuse(code: string, details: Readonly<Record<string, string | number>>): never {
  throw new InvalidInputError(code, `Refused choice of sites: ${code} ${JSON.stringify(details)}`, details);
}
