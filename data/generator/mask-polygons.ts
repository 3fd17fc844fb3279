import type { PolygonGeometry } from '#core/geo/geometry.ts';
import { traceBorderArcs } from './border-arcs.ts';
import { drawBorderLines } from './border-lines.ts';
import { assemblePolygons } from './border-rings.ts';
import { COUNTY_GRID } from './grid.ts';
import { makeRegionsSound, smoothLabels } from './labels.ts';

/** A patch of cells as a polygon. */
export interface MaskPatch {
  readonly boundary: PolygonGeometry;
  readonly cells: number;
  /** One cell of the patch. */
  readonly cell: number;
}

/**
 * The larger patches of a mask as polygons without holes, largest first.
 *
 * @param minimumCells smaller patches are left out
 */
export function maskToPatches(
  isIn: (cell: number) => boolean,
  { minimumCells, most, rounds }: { minimumCells: number; most: number; rounds: number },
): MaskPatch[] {
  const raw = new Int16Array(COUNTY_GRID.columns * COUNTY_GRID.rows);
  for (let cell = 0; cell < raw.length; cell++) raw[cell] = isIn(cell) ? 1 : 0;
  const mask = smoothLabels(raw, rounds);
  const { labels, parts } = labelPatches(mask, minimumCells, most);
  const sound = makeRegionsSound(labels, () => true);
  const lines = drawBorderLines(traceBorderArcs(sound));
  const polygons = assemblePolygons(lines, (label) => label - 1);
  return parts.flatMap(({ cells, cell }, i) => {
    const boundary = polygons.get(i);
    return boundary ? [{ boundary, cells, cell }] : [];
  });
}

function labelPatches(
  mask: Int16Array,
  minimumCells: number,
  most: number,
): { labels: Int16Array; parts: { cells: number; cell: number }[] } {
  const seen = new Uint8Array(mask.length);
  const found: number[][] = [];
  for (let start = 0; start < mask.length; start++) {
    if (seen[start] || mask[start] !== 1) continue;
    const cells = [start];
    seen[start] = 1;
    for (let i = 0; i < cells.length; i++) {
      const cell = cells[i] as number;
      for (const next of [cell + 1, cell - 1, cell + COUNTY_GRID.columns, cell - COUNTY_GRID.columns]) {
        if (mask[next] !== 1 || seen[next]) continue;
        seen[next] = 1;
        cells.push(next);
      }
    }
    if (cells.length >= minimumCells) found.push(cells);
  }
  found.sort((a, b) => b.length - a.length || (a[0] as number) - (b[0] as number));
  const kept = found.slice(0, most);
  const labels = new Int16Array(mask.length);
  for (const [i, cells] of kept.entries()) for (const cell of cells) labels[cell] = i + 1;
  return { labels, parts: kept.map((cells) => ({ cells: cells.length, cell: cells[cells.length >> 1] as number })) };
}
