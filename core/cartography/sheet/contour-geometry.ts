import type { Contour, Rect } from './drawing.ts';

/** Cuts a polyline to a rectangle; the pieces inside, in order. Liang and Barsky 1984, one piece of line at a time. */
export function clipPolyline(line: Contour, rect: Rect): number[][] {
  const pieces: number[][] = [];
  let piece: number[] = [];
  for (let i = 0; i + 3 < line.length; i += 2) {
    const [x1, y1, x2, y2] = [line[i] ?? 0, line[i + 1] ?? 0, line[i + 2] ?? 0, line[i + 3] ?? 0];
    const range = insideRange([x1, y1, x2, y2], rect);
    if (!range) {
      if (piece.length > 2) pieces.push(piece);
      piece = [];
      continue;
    }
    const [from, to] = range;
    if (piece.length === 0) piece.push(x1 + (x2 - x1) * from, y1 + (y2 - y1) * from);
    piece.push(x1 + (x2 - x1) * to, y1 + (y2 - y1) * to);
    if (to < 1) {
      pieces.push(piece);
      piece = [];
    }
  }
  if (piece.length > 2) pieces.push(piece);
  return pieces;
}

/** Part `[from, to]` of a straight line that lies in a rectangle, or null. */
function insideRange([x1, y1, x2, y2]: readonly [number, number, number, number], rect: Rect): [number, number] | null {
  let from = 0;
  let to = 1;
  const edges: readonly (readonly [number, number])[] = [
    [x1 - x2, x1 - rect.x],
    [x2 - x1, rect.x + rect.width - x1],
    [y1 - y2, y1 - rect.y],
    [y2 - y1, rect.y + rect.height - y1],
  ];
  for (const [direction, distance] of edges) {
    if (direction === 0 && distance < 0) return null;
    if (direction === 0) continue;
    const at = distance / direction;
    if (direction < 0) from = Math.max(from, at);
    else to = Math.min(to, at);
  }
  return from < to ? [from, to] : null;
}

/** Cuts a ring to a rectangle (Sutherland and Hodgman 1974); empty when nothing lies inside. */
export function clipRing(ring: Contour, rect: Rect): number[] {
  if (boundsInside(ring, rect)) return [...ring];
  let result: number[] = [...ring];
  const edges: readonly { readonly axis: 0 | 1; readonly limit: number; readonly sign: 1 | -1 }[] = [
    { axis: 0, limit: rect.x, sign: 1 },
    { axis: 0, limit: rect.x + rect.width, sign: -1 },
    { axis: 1, limit: rect.y, sign: 1 },
    { axis: 1, limit: rect.y + rect.height, sign: -1 },
  ];
  for (const { axis, limit, sign } of edges) {
    const input = result;
    result = [];
    for (let i = 0; i < input.length; i += 2) {
      const j = (i + input.length - 2) % input.length;
      const current: readonly [number, number] = [input[i] ?? 0, input[i + 1] ?? 0];
      const previous: readonly [number, number] = [input[j] ?? 0, input[j + 1] ?? 0];
      const currentIn = sign * (current[axis] - limit) >= 0;
      const previousIn = sign * (previous[axis] - limit) >= 0;
      if (currentIn !== previousIn) {
        const t = (limit - previous[axis]) / (current[axis] - previous[axis]);
        result.push(previous[0] + (current[0] - previous[0]) * t, previous[1] + (current[1] - previous[1]) * t);
      }
      if (currentIn) result.push(current[0], current[1]);
    }
  }
  return result.length >= 6 ? result : [];
}

function boundsInside(contour: Contour, rect: Rect): boolean {
  for (let i = 0; i < contour.length; i += 2) {
    const x = contour[i] ?? 0;
    const y = contour[i + 1] ?? 0;
    if (x < rect.x || y < rect.y || x > rect.x + rect.width || y > rect.y + rect.height) return false;
  }
  return true;
}

/** Whether a point lies inside rings by the even-odd rule. */
export function isInsideContours(x: number, y: number, rings: readonly Contour[]): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const yi = ring[i + 1] ?? 0;
      const yj = ring[j + 1] ?? 0;
      if (yi > y !== yj > y) {
        const xi = ring[i] ?? 0;
        const xj = ring[j] ?? 0;
        if (x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
      }
    }
  }
  return inside;
}

/** Whether a rectangle and an area share a point: an edge passes through the rectangle, or one lies in the other. */
export function rectTouchesContours(rect: Rect, rings: readonly Contour[]): boolean {
  if (isInsideContours(rect.x + rect.width / 2, rect.y + rect.height / 2, rings)) return true;
  return rings.some((ring) => {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
      if (insideRange([ring[j] ?? 0, ring[j + 1] ?? 0, ring[i] ?? 0, ring[i + 1] ?? 0], rect)) return true;
    return false;
  });
}

/** Smallest rectangle around contours. */
export function boundsOfContours(contours: readonly Contour[]): Rect {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const contour of contours) {
    for (let i = 0; i < contour.length; i += 2) {
      const x = contour[i] ?? 0;
      const y = contour[i + 1] ?? 0;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Signed area of a ring, positive when clockwise on paper (y down). */
export function ringArea(ring: Contour): number {
  let sum = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
    sum += (ring[j] ?? 0) * (ring[i + 1] ?? 0) - (ring[i] ?? 0) * (ring[j + 1] ?? 0);
  return sum / 2;
}
