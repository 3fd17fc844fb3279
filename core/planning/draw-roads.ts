import { arrangeLinks, arrangePieces } from '../county/build-county.ts';
import type { County, RoadFault, Segment, SegmentLinks, SegmentPieces } from '../county/county.ts';
import { cutSegments, type SegmentPieceRow } from '../county/cut-segments.ts';
import { deriveRoads } from '../county/derive-county.ts';
import { sortByCode } from '../county/sort-things.ts';
import type { SegmentRow } from '../county/things.ts';

/** A segment that a plan adds: its length is known, its nodes are not. */
export type NewSegment = SegmentRow & Pick<Segment, 'lengthMeters'>;

type Roads = Pick<County, 'segments' | 'pieces' | 'links' | 'roadFaults'>;

/**
 * The roads of a county with other segments: where the lines are the same, only the rows change; where segments came or went, the topology is
 * built anew as when data enter, and new ones are cut at the boundaries.
 *
 * @param rows segments that were there before, in their order
 */
export function drawRoads(county: County, rows: readonly Segment[], added: readonly NewSegment[]): Roads {
  const { segments, pieces, links, roadFaults } = county;
  if (added.length === 0 && rows.length === segments.length) return { segments: rows, pieces, links, roadFaults };
  const shape = findShape(county, rows, added);
  const all = sortByCode<NewSegment & Partial<Segment>>([...rows, ...added]);
  return {
    segments: all.map((row): Segment => {
      const { startNode, endNode } = shape.ends.get(row.code) ?? { startNode: 0, endNode: 0 };
      // the row of before where its nodes kept their numbers
      return row.startNode === startNode && row.endNode === endNode ? (row as Segment) : { ...row, startNode, endNode };
    }),
    pieces: shape.pieces,
    links: shape.links,
    roadFaults: shape.roadFaults,
  };
}

/** What rests on the lines alone, not on years and surfaces. */
interface RoadShape {
  readonly key: string;
  readonly ends: ReadonlyMap<string, Pick<Segment, 'startNode' | 'endNode'>>;
  readonly pieces: SegmentPieces;
  readonly links: SegmentLinks;
  readonly roadFaults: readonly RoadFault[];
}

/** Shapes kept of one county's roads: a plan under work, and those beside it. */
const MOST_SHAPES = 4;
const shapes = new WeakMap<SegmentLinks, RoadShape[]>();

function findShape(county: County, rows: readonly Segment[], added: readonly NewSegment[]): RoadShape {
  const known = shapes.get(county.links) ?? [];
  shapes.set(county.links, known);
  const key = describeChange(county, rows, added);
  const place = known.findIndex((shape) => shape.key === key);
  const shape = place >= 0 ? (known.splice(place, 1)[0] as RoadShape) : { key, ...computeShape(county, rows, added) };
  known.unshift(shape);
  if (known.length > MOST_SHAPES) known.pop();
  return shape;
}

/** Which segments came, with their lines, and which went. */
function describeChange(county: County, rows: readonly Segment[], added: readonly NewSegment[]): string {
  const here = new Set(rows.map(({ code }) => code));
  const gone = here.size === county.segments.length ? [] : county.segments.filter(({ code }) => !here.has(code));
  const came = sortByCode(added).map(({ code, line, sharesPavementWith }) => [
    code,
    sharesPavementWith,
    line.coordinates,
  ]);
  return JSON.stringify([came, gone.map(({ code }) => code), county.settings.probableGapMeters]);
}

function computeShape(county: County, rows: readonly Segment[], added: readonly NewSegment[]): Omit<RoadShape, 'key'> {
  const derived = deriveRoads(sortByCode<NewSegment>([...rows, ...added]), county.settings);
  const here = new Set(rows.map(({ code }) => code));
  const kept = listPieces(county).filter(({ segmentCode }) => here.has(segmentCode));
  return {
    ends: new Map(derived.segments.map(({ code, startNode, endNode }) => [code, { startNode, endNode }])),
    pieces: arrangePieces([...kept, ...cutSegments(added, county.areas)], derived.segments),
    links: arrangeLinks(derived.links, derived.segments),
    roadFaults: derived.roadFaults,
  };
}

/** Pieces as rows again. */
const listPieces = ({ pieces, segments }: County): readonly SegmentPieceRow[] =>
  pieces.areaCodes.map((areaCode, i) => ({
    segmentCode: segments[pieces.segment[i] ?? -1]?.code ?? '',
    areaCode,
    lengthMeters: pieces.lengthMeters[i] ?? 0,
    fromFraction: pieces.fromFraction[i] ?? 0,
    toFraction: pieces.toFraction[i] ?? 0,
  }));
