import fc from 'fast-check';
import { buildCounty } from '#core/county/build-county.ts';
import type { County } from '#core/county/county.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import type { ArrangementRow, SiteRow } from '#core/county/things.ts';
import { createTinyCountyRows } from './tiny-county.ts';

/** A county with people to be moved, as rows and built; some of its sites closed by a plan. */
export interface PlanningWorld {
  readonly rows: CountyRows;
  readonly county: County;
  readonly closed: ReadonlySet<string>;
  readonly limitMinutes: number | null;
}

const BY_SITE: readonly (string | null)[] = [null, null, null, 'site-1', 'site-2', 'site-3'];

/** The tiny county with three sites of random capacities and places, and random arrangements for all its households. */
export const arbitraryPlanningWorld: fc.Arbitrary<PlanningWorld> = fc
  .record({
    capacities: fc.tuple(fc.nat(6), fc.option(fc.nat(6)), fc.nat(6)),
    // 107.5 to 107.54 and 27 to 27.02 is the tiny county
    shift: fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 200 })),
    arrangements: fc.array(fc.constantFrom('none', 'centralised', 'centralised', 'self_built'), {
      minLength: 24,
      maxLength: 24,
    }),
    sites: fc.array(fc.constantFrom(...BY_SITE), { minLength: 24, maxLength: 24 }),
    closed: fc.subarray(['site-1', 'site-2', 'site-3']),
    limitMinutes: fc.constantFrom(null, null, 2, 5),
    isTwin: fc.boolean(),
  })
  .map(({ capacities, shift, arrangements, sites, closed, limitMinutes, isTwin }) => {
    const tiny = createTinyCountyRows();
    const [first, second] = tiny.sites as [SiteRow, SiteRow];
    // a twin stands where the second site does, so that minutes tie
    const position = isTwin ? second.accessPoint : ([107.5 + shift[0] / 10_000, 27 + shift[1] / 10_000] as const);
    const third: SiteRow = {
      ...second,
      code: 'site-3',
      name: '三号安置点',
      position,
      accessPoint: position,
      events: [],
    };
    const rows: CountyRows = {
      ...tiny,
      sites: [first, second, third].map((site, i) => ({ ...site, capacityHouseholds: capacities[i] ?? null })),
      households: tiny.households.map((household, i) => ({
        ...household,
        relocation: toRelocation(arrangements[i] ?? 'none', sites[i] ?? null),
      })),
    };
    const county: County = {
      ...buildCounty(rows, 1),
      planned: { ...NOTHING_PLANNED, closedSites: new Set(closed) },
    };
    return { rows, county, closed: new Set(closed), limitMinutes };
  });

const NOTHING_PLANNED = {
  closedSites: new Set<string>(),
  placed: new Set<string>(),
  movedSites: new Set<string>(),
  rearranged: new Set<string>(),
  hardenedIn: new Map<string, number>(),
};

function toRelocation(kind: string, siteCode: string | null): ArrangementRow | null {
  if (kind === 'none') return null;
  const isCentralised = kind === 'centralised';
  return {
    kind: isCentralised ? 'centralised' : 'self_built',
    siteCode: isCentralised ? siteCode : null,
    plannedYear: 2027,
    retainedReason: null,
  };
}
