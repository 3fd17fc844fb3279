import { insetRect, type Rect } from '../drawing.ts';
import { roundScaleFor } from '../round-scale.ts';
import { createSheetLayout, type SheetLayout } from '../sheet-layout.ts';
import type { PlaneBox } from '../sheet-projection.ts';
import { type CompareSheetSpec, getComparePaper } from './compare-sheet-spec.ts';

/** Where everything stands: map with the small panels (plans, legend, lines to sign) next to it, and the tables. Millimetres. */
export interface CompareLayout extends SheetLayout {
  readonly small: Rect;
}

/** What the panels ask for. */
export interface CompareRoom {
  /** Width of the tables on a page that lies, without gaps. */
  readonly tablesWidth: number;
  /** Height of the small panels where they share a width. */
  smallHeight(width: number): number;
}

/** Free ground around the county, millimetres. */
const PADDING = 3;
/** Share of an upright page's width that the map takes; the small panels stand beside it. */
const UPRIGHT_MAP_SHARE = 0.62;
const MOST_UPRIGHT_HEIGHT = 0.45;

/** The room between title and strip of other sheets. */
export function getCompareRoom(spec: CompareSheetSpec, box: PlaneBox): Rect {
  const { outerFrame, panels } = createSheetLayout({ ...spec, paper: getComparePaper(spec), scale: 'fit', box });
  return uniteRects(outerFrame, panels);
}

/** Lying: the map at the left, small panels below it, tables at the right. Upright: the map with small panels beside it, tables below. */
export function createCompareLayout(spec: CompareSheetSpec, box: PlaneBox, needs: CompareRoom): CompareLayout {
  const usual = createSheetLayout({ ...spec, paper: getComparePaper(spec), scale: 'fit', box });
  const room = uniteRects(usual.outerFrame, usual.panels);
  const band = usual.map.x - usual.outerFrame.x;
  const { gap } = usual;
  const regions = spec.orientation === 'landscape' ? lay(room, gap, needs) : stand(room, gap, { box, band });
  const map = insetRect(regions.outerFrame, band);
  const [areaWidth, areaHeight] = [box[2] - box[0], box[3] - box[1]];
  const scale = roundScaleFor(
    Math.max(areaWidth / (map.width - 2 * PADDING), areaHeight / (map.height - 2 * PADDING)) * 1000,
  );
  return { ...usual, ...regions, map, scale };
}

function lay(room: Rect, gap: number, needs: CompareRoom) {
  const left = { ...room, width: room.width - needs.tablesWidth - gap };
  const smallHeight = needs.smallHeight(left.width);
  const outerFrame: Rect = { ...left, height: room.height - smallHeight - gap };
  return {
    outerFrame,
    small: { ...left, y: room.y + outerFrame.height + gap, height: smallHeight },
    panels: { ...room, x: left.x + left.width + gap, width: needs.tablesWidth },
  };
}

function stand(room: Rect, gap: number, { box, band }: { readonly box: PlaneBox; readonly band: number }) {
  const width = room.width * UPRIGHT_MAP_SHARE;
  const inside = width - 2 * (band + PADDING);
  const wanted = (inside * (box[3] - box[1])) / (box[2] - box[0]) + 2 * (band + PADDING);
  const outerFrame: Rect = { ...room, width, height: Math.min(wanted, room.height * MOST_UPRIGHT_HEIGHT) };
  return {
    outerFrame,
    small: { ...outerFrame, x: room.x + width + gap, width: room.width - width - gap },
    panels: { ...room, y: room.y + outerFrame.height + gap, height: room.height - outerFrame.height - gap },
  };
}

function uniteRects(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const right = Math.max(a.x + a.width, b.x + b.width);
  const bottom = Math.max(a.y + a.height, b.y + b.height);
  return { x, y, width: right - x, height: bottom - y };
}
