import type { Settings } from '#core/county/campaign.ts';
import type { Segment } from '#core/county/county.ts';
import { type DerivedRoads, deriveRoads } from '#core/county/derive-county.ts';
import { ROAD_FAULTS, SEGMENT_LINKS } from './road-tables.ts';
import type { ListVersions } from './version-store.ts';

/** The road graph of a county at a revision; computed where the county was stored before graphs were. */
export async function listRoads(
  list: ListVersions,
  { segments, settings }: { readonly segments: readonly Segment[]; readonly settings: Settings },
): Promise<DerivedRoads> {
  const links = await list(SEGMENT_LINKS);
  if (links.length === 0) return deriveRoads(segments, settings);
  const faults = await list(ROAD_FAULTS);
  faults.sort((a, b) => a.faultNumber - b.faultNumber);
  return { segments, links, roadFaults: faults.map(({ faultNumber, ...fault }) => fault) };
}
