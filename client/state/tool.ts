import type { LonLat } from '#core/geo/lon-lat.ts';
import { TRAVEL_METRICS, TRAVEL_MODES, type TravelMetric, type TravelMode } from '#core/network/travel.ts';

/** Tools of the map, in the order of the bar. */
export const TOOL_KINDS = ['measure', 'reach', 'nearest', 'gaps'] as const;
export type ToolKind = (typeof TOOL_KINDS)[number];

/** Towards the place, as people go there, or from it outwards. */
export const DIRECTIONS = ['to', 'from'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A place as the questions take it: `lon,lat` (EPSG:4490) or a code. */
export type PlaceText = string;

/** Metres and minutes between points that were clicked. */
export interface MeasureTool {
  readonly kind: 'measure';
  readonly mode: TravelMode;
  /** Whether the drawn ways are the fastest or the shortest. */
  readonly by: TravelMetric;
  readonly points: readonly LonLat[];
}

/** What is within reach of a place. */
export interface ReachTool {
  readonly kind: 'reach';
  readonly mode: TravelMode;
  readonly by: TravelMetric;
  readonly direction: Direction;
  readonly place: PlaceText | null;
}

/** The nearest place of each kind. */
export interface NearestTool {
  readonly kind: 'nearest';
  readonly place: PlaceText | null;
}

/** Settlements that are not joined and what would join them. */
export interface GapsTool {
  readonly kind: 'gaps';
  /** Codes of the segments that are taken as hardened. */
  readonly segments: readonly string[];
}

/** The tool in hand with what it was given; a link restores it. */
export type Tool = MeasureTool | ReachTool | NearestTool | GapsTool;

/** Most points of a measured line: each leg is a question. */
export const MOST_POINTS = 20;
/** Most segments that an address can carry. */
export const MOST_SEGMENTS = 60;

/** Five decimals of a degree are about a metre. */
const DECIMALS = 5;
const CODE = /^[\p{L}\p{N}_.-]{1,60}$/u;

/** A tool as it is first taken up. */
export function createTool(kind: ToolKind): Tool {
  switch (kind) {
    case 'measure':
      return { kind, mode: 'drive', by: 'minutes', points: [] };
    case 'reach':
      return { kind, mode: 'drive', by: 'minutes', direction: 'to', place: null };
    case 'nearest':
      return { kind, place: null };
    case 'gaps':
      return { kind, segments: [] };
  }
}

/** The tool in an address, such as `reach:drive:minutes:to:107.21,27.04`; `parseTool` gives it back. */
export function formatTool(tool: Tool): string {
  switch (tool.kind) {
    case 'measure':
      return [tool.kind, tool.mode, tool.by, tool.points.map(formatPlace).join(';')].join(':');
    case 'reach':
      return [tool.kind, tool.mode, tool.by, tool.direction, tool.place ?? ''].join(':');
    case 'nearest':
      return [tool.kind, tool.place ?? ''].join(':');
    case 'gaps':
      return [tool.kind, tool.segments.join(',')].join(':');
  }
}

/** Reads a tool; words that are not known fall back to what the tool begins with, an unknown tool is none. */
export function parseTool(text: string | null): Tool | null {
  const [kind, ...words] = (text ?? '').split(':');
  const mode = oneOf(TRAVEL_MODES, words[0]) ?? 'drive';
  const by = oneOf(TRAVEL_METRICS, words[1]) ?? 'minutes';
  switch (oneOf(TOOL_KINDS, kind)) {
    case 'measure':
      return { kind: 'measure', mode, by, points: parsePoints(words[2]) };
    case 'reach':
      return {
        kind: 'reach',
        mode,
        by,
        direction: oneOf(DIRECTIONS, words[2]) ?? 'to',
        place: parsePlace(words[3]),
      };
    case 'nearest':
      return { kind: 'nearest', place: parsePlace(words[0]) };
    case 'gaps':
      return { kind: 'gaps', segments: parseCodes(words[0]) };
    case undefined:
      return null;
  }
}

/** A position as the questions take it. */
export const formatPlace = ([lon, lat]: LonLat): PlaceText => `${lon.toFixed(DECIMALS)},${lat.toFixed(DECIMALS)}`;

/** The position that a place states itself; null for a code. */
export function parsePosition(place: PlaceText | null): LonLat | null {
  const parts = (place ?? '').split(',');
  const [lon = Number.NaN, lat = Number.NaN] = parts.map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  return parts.length === 2 && Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
}

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined =>
  values.find((value) => value === text);

const parsePlace = (text: string | undefined): PlaceText | null =>
  text && (parsePosition(text) !== null || CODE.test(text)) ? text : null;

const parsePoints = (text = ''): LonLat[] =>
  text
    .split(';')
    .map(parsePosition)
    .filter((point) => point !== null)
    .slice(0, MOST_POINTS);

const parseCodes = (text = ''): string[] => [...new Set(text.split(',').filter((code) => CODE.test(code)))];
