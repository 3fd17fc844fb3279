import type { HazardRow, HouseholdRow } from '#core/county/things.ts';
import { happened, isIn, latest, type NaiveWorld, type Recount, share, total } from './naive-world.ts';

const listHouseholds = ({ rows }: NaiveWorld, area: string) => rows.households.filter(({ code }) => isIn(area)(code));

/** Target households of an area at the day. */
export const listTargets = (world: NaiveWorld, area: string): readonly HouseholdRow[] =>
  listHouseholds(world, area).filter(
    (household) =>
      household.category !== null &&
      (household.events.every(({ kind }) => kind !== 'identified') || happened(world, household, 'identified')),
  );

const listRelocated = (world: NaiveWorld, area: string) =>
  listHouseholds(world, area).filter(({ relocation }) => relocation !== null);

const listSettlements = ({ rows }: NaiveWorld, area: string) => rows.settlements.filter(({ code }) => isIn(area)(code));

const isClosed = (world: NaiveWorld, hazard: HazardRow | undefined): boolean =>
  hazard !== undefined &&
  latest(world, hazard.events) !== undefined &&
  (hazard.treatment !== 'relocate' ||
    world.rows.households.every(
      (household) => household.hazardCode !== hazard.code || happened(world, household, 'moved_in'),
    ));

/** Households and people: T, R3, S, P5, I1. */
export const PEOPLE_RECOUNTS = {
  T1: (world, area) => ({ numerator: listTargets(world, area).length, denominator: null }),
  T2: (world, area) => ({
    numerator: total(listTargets(world, area), ({ people }) => people),
    denominator: total(listSettlements(world, area), ({ registeredPeople }) => registeredPeople ?? Number.NaN),
  }),
  T3: (world, area) => share(listTargets(world, area), () => true),
  R3: (world, area) => share(listHouseholds(world, area), (household) => happened(world, household, 'door_hardened')),
  S1: (world, area) => share(listRelocated(world, area), ({ relocation }) => relocation?.kind === 'centralised'),
  S2: ({ rows }, area) => {
    const sites = rows.sites.filter(({ areaCode, capacityHouseholds }) => isIn(area)(areaCode) && capacityHouseholds);
    const codes = new Set(sites.map(({ code }) => code));
    return {
      numerator: rows.households.filter(({ relocation }) => codes.has(relocation?.siteCode ?? '')).length,
      denominator: total(sites, ({ capacityHouseholds }) => capacityHouseholds ?? 0),
    };
  },
  S3: (world, area) => share(listRelocated(world, area), (household) => happened(world, household, 'moved_in')),
  S4: (world, area) => {
    const threatened = listHouseholds(world, area).filter(({ hazardCode }) => hazardCode !== null);
    const hazards = new Map(world.rows.hazards.map((hazard) => [hazard.code, hazard]));
    const codes = [...new Set(threatened.map(({ hazardCode }) => hazardCode ?? ''))];
    const closed = new Set(codes.filter((code) => isClosed(world, hazards.get(code))));
    return share(
      threatened,
      (household) => !happened(world, household, 'moved_in') && !closed.has(household.hazardCode ?? ''),
    );
  },
  S5: ({ rows, asOf }, area) => {
    const facilities = rows.sites.filter(({ areaCode }) => isIn(area)(areaCode)).flatMap((site) => site.facilities);
    return share(facilities, ({ presentSince }) => presentSince !== null && presentSince <= asOf);
  },
  S6: (world, area) => {
    const due = listRelocated(world, area).filter(
      (household) =>
        household.relocation?.retainedReason === null &&
        (happened(world, household, 'moved_in') || happened(world, household, 'demolished')),
    );
    return share(due, (household) => happened(world, household, 'demolished'));
  },
  S7: (world, area) =>
    share(
      listRelocated(world, area).filter(({ labourForce }) => labourForce > 0),
      (household) => happened(world, household, 'in_work'),
    ),
  P5: (world, area) => share(listTargets(world, area), (household) => happened(world, household, 'risk_removed')),
  I1: (world, area) => share(listTargets(world, area), (household) => happened(world, household, 'linked')),
} satisfies Readonly<Record<string, Recount>>;
