import type { LonLat } from '#core/geo/lon-lat.ts';
import { costsToNearest, listNear } from './naive-roads.ts';
import {
  happened,
  isIn,
  type NaiveFigure,
  type NaiveWorld,
  type Recount,
  share,
  stands,
  surfaceOf,
  total,
} from './naive-world.ts';
import { listTargets } from './recount-people.ts';

const MAIN_CLASSES = ['G', 'S', 'X', 'Y'];
const PARKS = ['industrial_park', 'agricultural_park', 'scenic_area'];

const kept = new WeakMap<NaiveWorld, Map<string, unknown>>();

/** Something that is the same for every area of a world, computed once. */
function keep<Value>(world: NaiveWorld, key: string, compute: () => Value): Value {
  const values = kept.get(world) ?? new Map<string, unknown>();
  kept.set(world, values);
  if (!values.has(key)) values.set(key, compute());
  return values.get(key) as Value;
}

const positionsOf = (world: NaiveWorld, kind: 'town_government' | 'park' | 'central_village'): readonly LonLat[] => {
  const { services, parks, areas, settings } = world.rows;
  if (kind === 'park') return parks.filter((park) => PARKS.includes(park.kind)).map(({ accessPoint }) => accessPoint);
  if (kind === 'town_government') return services.filter((row) => row.kind === kind).map(({ position }) => position);
  return areas.filter(({ code }) => settings.closeness.centralVillages.includes(code)).map(({ seat }) => seat);
};

/** Minutes from each settlement to the nearest place, by settlement code. */
const minutesTo = (world: NaiveWorld, kind: 'town_government' | 'park'): ReadonlyMap<string, number> =>
  keep(world, `minutes ${kind}`, () => {
    const { settlements } = world.rows;
    const from = settlements.map(({ position }) => position);
    const costs = costsToNearest(world, { from, to: positionsOf(world, kind), metric: 'minutes' });
    return new Map(settlements.map(({ code }, i) => [code, costs[i] ?? Infinity]));
  });

/** Where a household lives at the day: its settlement, its site's settlement, or null when it moved and the ledger does not say where to. */
const homeOf = (world: NaiveWorld, household: NaiveWorld['rows']['households'][number]): string | null => {
  const { relocation } = household;
  if (!relocation || relocation.kind === 'self_built' || !happened(world, household, 'moved_in')) {
    return household.settlementCode;
  }
  const sites = keep(
    world,
    'sites',
    () => new Map(world.rows.settlements.map(({ siteCode, code }) => [siteCode ?? '', code])),
  );
  return relocation.siteCode === null ? null : (sites.get(relocation.siteCode) ?? null);
};

/** Residents of each settlement at the day: base count, less those who moved out, with those who moved in. */
const residents = (world: NaiveWorld): ReadonlyMap<string, number> =>
  keep(world, 'residents', () => {
    const people = new Map(
      world.rows.settlements.map(({ code, residentPeople }) => [code, residentPeople ?? Number.NaN]),
    );
    for (const household of world.rows.households) {
      const home = homeOf(world, household);
      if (home === household.settlementCode) continue;
      people.set(household.settlementCode, (people.get(household.settlementCode) ?? 0) - household.people);
      if (home !== null) people.set(home, (people.get(home) ?? 0) + household.people);
    }
    return people;
  });

/** Hardened roads that hang together, by flooding from segment to segment: number of its component by segment, and which hold a main road. */
const flood = (world: NaiveWorld) =>
  keep(world, 'flood', () => {
    const { segments, links } = world.stored;
    const surfaces = world.rows.settings.hardenedSurfaces as readonly string[];
    const isHardened = segments.map(
      (segment) => stands(world, segment) && surfaces.includes(surfaceOf(world, segment) ?? ''),
    );
    const segmentsAt = new Map<number, number[]>();
    const nodesOf: number[][] = segments.map(() => []);
    for (let link = 0; link < links.count; link++) {
      const segment = links.segment[link] ?? 0;
      for (const node of [links.fromNode[link] ?? 0, links.toNode[link] ?? 0]) {
        segmentsAt.set(node, [...(segmentsAt.get(node) ?? []), segment]);
        nodesOf[segment]?.push(node);
      }
    }
    const component = segments.map(() => -1);
    const main = new Set<number>();
    segments.forEach((_, start) => {
      if (!isHardened[start] || component[start] !== -1) return;
      const queue = [start];
      component[start] = start;
      for (let segment = queue.pop(); segment !== undefined; segment = queue.pop()) {
        if (MAIN_CLASSES.includes(segments[segment]?.roadClass ?? '')) main.add(start);
        for (const other of (nodesOf[segment] ?? []).flatMap((node) => segmentsAt.get(node) ?? [])) {
          if (!isHardened[other] || component[other] !== -1) continue;
          component[other] = start;
          queue.push(other);
        }
      }
    });
    return { component, main };
  });

/** Components of hardened roads within 200 m of a position. */
function componentsNear(world: NaiveWorld, position: LonLat): ReadonlySet<number> {
  const { component } = flood(world);
  const near = listNear(world, position, 0.003, (segment) => component[segment] !== -1);
  return new Set(near.filter(({ meters }) => meters <= 200).map(({ segment }) => component[segment] ?? -1));
}

function recountJoined(world: NaiveWorld, area: string): NaiveFigure {
  const { main } = flood(world);
  const asked = world.rows.settlements.filter(
    ({ code, roadDuty, kind, registeredHouseholds, registeredPeople }) =>
      isIn(area)(code) &&
      roadDuty === 'required' &&
      (kind === 'relocation_site' || (registeredHouseholds ?? 0) >= 30 || (registeredPeople ?? 0) >= 150),
  );
  const seats = new Map(world.rows.areas.map(({ code, seat }) => [code, seat]));
  return share(asked, ({ position, villageCode }) => {
    const atSeat = componentsNear(world, seats.get(villageCode) ?? [0, 0]);
    return [...componentsNear(world, position)].some((component) => atSeat.has(component) && main.has(component));
  });
}

/** What is asked of the roads as a network: R0, R2, R4, D, I2. */
export const NETWORK_RECOUNTS = {
  R0: (world, area) => {
    const { main } = flood(world);
    const villages = world.rows.areas.filter(
      ({ level, roadDuty, code }) => level === 'village' && roadDuty === 'required' && isIn(area)(code),
    );
    return share(villages, ({ seat }) => [...componentsNear(world, seat)].some((component) => main.has(component)));
  },
  R2: recountJoined,
  R4: (world, area) => {
    const isAllSeason = world.stored.segments.map(
      (segment) => stands(world, segment) && ![undefined, 'earth'].includes(surfaceOf(world, segment)),
    );
    const settlements = world.rows.settlements.filter(({ code }) => isIn(area)(code));
    const near = settlements.filter(({ position }) => {
      const [nearest] = listNear(world, position, 0.03, (segment) => isAllSeason[segment] === true);
      return (nearest?.meters ?? Infinity) <= 2000;
    });
    return {
      numerator: total(near, ({ registeredPeople }) => registeredPeople ?? Number.NaN),
      denominator: total(settlements, ({ registeredPeople }) => registeredPeople ?? Number.NaN),
    };
  },
  D1: (world, area) => {
    const minutes = minutesTo(world, 'town_government');
    const inhabited = world.rows.settlements.filter(({ code }) => isIn(area)(code) && residents(world).get(code) !== 0);
    const costs = inhabited.map(({ code }) => minutes.get(code) ?? Infinity).filter(Number.isFinite);
    return { numerator: total(costs, (cost) => cost), denominator: costs.length };
  },
  D2: (world, area) => {
    const minutes = minutesTo(world, 'town_government');
    const all = world.rows.settlements.filter(({ code }) => isIn(area)(code));
    const people = ({ code }: (typeof all)[number]) => residents(world).get(code) ?? 0;
    const served = all.filter(({ code }) => (minutes.get(code) ?? Infinity) <= 30);
    return { numerator: total(served, people), denominator: total(all, people) };
  },
  D3: (world, area) => {
    const sites = world.rows.sites.filter(({ areaCode }) => isIn(area)(areaCode));
    const from = sites.map(({ accessPoint }) => accessPoint);
    const { townMeters, parkMeters, centralVillageMeters } = world.rows.settings.closeness;
    const near = (
      [
        ['town_government', townMeters],
        ['park', parkMeters],
        ['central_village', centralVillageMeters],
      ] as const
    ).map(([kind, limit]) =>
      costsToNearest(world, { from, to: positionsOf(world, kind), metric: 'meters' }).map((cost) => cost <= limit),
    );
    return share([...sites.keys()], (site) => near.some((flags) => flags[site] === true));
  },
  I2: (world, area) => {
    const minutes = minutesTo(world, 'park');
    const homes = listTargets(world, area)
      .map((household) => homeOf(world, household))
      .filter((home) => home !== null);
    return share(homes, (home) => (minutes.get(home) ?? Infinity) <= 30);
  },
} satisfies Readonly<Record<string, Recount>>;
