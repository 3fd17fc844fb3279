import type { SiteFacility, SiteRow } from '#core/county/things.ts';
import type { FacilityRecordRow, SiteRecordRow } from './thing-tables.ts';

/** A site as it is written: its assessment in three columns. */
export function siteToRecordRow({ hazardAssessment, ...row }: SiteRow): SiteRecordRow {
  return {
    ...row,
    assessmentNumber: hazardAssessment?.number ?? null,
    assessmentOn: hazardAssessment?.on ?? null,
    assessmentConclusion: hazardAssessment?.conclusion ?? null,
  };
}

/** A site as the county has it, without its events. */
export function recordRowToSite(
  { assessmentNumber: number, assessmentOn: on, assessmentConclusion: conclusion, ...row }: SiteRecordRow,
  facilities: readonly SiteFacility[],
): Omit<SiteRow, 'events'> {
  const isAssessed = number !== null && on !== null && conclusion !== null;
  return { ...row, facilities, hazardAssessment: isAssessed ? { number, on, conclusion } : null };
}

/** Facilities by site, in the order of each site's list. */
export function groupFacilities(rows: readonly FacilityRecordRow[]): ReadonlyMap<string, readonly SiteFacility[]> {
  const groups = new Map<string, SiteFacility[]>();
  for (const { siteCode, kind, presentSince } of [...rows].sort((a, b) => a.facilityNumber - b.facilityNumber)) {
    const group = groups.get(siteCode);
    if (group) group.push({ kind, presentSince });
    else groups.set(siteCode, [{ kind, presentSince }]);
  }
  return groups;
}
