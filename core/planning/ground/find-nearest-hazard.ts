import type { HazardRow } from '../../county/things.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import type { HazardGround } from './hazard-ground.ts';

/** How far the nearest threatened area, or hazard point without one, is from a position; 0 inside an area. Null = the county has no hazard points. */
export function findNearestHazard(
  ground: HazardGround,
  position: LonLat,
): { readonly hazard: HazardRow; readonly meters: number } | null {
  const threatening = ground.findThreatening(position);
  if (threatening) return { hazard: threatening, meters: 0 };
  const near = ground.edges.nearest(position);
  const hazard = ground.hazards[ground.hazardOfLine[ground.edges.lineOfEdge[near?.edge ?? -1] ?? -1] ?? -1];
  return near && hazard ? { hazard, meters: near.meters } : null;
}
