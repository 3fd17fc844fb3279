import Flatbush from 'flatbush';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { BorderArc } from './border-arcs.ts';
import { gridToLonLat } from './grid.ts';
import { type GridPoint, simplifyLine, smoothLine } from './smooth-line.ts';

/** A border drawn as it is stored. */
export interface BorderLine {
  readonly left: number;
  readonly right: number;
  readonly positions: readonly LonLat[];
}

/** From the smoothest form of a border down to one that cannot touch another. */
const FORMS = [
  { rounds: 6, tolerance: 0.22 },
  { rounds: 3, tolerance: 0.12 },
  { rounds: 1, tolerance: 0 },
  { rounds: 0, tolerance: 0 },
] as const;

/** Smooths all borders; where two would cross, both fall back to a form nearer to the cell sides. */
export function drawBorderLines(arcs: readonly BorderArc[]): BorderLine[] {
  const form = new Uint8Array(arcs.length);
  for (;;) {
    const lines = arcs.map(({ points }, i) => drawLine(points, FORMS[form[i] as number] ?? FORMS[3]));
    const crossed = findCrossedLines(lines);
    if (crossed.size === 0) {
      return arcs.map(({ left, right }, i) => ({
        left,
        right,
        positions: (lines[i] ?? []).map(([x, y]) => gridToLonLat(x, y)),
      }));
    }
    for (const i of crossed) {
      if ((form[i] as number) >= FORMS.length - 1)
        throw new Error('Borders cross although they follow the cell sides.');
      form[i] = (form[i] as number) + 1;
    }
  }
}

function drawLine(points: readonly GridPoint[], form: { rounds: number; tolerance: number }): GridPoint[] {
  const smooth = smoothLine(points, form.rounds);
  const first = points[0];
  const last = points[points.length - 1];
  const isClosed = first?.[0] === last?.[0] && first?.[1] === last?.[1];
  // a closed border needs points in the middle to stay a ring
  const third = Math.floor(points.length / 3);
  const isPinned = (i: number): boolean => isClosed && (i === third || i === 2 * third);
  return form.tolerance === 0 ? smooth : simplifyLine(smooth, form.tolerance, isPinned);
}

/** Lines that cross or touch another, or themselves, elsewhere than at common ends. */
function findCrossedLines(lines: readonly (readonly GridPoint[])[]): Set<number> {
  const pieces: { line: number; index: number; a: GridPoint; b: GridPoint }[] = [];
  for (const [line, points] of lines.entries()) {
    for (let index = 0; index + 1 < points.length; index++) {
      pieces.push({ line, index, a: points[index] as GridPoint, b: points[index + 1] as GridPoint });
    }
  }
  const tree = new Flatbush(pieces.length);
  for (const { a, b } of pieces) {
    tree.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  }
  tree.finish();
  const crossed = new Set<number>();
  for (const [i, { line, index, a, b }] of pieces.entries()) {
    const near = tree.search(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
    for (const j of near) {
      const other = pieces[j];
      if (!other || j <= i || (other.line === line && other.index === index + 1)) continue;
      if (!doCross(a, b, other.a, other.b)) continue;
      crossed.add(line);
      crossed.add(other.line);
    }
  }
  return crossed;
}

/** Whether two pieces share a point other than a common end. */
function doCross(a: GridPoint, b: GridPoint, c: GridPoint, d: GridPoint): boolean {
  const isSame = (p: GridPoint, q: GridPoint): boolean => p[0] === q[0] && p[1] === q[1];
  const abc = turn(a, b, c);
  const abd = turn(a, b, d);
  if (isSame(a, c) || isSame(a, d) || isSame(b, c) || isSame(b, d)) {
    const isFolded = abc === 0 && abd === 0 && overlap(a, b, c, d);
    return isFolded;
  }
  const cda = turn(c, d, a);
  const cdb = turn(c, d, b);
  return abc * abd <= 0 && cda * cdb <= 0;
}

/** Whether collinear pieces that share an end point the same way. */
function overlap(a: GridPoint, b: GridPoint, c: GridPoint, d: GridPoint): boolean {
  const shared = (a[0] === c[0] && a[1] === c[1]) || (a[0] === d[0] && a[1] === d[1]) ? a : b;
  const from = shared === a ? b : a;
  const to = shared[0] === c[0] && shared[1] === c[1] ? d : c;
  return (from[0] - shared[0]) * (to[0] - shared[0]) + (from[1] - shared[1]) * (to[1] - shared[1]) > 0;
}

const turn = (a: GridPoint, b: GridPoint, c: GridPoint): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
