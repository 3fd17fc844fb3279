import type { Area } from '../../county/county.ts';
import type { ResponsibilityRole } from '../../county/kinds.ts';
import type { ResponsibilityRow } from '../../county/things.ts';
import type { IndicatorContext } from '../../indicators/context.ts';

/** Which role stands beside an area's name, the first that is filled. */
const ROLES_SHOWN: Readonly<Record<Area['level'], readonly ResponsibilityRole[]>> = {
  county: ['commander', 'lead_department'],
  town: ['county_leader_of_town', 'town_secretary', 'town_head'],
  village: ['helping_unit', 'first_secretary', 'work_team_leader', 'village_secretary'],
};

const byArea = new WeakMap<IndicatorContext['county'], ReadonlyMap<string, readonly ResponsibilityRow[]>>();

/** Post or unit responsible for an area at the context's day; empty when none is recorded. As the county wrote it. */
export function findHolder(context: IndicatorContext, area: Area): string {
  const rows = rowsByArea(context).get(area.code) ?? [];
  const current = rows.filter(({ from, to }) => from <= context.asOf && (to === null || to >= context.asOf));
  for (const role of ROLES_SHOWN[area.level]) {
    const found = current.find((row) => row.role === role);
    if (found) return found.holder;
  }
  return '';
}

function rowsByArea({ county }: IndicatorContext): ReadonlyMap<string, readonly ResponsibilityRow[]> {
  const known = byArea.get(county);
  if (known) return known;
  const made = new Map<string, ResponsibilityRow[]>();
  for (const row of county.responsibilities) {
    const rows = made.get(row.aboutCode);
    if (rows) rows.push(row);
    else made.set(row.aboutCode, [row]);
  }
  byArea.set(county, made);
  return made;
}
