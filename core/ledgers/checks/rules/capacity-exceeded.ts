import type { CountyRows } from '../../../county/county-rows.ts';
import type { SiteRow } from '../../../county/things.ts';
import { reportRow, reportTable } from '../check-context.ts';
import type { CountyDraft } from '../county-draft.ts';
import { createGrouping } from './count-by-key.ts';

/** Households and people assigned to a site. */
interface Load {
  readonly households: number;
  readonly people: number;
}

/**
 * Sites that an import fills beyond their capacity in households or people. A site that was over-full before and is no fuller is not the fault of this
 * import.
 *
 * @param rows the county as it would be
 */
export function checkCapacity({ context, outcomes }: CountyDraft, rows: CountyRows): void {
  const before = countLoads(context.rows);
  const after = countLoads(rows);
  const former = new Map(context.rows.sites.map((site) => [site.code, site]));
  const drafts = new Map(
    [...outcomes.keys()].filter(({ table }) => table.kind === 'sites').map((draft) => [draft.code, draft]),
  );
  const table =
    context.tables.find(({ kind }) => kind === 'households') ?? context.tables.find(({ kind }) => kind === 'sites');
  for (const site of rows.sites) {
    const load = after(site.code);
    const known = former.get(site.code);
    const excess = excessOf(site, load);
    if (excess <= (known ? excessOf(known, before(site.code)) : 0) || table === undefined) continue;
    const report = {
      rule: 'capacity_exceeded' as const,
      field: 'siteCode',
      code: site.code,
      got: `${load.households} / ${load.people}`,
      expected: `${site.capacityHouseholds ?? '\u2014'} / ${site.capacityPeople ?? '\u2014'}`,
      position: site.position,
    };
    const draft = drafts.get(site.code);
    if (draft) reportRow(context, draft, { ...report, field: 'capacityHouseholds' });
    else reportTable(context, table, report);
  }
}

/** By how many households or people too many, whichever is worse. */
const excessOf = ({ capacityHouseholds, capacityPeople }: SiteRow, { households, people }: Load): number =>
  Math.max(0, households - (capacityHouseholds ?? Infinity), people - (capacityPeople ?? Infinity));

function countLoads({ households }: Pick<CountyRows, 'households'>): (siteCode: string) => Load {
  const count = createGrouping();
  const people = createGrouping();
  for (const { relocation, people: size } of households) {
    const site = relocation?.siteCode ?? null;
    if (site === null) continue;
    count.add(site, 1);
    people.add(site, size);
  }
  return (site) => ({ households: count.get(site), people: people.get(site) });
}
