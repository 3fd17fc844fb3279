import type { DrawItem, Rect } from './drawing.ts';
import { type CodeModules, drawLiveCode } from './furniture/live-code.ts';
import { drawNorthArrow } from './furniture/north-arrow.ts';
import { drawNotes } from './furniture/notes.ts';
import { createScaleBar } from './furniture/scale-bar.ts';
import type { FurnitureKit } from './furniture-kit.ts';
import { groupAt } from './shapes.ts';
import type { SheetLayout } from './sheet-layout.ts';
import { convergenceDegrees } from './sheet-notes.ts';
import type { SheetProjection } from './sheet-projection.ts';

/** What stands in the strip under the map. */
export interface StripInput {
  readonly layout: SheetLayout;
  readonly projection: SheetProjection;
  /** Whether the north arrow already stands in the map. */
  readonly hasNorth: boolean;
  readonly liveCode: CodeModules | null;
  readonly notes: readonly string[];
  /** Whether notes without room stand on a further sheet. */
  readonly goesOn?: boolean;
  /** Furniture that stands beside the scale for want of another place; its height is the strip's. */
  readonly locator?: { readonly width: number; readonly items: readonly DrawItem[] } | null;
}

/** The strip, and how many of its last notes found no room. */
export interface DrawnStrip {
  readonly items: readonly DrawItem[];
  readonly omittedNotes: number;
}

/** Share of the strip's width for the scale bar. */
const SCALE_SHARE = 0.2;

/** Scale at the left, notes in the middle, code at the right. */
export function drawStrip(
  kit: FurnitureKit,
  { layout, projection, hasNorth, liveCode, notes, locator, goesOn = false }: StripInput,
): DrawnStrip {
  const { strip } = layout;
  const gap = kit.em.note * 2.5;
  const items: DrawItem[] = [];
  let left = strip.x;
  if (!hasNorth) {
    const height = Math.min(strip.height, kit.em.headline * 2.6);
    items.push(groupAt(left, strip.y, drawNorthArrow(kit, height, convergenceDegrees(projection))));
    left += height * 0.5 + gap;
  }
  const bar = createScaleBar(kit, layout.scale, strip.width * SCALE_SHARE);
  items.push(groupAt(left, strip.y, bar.items));
  left += Math.max(bar.width, strip.width * SCALE_SHARE * 0.8) + gap;
  if (locator) {
    items.push(groupAt(left, strip.y, locator.items));
    left += locator.width + gap;
  }
  const codeSide = liveCode ? strip.height : 0;
  if (liveCode) items.push(groupAt(strip.x + strip.width - codeSide, strip.y, drawLiveCode(kit, liveCode, codeSide)));
  const place: Rect = {
    x: left,
    y: strip.y,
    width: strip.x + strip.width - codeSide - (liveCode ? gap : 0) - left,
    height: strip.height,
  };
  const drawn = drawNotes(kit, place, { sentences: notes, goesOn });
  return { items: [...items, ...drawn.items], omittedNotes: drawn.omitted };
}
