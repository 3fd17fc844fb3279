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
  /** Its one piece, as most have it, by index in `County.pieces`; -1 = it has several. */
  onlyPieceOf(segment: number): number;
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
    onlyPieceOf: (segment) => (first[segment] === last[segment] ? start + (first[segment] as number) - 1 : -1),
  };
}

/** Stretch of a segment from one fraction of it to another. */
export type Stretch = Pick<Piece, 'from' | 'to'>;

/** Pieces that touch become one stretch. */
export function joinPieces(pieces: readonly Piece[]): readonly Stretch[] {
  if (pieces.length < 2) return pieces;
  const stretches: { from: number; to: number }[] = [];
  for (const { from, to } of [...pieces].sort((a, b) => a.from - b.from)) {
    const last = stretches.at(-1);
    if (last && from - last.to < 1e-9) last.to = Math.max(last.to, to);
    else stretches.push({ from, to });
  }
  return stretches;
}
