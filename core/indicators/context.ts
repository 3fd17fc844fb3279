import type { County } from '../county/county.ts';
import { type CountyState, createCountyState } from '../county/county-state.ts';
import type { DayNumber, IsoDate } from '../county/dates.ts';
import { isIsoDate } from '../county/dates.ts';
import { findPlanInForce } from '../county/find-plan-in-force.ts';
import type { PlanRow } from '../county/plan.ts';
import { InvalidInputError, NotFoundError } from '../errors.ts';
import { createOwnDefinition, type JoinDefinition } from '../network/join-definition.ts';
import { type JoinedPlaces, joinPlaces } from '../network/join-places.ts';
import { getNetwork, type NetworkAt } from '../network/network.ts';
import { createRoadState } from '../network/road-state.ts';
import { type AreaScope, createAreaScope } from './area-scope.ts';
import { findClosedHazards } from './closed-hazards.ts';
import { type ContextFamily, createContextFamily } from './context-family.ts';
import { type CountyIndex, getCountyIndex } from './county-index.ts';
import type { KeptFigures } from './kept-figures.ts';
import { once } from './once.ts';
import { createSiteLoad, type SiteLoad } from './site-load.ts';
import { isTargetAt } from './target-households.ts';

/** A county at a day, ready to be asked for figures. Immutable; what several figures need is computed once, at its first use. */
export interface IndicatorContext {
  /** As it is at the day: under the plan then in force, where its commands are not in the rows. */
  readonly county: County;
  /** As it was given, without what plans arrange. */
  readonly recorded: County;
  readonly asOf: IsoDate;
  readonly day: DayNumber;
  readonly state: CountyState;
  /** The published plan in force at the day; null = none. */
  readonly plan: PlanRow | null;
  readonly index: CountyIndex;
  /** Figures computed before, for all days of the county. */
  readonly figures: KeptFigures;
  /**
   * An area of the county.
   * @throws {NotFoundError} `unknown_area`
   */
  scope(areaCode: string): AreaScope;
  /** The same county at another day; the last few are kept. */
  at(asOf: IsoDate): IndicatorContext;
  /** The roads of the day as a graph. */
  network(): NetworkAt;
  /** What continuous hardened roads join at the day; by the county's own definition unless another is given. */
  joined(definition?: JoinDefinition): JoinedPlaces;
  /** Straight metres from each settlement to the nearest hardened road that exists at the day; `Infinity` = none. */
  hardenedRoadMeters(): Float64Array;
  /** The same to the nearest all-season road. */
  allSeasonRoadMeters(): Float64Array;
  siteLoad(): SiteLoad;
  /** Sites whose capacity is known and not used up, and which no plan closes; aligned with `County.sites`. */
  siteHasRoom(): Uint8Array;
  /** Straight metres from each settlement to the nearest site that has room left; `Infinity` = none. */
  siteWithRoomMeters(): Float64Array;
  /** Hazard points closed at the day, aligned with `County.hazards`. */
  hazardsClosed(): Uint8Array;
  /** Target households and people at the day, aligned with `County.settlements`. */
  targetsBySettlement(): { readonly households: Int32Array; readonly people: Int32Array };
}

/** How a context comes by its county. */
export interface ContextOptions {
  /** The county at a day, with what the plan then in force arranges; the same object for the same plan. Default: the county given. */
  readonly countyAt?: (asOf: IsoDate) => County;
}

/**
 * A county at a day.
 *
 * @param asOf defaults to the county's data date, which is also the latest that can be asked for
 * @throws {InvalidInputError} `invalid_date`: not a date, or later than the data date
 */
export function createIndicatorContext(
  county: County,
  asOf: IsoDate = county.dataDate,
  { countyAt = () => county }: ContextOptions = {},
): IndicatorContext {
  return createContext({ recorded: county, countyAt, family: createContextFamily<IndicatorContext>() }, asOf);
}

interface ContextParts {
  readonly recorded: County;
  readonly countyAt: (asOf: IsoDate) => County;
  readonly family: ContextFamily<IndicatorContext>;
}

function createContext(parts: ContextParts, asOf: IsoDate): IndicatorContext {
  const { recorded, countyAt, family } = parts;
  if (!isIsoDate(asOf) || asOf > recorded.dataDate) {
    throw new InvalidInputError(
      'invalid_date',
      `Got date ${asOf} when expected YYYY-MM-DD up to ${recorded.dataDate}`,
      {
        date: asOf,
        latest: recorded.dataDate,
      },
    );
  }
  const county = countyAt(asOf);
  const state = createCountyState(county, asOf);
  const index = getCountyIndex(county);
  const siteLoad = once(() => createSiteLoad(county, state.day));
  const siteHasRoom = once(() => flagSitesWithRoom(county, siteLoad()));
  const network = once(() => getNetwork(county).at(createRoadState(state)));
  const context: IndicatorContext = {
    county,
    recorded,
    asOf,
    day: state.day,
    state,
    plan: findPlanInForce(county.plans, asOf),
    index,
    figures: family.figures,
    scope: (areaCode) => getScope(county, index, { scopes: family.scopesOf(county), areaCode }),
    at: (date) => family.find(date) ?? createContext(parts, date),
    network,
    joined: (definition = createOwnDefinition(county.settings)) => joinPlaces(network(), definition),
    hardenedRoadMeters: once(() => index.settlementRoads().nearestMeters(state.segments.hardened)),
    allSeasonRoadMeters: once(() => index.settlementRoads().nearestMeters(state.segments.allSeason)),
    hazardsClosed: once(() => findClosedHazards(county, state)),
    siteLoad,
    siteHasRoom,
    siteWithRoomMeters: once(() => index.places().nearestSiteMeters(siteHasRoom())),
    targetsBySettlement: once(() => countTargets(county, index, state.day)),
  };
  family.keep(context);
  return context;
}

/** An area's scope, the same at every date. */
function getScope(
  county: County,
  index: CountyIndex,
  { scopes, areaCode }: { readonly scopes: Map<string, AreaScope>; readonly areaCode: string },
): AreaScope {
  const known = scopes.get(areaCode);
  if (known) return known;
  const area = county.areas[index.areaIndex.get(areaCode) ?? -1];
  if (!area) {
    throw new NotFoundError('unknown_area', `Got area ${areaCode} when expected an area of county ${county.code}`, {
      code: areaCode,
    });
  }
  const scope = createAreaScope(county, area);
  scopes.set(areaCode, scope);
  return scope;
}

function countTargets(county: County, index: CountyIndex, day: DayNumber) {
  const households = new Int32Array(county.settlements.length);
  const people = new Int32Array(county.settlements.length);
  for (const household of index.householdGroup('target')) {
    if (!isTargetAt(county.households, household, day)) continue;
    const settlement = county.households.settlement[household] ?? -1;
    households[settlement] = (households[settlement] ?? 0) + 1;
    people[settlement] = (people[settlement] ?? 0) + (county.households.people[household] ?? 0);
  }
  return { households, people };
}

/** Sites whose capacity is known and not used up, and which no plan closes. */
const flagSitesWithRoom = ({ sites, planned }: County, { assignedHouseholds }: SiteLoad): Uint8Array =>
  Uint8Array.from(sites, ({ code, capacityHouseholds }, i) =>
    (capacityHouseholds ?? 0) > (assignedHouseholds[i] ?? 0) && !planned?.closedSites.has(code) ? 1 : 0,
  );
