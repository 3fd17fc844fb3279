import type { DistanceAnswer, ReachAnswer } from '#core/api/network.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { Legs } from './measured-legs.ts';
import type { MeasureTool } from './tool.ts';

/** What a line on the map tells: a way on and off the road, a straight line, a gap, a segment taken as hardened, a new road. */
export type DrawnLineKind = 'road' | 'off_road' | 'straight' | 'gap' | 'chosen' | 'new_road';

/** A line that a tool or a list draws. */
export interface DrawnLine {
  readonly kind: DrawnLineKind;
  readonly line: readonly LonLat[];
}

/** A surface that is reached within a limit, largest first. */
export interface DrawnBand {
  readonly label: string;
  /** 0 = the smallest limit. */
  readonly rank: number;
  readonly coordinates: readonly (readonly (readonly LonLat[])[])[];
}

/** A place with a letter or number. */
export interface DrawnPoint {
  readonly label: string;
  readonly position: LonLat;
}

/** Everything that the tool in hand lays over the map. */
export interface ToolDrawing {
  readonly bands: readonly DrawnBand[];
  readonly lines: readonly DrawnLine[];
  readonly points: readonly DrawnPoint[];
}

/** Nothing. */
export const NO_DRAWING: ToolDrawing = { bands: [], lines: [], points: [] };

/** The ways of a measured line over its straight legs; the points are numbered from 1. */
export function drawMeasure(tool: MeasureTool, { legs }: Legs): ToolDrawing {
  const straight = tool.points
    .slice(1)
    .map((to, index): DrawnLine => ({ kind: 'straight', line: [tool.points[index] ?? to, to] }));
  return {
    bands: [],
    lines: [...straight, ...legs.flatMap(({ answer }) => drawWay(answer))],
    points: tool.points.map((position, index) => ({ label: String(index + 1), position })),
  };
}

/** The way of a single pair, leg by leg. */
export function drawWay(answer: DistanceAnswer | undefined): readonly DrawnLine[] {
  return (answer?.path?.legs ?? []).map(({ kind, line }) => ({ kind, line: line.coordinates }));
}

/** The surfaces within each limit, and the place that was asked from. */
export function drawReach(answer: ReachAnswer, formatLimit: (limit: number) => string): ToolDrawing {
  return {
    bands: answer.items
      .map(({ limit, area }, rank) => ({ label: formatLimit(limit), rank, coordinates: area?.coordinates ?? [] }))
      .toReversed(),
    lines: [],
    points: answer.from.map(({ position }) => ({ label: '', position })),
  };
}
