import type { County } from '../../county/county.ts';
import { NO_CODE } from '../../county/county-state.ts';
import type { SiteRow } from '../../county/things.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { straightDistanceMeters } from '../../geo/straight-distance.ts';
import { classifyYear } from '../classes.ts';
import { type FeatureScope, nameIn } from './feature-scope.ts';
import { createFeature, type MapFeature } from './map-feature.ts';
import { roundGeometry } from './round-geometry.ts';
import { createTaperedCurve } from './tapered-curve.ts';
import { getYearSteps } from './year-steps.ts';

interface Flow {
  /** Codes of the sites that the flow ends at. */
  readonly sites: Set<string>;
  readonly originCode: string;
  readonly origin: LonLat;
  readonly originName: string;
  /** Index of the site that the curve ends at. */
  readonly site: number;
  households: number;
  movedIn: number;
  readonly byYear: Map<number, number>;
}

/** Shorter flows are not drawn: origin and site are one place on the map. */
const SHORTEST_SHARE_OF_FRAME = 0.006;

/** Sites nearer to each other than this share of the frame take one flow together. */
const COMMON_SITE_SHARE_OF_FRAME = { county: 0.03, town: 0.1, village: 0.1 } as const;

/** Small flows are drawn as wide as this share of the widest, so that they stay visible. */
const THINNEST_SHARE = 0.1;

/** Width of the widest flow as a share of the frame. */
const WIDEST_SHARE_OF_FRAME = { county: 0.016, town: 0.009, village: 0.007 } as const;

/**
 * Relocation flows as tapered curves: from towns at county level, from settlements below. Width proportional to the households, year = the one in which most households move. Sites close together are one destination (`sites` tells how many), what a plan placed or moved excepted.
 */
export function buildFlowFeatures(scope: FeatureScope): readonly MapFeature[] {
  const { bbox } = scope.area;
  const frameMeters = Math.max(
    straightDistanceMeters([bbox[0], bbox[1]], [bbox[2], bbox[1]]),
    straightDistanceMeters([bbox[0], bbox[1]], [bbox[0], bbox[3]]),
  );
  const common = COMMON_SITE_SHARE_OF_FRAME[scope.level] * frameMeters;
  const flows = [...collectFlows(scope, groupSites(scope.county, common)).values()];
  const most = Math.max(1, ...flows.map(({ households }) => households));
  const steps = getYearSteps(scope.county);
  const features = flows.flatMap((flow) => {
    const site = scope.county.sites[flow.site];
    if (!site || straightDistanceMeters(flow.origin, site.position) < frameMeters * SHORTEST_SHARE_OF_FRAME) return [];
    const year = leadingYear(flow.byYear);
    const width = frameMeters * WIDEST_SHARE_OF_FRAME[scope.level] * Math.max(THINNEST_SHARE, flow.households / most);
    return [
      createFeature(
        {
          code: `${flow.originCode}-${site.code}`,
          originCode: flow.originCode,
          originLabel: flow.originName,
          siteCode: site.code,
          siteLabel: nameIn(scope.language, site),
          sites: flow.sites.size,
          households: flow.households,
          movedInHouseholds: flow.movedIn,
          year,
          yearClass: classifyYear(year, steps),
        },
        roundGeometry(createTaperedCurve(flow.origin, site.position, width), scope.decimals),
      ),
    ];
  });
  // wide flows first, so that narrow ones lie on top
  return features.sort((a, b) => Number(b.properties.households) - Number(a.properties.households));
}

/**
 * For each site the first site of its neighbourhood: itself, or an earlier one within the distance. What the plan in force placed or moved stands
 * alone, so that one sees who goes there.
 */
function groupSites({ sites, planned }: County, withinMeters: number): Int32Array {
  const group = new Int32Array(sites.length);
  const standsAlone = ({ code }: SiteRow): boolean =>
    planned !== undefined && (planned.placed.has(code) || planned.movedSites.has(code));
  sites.forEach((site, i) => {
    const anchor = standsAlone(site)
      ? i
      : sites.findIndex(
          (other, j) =>
            j < i &&
            group[j] === j &&
            !standsAlone(other) &&
            straightDistanceMeters(other.position, site.position) <= withinMeters,
        );
    group[i] = anchor < 0 ? i : anchor;
  });
  return group;
}

function collectFlows(scope: FeatureScope, group: Int32Array): ReadonlyMap<string, Flow> {
  const { households } = scope.county;
  const { start, end } = scope.ranges.households();
  const flows = new Map<string, Flow>();
  for (let i = start; i < end; i++) {
    const destination = households.site[i] ?? -1;
    if (destination < 0 || households.arrangement[i] === NO_CODE) continue;
    const site = group[destination] ?? destination;
    const origin = originOf(scope, households.settlement[i] ?? 0);
    const key = `${origin.code} ${site}`;
    const flow = flows.get(key) ?? {
      originCode: origin.code,
      origin: origin.position,
      originName: origin.name,
      site,
      sites: new Set<string>(),
      households: 0,
      movedIn: 0,
      byYear: new Map<number, number>(),
    };
    flow.sites.add(scope.county.sites[destination]?.code ?? '');
    flow.households += 1;
    if ((households.eventDay.moved_in[i] ?? scope.context.day + 1) <= scope.context.day) flow.movedIn += 1;
    const year = households.plannedMoveYear[i] ?? 0;
    flow.byYear.set(year, (flow.byYear.get(year) ?? 0) + 1);
    flows.set(key, flow);
  }
  return flows;
}

/** The settlement, or at county level its town. */
function originOf(scope: FeatureScope, settlementIndex: number): { code: string; position: LonLat; name: string } {
  const settlement = scope.county.settlements[settlementIndex];
  const townCode = (settlement?.villageCode ?? '').slice(0, 9);
  const town = scope.county.areas[scope.context.index.areaIndex.get(townCode) ?? -1];
  if (scope.level === 'county' && town) {
    return { code: town.code, position: town.seat, name: nameIn(scope.language, town) };
  }
  return settlement
    ? { code: settlement.code, position: settlement.position, name: nameIn(scope.language, settlement) }
    : { code: '', position: [0, 0], name: '' };
}

/** Year in which most households move, the earlier among equals; null when no year is planned. */
function leadingYear(byYear: ReadonlyMap<number, number>): number | null {
  const [first] = [...byYear].filter(([year]) => year > 0).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return first?.[0] ?? null;
}
