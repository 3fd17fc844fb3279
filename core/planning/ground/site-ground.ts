import type { County } from '../../county/county.ts';
import type { IsoDate } from '../../county/dates.ts';
import type { AreaGeometry } from '../../geo/geometry.ts';
import { type Destination, type DestinationKind, listDestinations } from '../../network/place-kinds.ts';
import { type ConstraintGround, createConstraintGround } from './constraint-ground.ts';
import { createHazardGround, type HazardGround } from './hazard-ground.ts';
import { createLineIndex, type LineIndex } from './line-index.ts';
import { createRoadGround, type RoadGround } from './road-ground.ts';
import { createSlope, type SlopeAt } from './slope-at.ts';

/**
 * What the rules and factors ask of a county at a day. Each part is made at its first use and kept with the list it is made of, so that plans which
 * change other lists share it. Constraint areas and hazard points count whatever the day: the ground was no better before somebody looked.
 */
export interface SiteGround {
  readonly county: County;
  readonly asOf: IsoDate;
  /** Null = the county has no areas. */
  readonly boundary: AreaGeometry | null;
  constraints(): ConstraintGround;
  hazards(): HazardGround;
  slope(): SlopeAt;
  rivers(): LineIndex;
  roads(): RoadGround;
  /** Places of a kind, the same list for the same rows. */
  places(kind: DestinationKind): readonly Destination[];
}

const grounds = new WeakMap<County, Map<IsoDate, SiteGround>>();

/** The ground of a county at a day, by default its data date; kept with the county. */
export function getSiteGround(county: County, asOf: IsoDate = county.dataDate): SiteGround {
  const byDate = grounds.get(county) ?? new Map<IsoDate, SiteGround>();
  grounds.set(county, byDate);
  const ground = byDate.get(asOf) ?? createSiteGround(county, asOf);
  byDate.set(asOf, ground);
  return ground;
}

function createSiteGround(county: County, asOf: IsoDate): SiteGround {
  return {
    county,
    asOf,
    boundary: county.areas[0]?.boundary ?? null,
    constraints: () => constraintsOf(county.constraints),
    hazards: () => hazardsOf(county.hazards),
    slope: () => (county.dem === null ? createSlope(null) : slopeOf(county.dem)),
    rivers: () => riversOf(county.rivers),
    roads: () => roadsOf(county, asOf),
    places: (kind) => placesOf(county, kind),
  };
}

/** The same function, which makes each answer once for an object. */
function keepByObject<Source extends object, Value>(make: (source: Source) => Value): (source: Source) => Value {
  const kept = new WeakMap<Source, Value>();
  return (source) => {
    const value = kept.get(source) ?? make(source);
    kept.set(source, value);
    return value;
  };
}

const constraintsOf = keepByObject(createConstraintGround);
const hazardsOf = keepByObject(createHazardGround);
const slopeOf = keepByObject((dem: NonNullable<County['dem']>) => createSlope(dem));
const riversOf = keepByObject((rivers: County['rivers']) =>
  createLineIndex(rivers.map(({ line }) => line.coordinates)),
);

const roadsByState = keepByObject((_: County['segments']) => new Map<string, RoadGround>());

/** Roads differ by the day and by which surfaces count as hardened. */
function roadsOf(county: County, asOf: IsoDate): RoadGround {
  const kept = roadsByState(county.segments);
  const key = [asOf, ...county.settings.hardenedSurfaces].join(' ');
  const roads = kept.get(key) ?? createRoadGround(county, asOf);
  kept.set(key, roads);
  return roads;
}

const placesByKind = keepByObject((_: readonly object[]) => new Map<DestinationKind, readonly Destination[]>());

function placesOf(county: County, kind: DestinationKind): readonly Destination[] {
  const kept = placesByKind(kind === 'park' ? county.parks : county.services);
  const places = kept.get(kind) ?? listDestinations(county, kind);
  kept.set(kind, places);
  return places;
}
