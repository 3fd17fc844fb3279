import type { Segment } from '../../county/county.ts';
import { createPositionRun, type PositionRun } from '../../geo/position-run.ts';
import { simplifyRun } from '../../geo/simplify-line.ts';
import type { FeatureRequest } from './build-features.ts';
import { writeStretch } from './cut-line.ts';
import { createFeatureScope, type FeatureScope } from './feature-scope.ts';
import type { FeatureProperties } from './map-feature.ts';
import { rememberByValues } from './remember-by-values.ts';
import { getRoadColumns, type RoadColumns } from './road-columns.ts';
import {
  COUNTY_TOLERANCE_DEGREES,
  describeMainRoad,
  lengthOf,
  listMainRoads,
  listShownSegments,
} from './segment-features.ts';
import type { Stretch, StretchRun } from './segment-pieces.ts';
import { createSegmentDescriber, type SegmentReader } from './segment-properties.ts';

/** Lines that nothing tells apart from others of their kind but where they run. */
export interface LineKinds {
  /** Goes through all lines once. */
  forEachLine(visit: LineVisitor): void;
}

/**
 * Is shown a line.
 *
 * @param properties those of the first line of its kind, the very same object; of the others only the named ones are the same
 * @param run where it runs, to its own positions: good until the next line is shown
 */
export type LineVisitor = (properties: FeatureProperties, run: PositionRun) => void;

/**
 * The lines that `streamFeatures` tells of, exact ones, for whoever reads no more of them than a few properties: hundreds of thousands of
 * segments of some twenty kinds are gone through without a feature for each.
 *
 * @param names properties that tell kinds apart
 * @returns null for layers that are told of by features only, and names that only these know
 * @throws {NotFoundError} `unknown_area`
 */
export function listLineKinds(
  { context, layer, ...place }: Omit<FeatureRequest, 'isExact'>,
  names: readonly string[],
): LineKinds | null {
  if (layer !== 'segments' && layer !== 'main_roads') return null;
  const scope = createFeatureScope(context, { ...place, isExact: true });
  const roads = getRoadColumns(scope.county);
  const { readers, describe } = createSegmentDescriber(scope, roads);
  const read: SegmentReader[] = [];
  for (const name of names) {
    const reader = layer === 'segments' || name === 'label' || name === 'class' ? readers[name] : undefined;
    if (!reader) return null;
    read.push(reader);
  }
  return {
    forEachLine:
      layer === 'segments'
        ? (visit) => visitSegments({ scope, roads, read, describe }, visit)
        : (visit) => visitMainRoads({ scope, roads, read }, visit),
  };
}

interface LineSource {
  readonly scope: FeatureScope;
  readonly roads: RoadColumns;
  readonly read: readonly SegmentReader[];
}

function visitSegments(
  { scope, roads, read, describe }: LineSource & Pick<ReturnType<typeof createSegmentDescriber>, 'describe'>,
  visit: LineVisitor,
): void {
  const rows = listShownSegments(scope);
  const kindOf = rememberByValues(read, (index: number) => describe(index, lengthOf(rows.piecesOf(index))));
  const { order } = rows;
  const run = createPositionRun();
  const stretches: StretchRun = { numbers: new Float64Array(16), count: 0 };
  for (let row = 0; row < order.length; row++) {
    const index = order[row] as number;
    const properties = kindOf(index);
    rows.writeStretches(index, stretches);
    for (let i = 0; i < stretches.count; i++) {
      const from = stretches.numbers[2 * i] as number;
      const to = stretches.numbers[2 * i + 1] as number;
      writeRoad({ scope, roads }, { index, from, to }, run);
      if (run.count > 1) visit(properties, run);
    }
  }
}

function visitMainRoads({ scope, roads, read }: LineSource, visit: LineVisitor): void {
  const { segments } = scope.county;
  const kindOf = rememberByValues(read, (index: number) => describeMainRoad(scope, segments[index] as Segment));
  const run = createPositionRun();
  for (const index of listMainRoads(scope, roads)) {
    writeRoad({ scope, roads }, { index, from: 0, to: 1 }, run);
    visit(kindOf(index), run);
  }
}

/** A stretch of a segment as the level needs it. */
function writeRoad(
  { scope: { level }, roads: { positions, starts } }: Pick<LineSource, 'scope' | 'roads'>,
  { index, from, to }: Stretch & { readonly index: number },
  run: PositionRun,
): void {
  const first = starts[index] as number;
  const end = starts[index + 1] as number;
  writeStretch({ positions, first, end, from, to }, run);
  if (level === 'county') simplifyRun(run, COUNTY_TOLERANCE_DEGREES);
}
