import type { CountyRows } from '#core/county/county-rows.ts';
import type { HouseholdRow } from '#core/county/things.ts';

/** Where a relocation household stands under the rule of design.md ("Who goes where"). */
export type NaivePlace =
  | { readonly state: 'explicit' | 'nearest'; readonly siteCode: string }
  | { readonly state: 'full' | 'not_reached' | 'scattered' };

/** What the rule is asked about. */
export interface NaiveQuestion {
  readonly rows: Pick<CountyRows, 'households' | 'sites'>;
  readonly closed: ReadonlySet<string>;
  /** By vehicle; `Infinity` = no way. */
  readonly minutes: (settlementCode: string, siteCode: string) => number;
  readonly limitMinutes: number;
}

/**
 * The rule household by household: all pairs of household and open site in one list, sorted as the rule says, taken one after the other. Nothing
 * here uses the product's functions.
 */
export function allocateNaively({ rows, closed, minutes, limitMinutes }: NaiveQuestion): Map<string, NaivePlace> {
  const places = new Map<string, NaivePlace>();
  const room = new Map(rows.sites.map(({ code, capacityHouseholds }) => [code, capacityHouseholds ?? 0]));
  const waiting: HouseholdRow[] = [];
  for (const household of rows.households) {
    const { relocation } = household;
    if (!relocation) continue;
    if (relocation.kind !== 'centralised') places.set(household.code, { state: 'scattered' });
    else if (relocation.siteCode === null) waiting.push(household);
    else {
      places.set(household.code, { state: 'explicit', siteCode: relocation.siteCode });
      room.set(relocation.siteCode, (room.get(relocation.siteCode) ?? 0) - 1);
    }
  }
  const pairs = waiting.flatMap((household) =>
    rows.sites
      .filter(({ code }) => !closed.has(code))
      .map((site) => ({ household, site: site.code, cost: minutes(household.settlementCode, site.code) }))
      .filter(({ cost }) => cost < Infinity && cost <= limitMinutes),
  );
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  pairs.sort(
    (a, b) =>
      a.cost - b.cost ||
      order(a.household.settlementCode, b.household.settlementCode) ||
      order(a.household.code, b.household.code) ||
      order(a.site, b.site),
  );
  for (const { household, site } of pairs) {
    if (places.has(household.code) || (room.get(site) ?? 0) <= 0) continue;
    places.set(household.code, { state: 'nearest', siteCode: site });
    room.set(site, (room.get(site) ?? 0) - 1);
  }
  for (const household of waiting) {
    if (places.has(household.code)) continue;
    const isReached = pairs.some((pair) => pair.household === household);
    places.set(household.code, { state: isReached ? 'full' : 'not_reached' });
  }
  return places;
}
