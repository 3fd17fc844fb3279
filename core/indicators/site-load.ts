import type { County } from '../county/county.ts';
import type { DayNumber } from '../county/dates.ts';

/** How many each site has been given and has received, aligned with `County.sites`. */
export interface SiteLoad {
  readonly assignedHouseholds: Int32Array;
  readonly assignedPeople: Int32Array;
  readonly movedInHouseholds: Int32Array;
  readonly movedInPeople: Int32Array;
}

/** Load of every site at a day; households come from anywhere in the county. */
export function createSiteLoad({ sites, households }: County, day: DayNumber): SiteLoad {
  const load = {
    assignedHouseholds: new Int32Array(sites.length),
    assignedPeople: new Int32Array(sites.length),
    movedInHouseholds: new Int32Array(sites.length),
    movedInPeople: new Int32Array(sites.length),
  };
  const add = (column: Int32Array, site: number, amount: number) => {
    column[site] = (column[site] ?? 0) + amount;
  };
  for (let i = 0; i < households.count; i++) {
    const site = households.site[i] ?? -1;
    if (site < 0) continue;
    const people = households.people[i] ?? 0;
    add(load.assignedHouseholds, site, 1);
    add(load.assignedPeople, site, people);
    if ((households.eventDay.moved_in[i] ?? 0) > day) continue;
    add(load.movedInHouseholds, site, 1);
    add(load.movedInPeople, site, people);
  }
  return load;
}
