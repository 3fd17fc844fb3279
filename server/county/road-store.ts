import type { Settings } from '#core/county/campaign.ts';
import type { Segment } from '#core/county/county.ts';
import { type DerivedRoads, deriveRoads } from '#core/county/derive-county.ts';
import type { Transaction } from '#server/db/database.ts';
import { ROAD_FAULTS, SEGMENT_LINKS } from './road-tables.ts';
import { type CountyVersion, selectVersions } from './version-store.ts';

/** The road graph of a county at a revision; computed where the county was stored before graphs were. */
export async function selectRoads(
  trx: Transaction,
  version: CountyVersion,
  { segments, settings }: { readonly segments: readonly Segment[]; readonly settings: Settings },
): Promise<DerivedRoads> {
  const links = await selectVersions(trx, SEGMENT_LINKS, version);
  if (links.length === 0) return deriveRoads(segments, settings);
  const faults = await selectVersions(trx, ROAD_FAULTS, version);
  faults.sort((a, b) => a.faultNumber - b.faultNumber);
  return { segments, links, roadFaults: faults.map(({ faultNumber, ...fault }) => fault) };
}
