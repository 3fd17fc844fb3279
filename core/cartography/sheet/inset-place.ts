import { rectTouchesContours } from './contour-geometry.ts';
import { type Contour, insetRect, type Rect, rectsOverlap } from './drawing.ts';
import type { InsetPlace } from './sheet-spec.ts';

/** Where furniture may stand inside the frame. */
export interface InsetGround {
  readonly map: Rect;
  /** The area drawn: furniture never covers it. */
  readonly area: readonly Contour[];
  readonly taken: readonly Rect[];
  /** Distance from the frame and from the area, millimetres. */
  readonly margin: number;
}

/** Steps along an edge in which places are tried. */
const STEPS = 16;

/**
 * A place inside the frame for a box, off the area drawn: the corner that is farthest from it, else a place along the frame; null when the
 * box would cover the area everywhere.
 */
export function findInsetPlace(
  size: { readonly width: number; readonly height: number },
  ground: InsetGround,
): Rect | null {
  const room = insetRect(ground.map, ground.margin);
  const spareX = room.width - size.width;
  const spareY = room.height - size.height;
  if (spareX < 0 || spareY < 0) return null;
  const at = (fractionX: number, fractionY: number): Rect => ({
    x: room.x + spareX * fractionX,
    y: room.y + spareY * fractionY,
    ...size,
  });
  const corners = [at(0, 1), at(1, 1), at(0, 0), at(1, 0)].filter((rect) => isFree(rect, ground));
  const emptiest = corners.sort((a, b) => clearance(b, ground) - clearance(a, ground))[0];
  if (emptiest) return emptiest;
  for (let step = 1; step < STEPS; step++) {
    const along = step / STEPS;
    const edge = [at(0, 1 - along), at(1, 1 - along), at(along, 1), at(along, 0)].find((rect) => isFree(rect, ground));
    if (edge) return edge;
  }
  return null;
}

/** Farthest that furniture which was put into a corner gives way to other furniture there, as a share of the edge. */
const MOST_WAY = 0.45;
const CORNER_STEPS = 40;

/** A place for a box in the corner asked for, or beside what stands there already; null when it would cover the area. */
export function findCornerPlace(
  size: { readonly width: number; readonly height: number },
  ground: InsetGround,
  corner: Exclude<InsetPlace, 'panel'>,
): Rect | null {
  const room = insetRect(ground.map, ground.margin);
  const [spareX, spareY] = [room.width - size.width, room.height - size.height];
  if (spareX < 0 || spareY < 0) return null;
  const [fromX, fromY] = [corner.startsWith('right') ? 1 : 0, corner.endsWith('bottom') ? 1 : 0];
  for (let step = 0; step <= CORNER_STEPS; step++) {
    const way = (step / CORNER_STEPS) * MOST_WAY;
    const places = [
      [fromX, Math.abs(fromY - way)],
      [Math.abs(fromX - way), fromY],
    ].map(([x = 0, y = 0]) => ({ x: room.x + spareX * x, y: room.y + spareY * y, ...size }));
    const free = places.find((rect) => isFree(rect, ground));
    if (free) return free;
  }
  return null;
}

function isFree(rect: Rect, { area, taken, margin }: InsetGround): boolean {
  const kept = insetRect(rect, -margin);
  return !taken.some((other) => rectsOverlap(kept, other)) && !rectTouchesContours(kept, area);
}

/** Distance from a box to the nearest vertex of the area. */
function clearance(rect: Rect, { area }: InsetGround): number {
  let nearest = Infinity;
  for (const contour of area)
    for (let i = 0; i < contour.length; i += 2) {
      const x = contour[i] ?? 0;
      const y = contour[i + 1] ?? 0;
      const dx = Math.max(rect.x - x, 0, x - rect.x - rect.width);
      const dy = Math.max(rect.y - y, 0, y - rect.y - rect.height);
      nearest = Math.min(nearest, Math.hypot(dx, dy));
    }
  return nearest;
}
