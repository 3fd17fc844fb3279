import type { HazardRow } from '../../county/things.ts';
import { createBoxTree } from '../../geo/area-index.ts';
import { bboxOf } from '../../geo/bbox.ts';
import { polygonsOf } from '../../geo/geodesic-area.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { isPointInArea } from '../../geo/point-in-polygon.ts';
import { createLineIndex, type LineIndex } from './line-index.ts';

/**
 * Hazard points with their threatened areas, ready to be asked. Points that were struck off count as well: their people have moved, the slope has
 * not.
 */
export interface HazardGround {
  readonly hazards: readonly HazardRow[];
  /** Indexes of those that have a threatened area. */
  readonly withArea: readonly number[];
  /** The first hazard point whose threatened area holds a position, its boundary included. */
  findThreatening(position: LonLat): HazardRow | undefined;
  /** Boundaries of threatened areas, and the points themselves where no area is known. */
  readonly edges: LineIndex;
  /** By line of `edges`: index into `hazards`. */
  readonly hazardOfLine: Int32Array;
}

/** Index over hazard points. */
export function createHazardGround(hazards: readonly HazardRow[]): HazardGround {
  const withArea = hazards.flatMap(({ threatenedArea }, index) => (threatenedArea === null ? [] : [index]));
  const areaOf = (index: number) => hazards[index]?.threatenedArea ?? null;
  const tree = createBoxTree(withArea.map((index) => bboxOf(areaOf(index) ?? { type: 'Polygon', coordinates: [] })));
  const lines: LonLat[][] = [];
  const hazardOfLine: number[] = [];
  hazards.forEach(({ position, threatenedArea }, index) => {
    const rings = threatenedArea === null ? [[position]] : polygonsOf(threatenedArea).flat();
    for (const ring of rings) {
      lines.push([...ring]);
      hazardOfLine.push(index);
    }
  });
  return {
    hazards,
    withArea,
    findThreatening(position) {
      const found = (tree?.search(position[0], position[1], position[0], position[1]) ?? []).sort((a, b) => a - b);
      const index = found.find((place) => {
        const area = areaOf(withArea[place] ?? -1);
        return area !== null && isPointInArea(position, area);
      });
      return index === undefined ? undefined : hazards[withArea[index] ?? -1];
    },
    edges: createLineIndex(lines),
    hazardOfLine: Int32Array.from(hazardOfLine),
  };
}
