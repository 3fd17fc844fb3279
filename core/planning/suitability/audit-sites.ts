import type { County } from '../../county/county.ts';
import type { IsoDate } from '../../county/dates.ts';
import type { SiteRow } from '../../county/things.ts';
import { judgePlace } from '../rules/judge-place.ts';
import type { Suitability } from '../rules/site-rule.ts';

/** A site with what the rules say of the place where it stands. */
export interface AuditedSite {
  readonly site: SiteRow;
  readonly isAssessed: boolean;
  readonly suitability: Suitability;
}

/** Every site of a county judged at its position, those that plans placed included; in the order of the county. */
export const auditSites = (county: County, asOf: IsoDate = county.dataDate): readonly AuditedSite[] =>
  county.sites.map((site) => {
    const isAssessed = site.hazardAssessment !== null;
    return { site, isAssessed, suitability: judgePlace(county, site.position, { asOf, isAssessed }) };
  });
