import { arrangeCounty } from '#core/county/build-county.ts';
import type { County } from '#core/county/county.ts';
import type { Topology } from '#core/county/topology/build-topology.ts';
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
