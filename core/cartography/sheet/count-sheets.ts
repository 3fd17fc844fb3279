import type { Orientation } from './paper.ts';
import type { PlaneBox } from './sheet-projection.ts';

/** A booklet page overlaps its neighbours by this (domain.md section 8), millimetres. */
export const SHEET_OVERLAP = 20;

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

/** How many sheets an area takes at a scale, with overlaps; the way of laying the paper that takes the fewest, the first of equals. */
export function countSheets(
  { box, scale }: { readonly box: PlaneBox; readonly scale: number },
  windows: readonly [MapWindow, ...MapWindow[]],
): SheetCount {
  const along = (meters: number, window: number): number => {
    const millimeters = (meters / scale) * 1000;
    return Math.max(1, Math.ceil((millimeters - SHEET_OVERLAP) / Math.max(1, window - SHEET_OVERLAP) - 1e-9));
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
