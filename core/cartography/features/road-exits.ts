import type { Segment } from '../../county/county.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import { text } from '../../texts/text.ts';
import { cutLine } from './cut-line.ts';
import { type FeatureScope, nameIn } from './feature-scope.ts';
import { createFeature, type MapFeature } from './map-feature.ts';
import { roundPosition } from './round-geometry.ts';

/** Digits of the code of a town. */
const TOWN_DIGITS = 9;
/** The sign stands this share of the area's box beyond the boundary, on the road. */
const BEYOND_SHARE = 0.012;

/** A place where a road leaves the area. */
interface Exit {
  readonly segment: Segment;
  readonly at: number;
  /** Towards the end of the line, or its start. */
  readonly forwards: boolean;
  readonly areaBeyond: string;
}

/**
 * Where roads of the classes G, S, X and Y leave a town or village, named by the area of the same level beyond (至××), each road and area once.
 * A county has none: what lies beyond it is not known.
 */
export function buildRoadExits(scope: FeatureScope): readonly MapFeature[] {
  if (scope.level === 'county') return [];
  const seen = new Set<string>();
  return listExits(scope).flatMap(({ segment, at, forwards, areaBeyond }) => {
    const beyond = scope.context.scope(scope.level === 'town' ? areaBeyond.slice(0, TOWN_DIGITS) : areaBeyond).area;
    const key = `${segment.routeNumber ?? segment.code} ${beyond.code}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [
      createFeature(
        {
          code: `${segment.code}-to-${beyond.code}`,
          role: 'exit',
          label: text(scope.language, 'maps', 'road_to', { place: nameIn(scope.language, beyond) }),
        },
        { type: 'Point', coordinates: roundPosition(placeBeyond(scope, segment, { at, forwards }), scope.decimals) },
      ),
    ];
  });
}

/** Ends of the pieces inside the area at which a piece of the same segment goes on outside. */
function listExits(scope: FeatureScope): readonly Exit[] {
  const { county } = scope;
  const { segments, pieces } = county;
  const { start, end } = scope.ranges.pieces();
  const inside = new Set<number>();
  for (let p = start; p < end; p++) {
    const segment = pieces.segment[p] ?? -1;
    const roadClass = segments[segment]?.roadClass;
    if (roadClass !== 'C' && roadClass !== 'Z' && scope.context.state.segments.exists[segment] === 1)
      inside.add(segment);
  }
  const ends = new Map<number, { readonly from: number; readonly to: number }[]>();
  for (let p = start; p < end; p++) {
    const segment = pieces.segment[p] ?? -1;
    if (!inside.has(segment)) continue;
    const piece = { from: pieces.fromFraction[p] ?? 0, to: pieces.toFraction[p] ?? 1 };
    ends.set(segment, [...(ends.get(segment) ?? []), piece]);
  }
  const exits: Exit[] = [];
  for (let p = 0; p < pieces.count; p++) {
    const index = pieces.segment[p] ?? -1;
    const segment = segments[index];
    if ((p >= start && p < end) || !segment) continue;
    for (const { from, to } of ends.get(index) ?? []) {
      const areaBeyond = pieces.areaCodes[p] ?? '';
      if (areaBeyond.length < scope.area.code.length) continue;
      if (isSame(pieces.fromFraction[p], to)) exits.push({ segment, at: to, forwards: true, areaBeyond });
      if (isSame(pieces.toFraction[p], from)) exits.push({ segment, at: from, forwards: false, areaBeyond });
    }
  }
  return exits.sort((a, b) =>
    a.segment.code < b.segment.code ? -1 : a.segment.code > b.segment.code ? 1 : a.at - b.at,
  );
}

const isSame = (a: number | undefined, b: number): boolean => a !== undefined && Math.abs(a - b) < 1e-9;

/** A point of the line a little beyond the boundary, at most at the line's end. */
function placeBeyond(
  { area: { bbox } }: FeatureScope,
  segment: Segment,
  { at, forwards }: Pick<Exit, 'at' | 'forwards'>,
): LonLat {
  const line = segment.line.coordinates;
  const outside = forwards ? cutLine(line, at, 1) : [...cutLine(line, 0, at)].reverse();
  let left = BEYOND_SHARE * Math.max(bbox[2] - bbox[0], bbox[3] - bbox[1]);
  for (const [i, b] of outside.entries()) {
    const a = outside[i - 1];
    if (!a) continue;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (length >= left && length > 0)
      return [a[0] + ((b[0] - a[0]) * left) / length, a[1] + ((b[1] - a[1]) * left) / length];
    left -= length;
  }
  return outside.at(-1) ?? segment.line.coordinates[0] ?? [0, 0];
}
