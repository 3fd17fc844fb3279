import type { IndexRange } from '../../county/area-range.ts';
import type { SegmentPieces } from '../../county/county.ts';

/** A part of a segment in one area. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly lengthMeters: number;
}

/** The segments that have pieces, in the order of their first ones, and the pieces of each in the order of the county. */
export interface SegmentPieceRows {
  /** Indexes into `County.segments`. */
  readonly order: Int32Array;
  piecesOf(segment: number): readonly Piece[];
  /** Writes the stretches that `joinPieces` makes of its pieces. */
  writeStretches(segment: number, into: StretchRun): void;
}

/** Stretches `[from, to, …]` in room that is used again for one segment after the other. */
export interface StretchRun {
  numbers: Float64Array;
  count: number;
}

/** Pieces in a range of the county's, by segment. */
export function listSegmentPieces(
  pieces: SegmentPieces,
  { start, end }: IndexRange,
  segmentCount: number,
): SegmentPieceRows {
  const order = new Int32Array(end - start);
  let ordered = 0;
  // places of pieces from 1, 0 = none: the first of each segment, and the one after each piece of the same segment
  const first = new Int32Array(segmentCount);
  const last = new Int32Array(segmentCount);
  const next = new Int32Array(end - start + 1);
  for (let p = start; p < end; p++) {
    const segment = pieces.segment[p] ?? 0;
    const place = p - start + 1;
    const before = last[segment] ?? 0;
    if (before === 0) {
      order[ordered++] = segment;
      first[segment] = place;
    } else next[before] = place;
    last[segment] = place;
  }
  return {
    order: order.subarray(0, ordered),
    piecesOf(segment) {
      const own: Piece[] = [];
      for (let place = first[segment] ?? 0; place > 0; place = next[place] ?? 0) {
        const p = start + place - 1;
        own.push({
          from: pieces.fromFraction[p] ?? 0,
          to: pieces.toFraction[p] ?? 1,
          lengthMeters: pieces.lengthMeters[p] ?? 0,
        });
      }
      return own;
    },
    writeStretches(segment, into) {
      into.count = 0;
      for (let place = first[segment] as number; place > 0; place = next[place] as number) {
        const p = start + place - 1;
        insertStretch(into, pieces.fromFraction[p] as number, pieces.toFraction[p] as number);
      }
      joinStretches(into);
    },
  };
}

/** Adds a stretch before those that begin farther on. */
function insertStretch(run: StretchRun, from: number, to: number): void {
  if (run.numbers.length < 2 * run.count + 2) {
    const grown = new Float64Array(4 * run.count + 16);
    grown.set(run.numbers);
    run.numbers = grown;
  }
  const { numbers } = run;
  let at = 2 * run.count++;
  for (; at > 0 && (numbers[at - 2] as number) > from; at -= 2) {
    numbers[at] = numbers[at - 2] as number;
    numbers[at + 1] = numbers[at - 1] as number;
  }
  numbers[at] = from;
  numbers[at + 1] = to;
}

/** Ends nearer than this to the next beginning touch it. */
const TOUCHING = 1e-9;

/** Stretches in order that touch become one. */
function joinStretches(run: StretchRun): void {
  const { numbers } = run;
  let end = 0;
  for (let i = 0; i < 2 * run.count; i += 2) {
    const from = numbers[i] as number;
    const to = numbers[i + 1] as number;
    if (end > 0 && from - (numbers[end - 1] as number) < TOUCHING)
      numbers[end - 1] = Math.max(numbers[end - 1] as number, to);
    else {
      numbers[end] = from;
      numbers[end + 1] = to;
      end += 2;
    }
  }
  run.count = end / 2;
}

/** Stretch of a segment from one fraction of it to another. */
export type Stretch = Pick<Piece, 'from' | 'to'>;

/** Pieces that touch become one stretch. */
export function joinPieces(pieces: readonly Piece[]): readonly Stretch[] {
  if (pieces.length < 2) return pieces;
  const stretches: { from: number; to: number }[] = [];
  for (const { from, to } of [...pieces].sort((a, b) => a.from - b.from)) {
    const last = stretches.at(-1);
    if (last && from - last.to < TOUCHING) last.to = Math.max(last.to, to);
    else stretches.push({ from, to });
  }
  return stretches;
}
