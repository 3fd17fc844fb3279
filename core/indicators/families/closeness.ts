import type { Closeness } from '../../county/campaign.ts';
import type { DestinationKind } from '../../network/place-kinds.ts';
import { METERS_PER_KILOMETER } from '../../units.ts';
import type { IndicatorContext } from '../context.ts';
import type { IndicatorDefinition, PartSpec } from '../definition.ts';
import { thingSource } from '../entry-sources.ts';
import type { NoteValues } from '../figure.ts';
import { getSiteAccess, listPlaces } from '../road-access.ts';

/** What a site may be close to: 城镇, 园区, 中心村. */
const NEIGHBOURS: readonly {
  readonly key: string;
  readonly kind: DestinationKind;
  readonly limitOf: (closeness: Closeness) => number;
}[] = [
  { key: 'town', kind: 'town_government', limitOf: ({ townMeters }) => townMeters },
  { key: 'park', kind: 'park', limitOf: ({ parkMeters }) => parkMeters },
  { key: 'central_village', kind: 'central_village', limitOf: ({ centralVillageMeters }) => centralVillageMeters },
];

/** D3: sites near at least one of town, park and central village along roads (or near all, as the county rules); by which, with households. Sites that the plan in force closed are left out. */
export const D3: IndicatorDefinition = {
  code: 'D3',
  unit: 'ratio',
  countUnit: 'sites',
  betterDirection: 'up',
  target: { kind: 'value', value: 1 },
  withoutSchedule: 'linear',
  groups: (context, withParts) => {
    const { closeness } = context.county.settings;
    const meters = NEIGHBOURS.map(({ kind }) => getSiteAccess(context, kind).cost);
    const isNear = (site: number, place: number) =>
      (meters[place]?.[site] ?? Infinity) <= (NEIGHBOURS[place]?.limitOf(closeness) ?? 0);
    const places = NEIGHBOURS.map((_, place) => place);
    const isClose = (site: number) =>
      closeness.rule === 'all'
        ? places.every((place) => isNear(site, place))
        : places.some((place) => isNear(site, place));
    const headline = createShare(context, null, isClose);
    const parts = NEIGHBOURS.map(({ key }, place) =>
      createShare(context, `near:${key}`, (site) => isNear(site, place)),
    );
    return [{ source: thingSource(context, 'sites'), parts: withParts ? [headline, ...parts] : [headline] }];
  },
};

function createShare(context: IndicatorContext, part: string | null, counts: (site: number) => boolean): PartSpec {
  const { assignedHouseholds } = context.siteLoad();
  const { sites, planned } = context.county;
  const isClosed = (site: number): boolean => planned?.closedSites.has(sites[site]?.code ?? '') === true;
  const nearest = (site: number) => findNearestNeighbour(context, site);
  return {
    part,
    unit: 'ratio',
    countUnit: 'sites',
    form: 'quotient',
    includes: (site) => !isClosed(site),
    excludedNote: () => 'site_closed',
    numerator: (site) => (counts(site) ? 1 : 0),
    denominator: () => 1,
    pair: { countUnit: 'households', weight: (site) => assignedHouseholds[site] ?? 0 },
    note: (site) => (nearest(site) === null ? noteAlone(context) : 'nearest_by_road'),
    noteValues: nearest,
  };
}

/** Why a site has no neighbour along roads. */
const noteAlone = (context: IndicatorContext): string =>
  NEIGHBOURS.every(({ kind }) => listPlaces(context, kind).length === 0) ? 'no_such_place' : 'reason_other_component';

/** The neighbour that is nearest, measured by its own limit, and how far it is; null where none can be reached. */
function findNearestNeighbour(context: IndicatorContext, site: number): NoteValues | null {
  const { closeness } = context.county.settings;
  let best = Infinity;
  let values: NoteValues | null = null;
  for (const { kind, limitOf } of NEIGHBOURS) {
    const { cost, place } = getSiteAccess(context, kind);
    const meters = cost[site] ?? Infinity;
    const found = listPlaces(context, kind)[place[site] ?? -1];
    if (!found || meters / limitOf(closeness) >= best) continue;
    best = meters / limitOf(closeness);
    values = { place: found, kilometers: (meters / METERS_PER_KILOMETER).toFixed(1) };
  }
  return values;
}
