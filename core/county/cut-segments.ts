import { type AreaIndex, createAreaIndex } from '../geo/area-index.ts';
import { cutLineByAreas, type LinePiece } from '../geo/cut-line.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import { sortByCode } from './sort-things.ts';
import type { AreaRow, SegmentRow } from './things.ts';

/** A piece of a segment within one area, as it is stored. */
export interface SegmentPieceRow {
  readonly segmentCode: string;
  /** The village, or the town or county for a piece in no village. */
  readonly areaCode: string;
  /** Whole millimetres; the pieces of a segment add up to its length. */
  readonly lengthMeters: number;
  readonly fromFraction: number;
  readonly toFraction: number;
}

/** A segment with its length, ready to be cut. */
export type MeasuredSegment = Pick<SegmentRow, 'code' | 'line'> & { readonly lengthMeters: number };

/**
 * Cuts segments at village boundaries (domain.md section 5 "Boundaries"): the planar fraction shares out the geodesic length, a piece on a
 * common boundary belongs to the lower code, a piece in no village to its town, and in no town to the county.
 */
export function cutSegments(
  segments: readonly MeasuredSegment[],
  areas: readonly AreaRow[],
): readonly SegmentPieceRow[] {
  const levels = { village: createLevel(areas, 'village'), town: createLevel(areas, 'town') };
  const countyCode = areas.find((area) => area.level === 'county')?.code ?? '';
  return segments.flatMap((segment) => {
    const stretches = cutByLevels(segment.line.coordinates, levels.village, levels.town, countyCode);
    return shareLength(segment, stretches);
  });
}

/** The areas of one level, lowest code first, with their index. */
interface Level {
  readonly codes: readonly string[];
  readonly index: AreaIndex;
}

function createLevel(areas: readonly AreaRow[], level: AreaRow['level']): Level {
  const sorted = sortByCode(areas.filter((area) => area.level === level));
  return { codes: sorted.map((area) => area.code), index: createAreaIndex(sorted.map((area) => area.boundary)) };
}

/** A stretch of a line that lies in one area. */
interface Stretch {
  readonly areaCode: string;
  readonly from: number;
  readonly to: number;
}

function cutByLevels(line: readonly LonLat[], villages: Level, towns: Level, countyCode: string): readonly Stretch[] {
  const inVillages = cutLineByAreas(line, villages.index);
  const inTowns = inVillages.some((piece) => piece.area < 0) ? cutLineByAreas(line, towns.index) : [];
  return inVillages.flatMap((piece): readonly Stretch[] => {
    const areaCode = villages.codes[piece.area];
    if (areaCode !== undefined) return [{ areaCode, from: piece.fromFraction, to: piece.toFraction }];
    return overlapping(inTowns, piece).map(({ area, fromFraction, toFraction }) => ({
      areaCode: towns.codes[area] ?? countyCode,
      from: Math.max(fromFraction, piece.fromFraction),
      to: Math.min(toFraction, piece.toFraction),
    }));
  });
}

const overlapping = (pieces: readonly LinePiece[], { fromFraction, toFraction }: LinePiece): readonly LinePiece[] =>
  pieces.filter((piece) => piece.fromFraction < toFraction && piece.toFraction > fromFraction);

/** Shares the length in whole millimetres by rounding the places of the cuts, so that the pieces add up exactly. */
function shareLength(segment: MeasuredSegment, stretches: readonly Stretch[]): readonly SegmentPieceRow[] {
  const total = Math.round(segment.lengthMeters * 1000);
  const pieces = stretches.map(({ areaCode, from, to }) => ({
    segmentCode: segment.code,
    areaCode,
    lengthMeters: (Math.round(total * to) - Math.round(total * from)) / 1000,
    fromFraction: from,
    toFraction: to,
  }));
  const long = pieces.filter((piece) => piece.lengthMeters > 0);
  return long.length > 0 ? long : pieces.slice(0, 1);
}
