import type { Orientation } from './paper.ts';
import type { PlaneBox } from './sheet-projection.ts';

/** An area cut into sheets of one paper. */
export interface SheetCount {
  readonly orientation: Orientation;
  readonly across: number;
  readonly down: number;
  readonly sheets: number;
}

/** A way in which the paper may lie, and how much map it then holds, millimetres. */
export interface MapWindow {
  readonly orientation: Orientation;
  readonly width: number;
  readonly height: number;
}

/**
 * How many sheets an area takes at a scale; the way of laying the paper that takes the fewest, the first of equals.
 *
 * @param area.overlap ground that neighbouring sheets show both, millimetres
 */
export function countSheets(
  { box, scale, overlap }: { readonly box: PlaneBox; readonly scale: number; readonly overlap: number },
  windows: readonly [MapWindow, ...MapWindow[]],
): SheetCount {
  const along = (meters: number, window: number): number => {
    const millimeters = (meters / scale) * 1000;
    return Math.max(1, Math.ceil((millimeters - overlap) / Math.max(1, window - overlap) - 1e-9));
  };
  const counted = ({ orientation, width, height }: MapWindow): SheetCount => {
    const [across, down] = [along(box[2] - box[0], width), along(box[3] - box[1], height)];
    return { orientation, across, down, sheets: across * down };
  };
  return windows
    .slice(1)
    .map(counted)
    .reduce((best, one) => (one.sheets < best.sheets ? one : best), counted(windows[0]));
}
