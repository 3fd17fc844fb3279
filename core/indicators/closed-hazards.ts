import type { County } from '../county/county.ts';
import type { CountyState } from '../county/county-state.ts';

/**
 * Hazard points that are closed at a day, aligned with `County.hazards`: struck off, and, where relocation is the treatment, all its
 * households moved. A point removed by engineering or released from monitoring threatens nobody any more.
 */
export function findClosedHazards({ hazards, households }: County, { day, hazardStruckOff }: CountyState): Uint8Array {
  const closed = Uint8Array.from(hazardStruckOff);
  for (let i = 0; i < households.count; i++) {
    const hazard = households.hazard[i] ?? -1;
    if (hazard < 0 || hazards[hazard]?.treatment !== 'relocate') continue;
    if ((households.eventDay.moved_in[i] ?? 0) > day) closed[hazard] = 0;
  }
  return closed;
}
