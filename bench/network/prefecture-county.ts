import { arrangeCounty } from '#core/county/build-county.ts';
import type { County } from '#core/county/county.ts';
import { SURFACES } from '#core/county/kinds.ts';
import type { Topology } from '#core/county/topology/build-topology.ts';
import type { RoadState } from '#core/network/road-state.ts';
import type { Prefecture } from './prefecture.ts';

/** The roads of a prefecture as a county without people, with the settings and dates of `base`. */
export function createPrefectureCounty(base: County, { segments }: Prefecture, topology: Topology): County {
  return arrangeCounty({
    ...base,
    areas: [],
    settlements: [],
    households: [],
    householdEvents: [],
    sites: [],
    homesteads: [],
    segments: segments.map((segment) => ({ ...segment, startNode: 0, endNode: 0 })),
    pieces: [],
    links: topology.links,
    roadFaults: topology.faults,
    hazards: [],
    parks: [],
    services: [],
    projects: [],
    tasks: [],
    items: [],
    plans: [],
    dem: null,
  });
}

/** All segments as they were built; but for the first `worn` ones, so that two states are not the same. */
export function createPresentState(county: County, worn = -1): RoadState {
  const surfaces: readonly (string | undefined)[] = SURFACES;
  return {
    plan: null,
    exists: new Uint8Array(county.segments.length).fill(1),
    surface: Uint8Array.from(county.segments, ({ events }, i) =>
      i <= worn ? SURFACES.indexOf('earth') : surfaces.indexOf(events[0]?.value),
    ),
  };
}
