import type { AreaRow } from '../../../county/things.ts';
import { addCorners } from '../../../geo/add-corners.ts';
import { positionsOf } from '../../../geo/bbox.ts';
import { geodesicAreaSquareMeters, polygonsOf } from '../../../geo/geodesic-area.ts';
import { geodesicLengthMeters } from '../../../geo/geodesic-length.ts';
import type { AreaGeometry, PolygonGeometry } from '../../../geo/geometry.ts';
import { findGeometryFault } from '../../../geo/geometry-fault.ts';
import { interiorPointOf } from '../../../geo/interior-point.ts';
import { isNarrow } from '../../../geo/is-narrow.ts';
import type { LonLat } from '../../../geo/lon-lat.ts';
import { dropSlivers } from '../../../geo/mend-geometry.ts';
import { differenceOf, unionOf } from '../../../geo/overlay.ts';
import { isPointInArea } from '../../../geo/point-in-polygon.ts';
import { distanceToLineMeters } from '../../../geo/point-to-line.ts';
import { turnArea } from '../../../geo/turn-area.ts';

/**
 * What is narrower than this is a border drawn twice and may be mended: 0.5 mm, with which a line is drawn, is 5 m on a map at 1:10 000, and both lines may
 * be off to different sides. Wider, somebody meant something by it.
 */
export const BORDER_REPAIR_WIDTH_METERS = 10;

/** An edge whose middle is so near to a border lies on it. */
const ON_BORDER_METERS = 0.5;

/** What rounding, and slivers that are dropped, may add to a mended surface or take of it. */
const ROUNDING_SQUARE_METERS = 50;

/**
 * A surface without the narrow strip that its neighbour has as well.
 *
 * @param common what both have
 * @returns null where that is not narrow everywhere, or nothing sound comes of it
 */
export function cutOverlap(area: AreaGeometry, common: AreaGeometry): AreaGeometry | null {
  if (!isNarrow(common, BORDER_REPAIR_WIDTH_METERS)) return null;
  const drawn = tryOverlay(() =>
    differenceOf(addCorners(area, positionsOf(common)), addCorners(common, positionsOf(area))),
  );
  const mended = drawn === null ? null : keepSound(area, drawn);
  const wanted = geodesicAreaSquareMeters(area) - geodesicAreaSquareMeters(common);
  const isExpected = mended && Math.abs(geodesicAreaSquareMeters(mended) - wanted) < ROUNDING_SQUARE_METERS;
  return isExpected ? mended : null;
}

/**
 * A surface with the narrow strips beside it that belong to nobody. A strip that only touches it in a corner stays outside.
 *
 * @returns the surface and how much it gained; null where nothing sound comes of it
 */
export function addStrips(
  area: AreaGeometry,
  strips: readonly PolygonGeometry[],
): { readonly mended: AreaGeometry; readonly addedSquareMeters: number } | null {
  const mended = growBy(area, strips);
  if (mended === null) return null;
  const addedSquareMeters = geodesicAreaSquareMeters(mended) - geodesicAreaSquareMeters(area);
  const most = strips.reduce((sum, strip) => sum + geodesicAreaSquareMeters(strip), 0);
  return addedSquareMeters > most + ROUNDING_SQUARE_METERS ? null : { mended, addedSquareMeters };
}

/** All strips at once, or, where one of them spoils it, as many as go: each half by itself. */
function growBy(area: AreaGeometry, strips: readonly PolygonGeometry[]): AreaGeometry | null {
  const united = tryOverlay(() => unite(area, strips));
  const grown = united === null ? null : keepSound(area, united);
  if (grown !== null || strips.length < 2) return grown;
  const half = Math.ceil(strips.length / 2);
  const first = growBy(area, strips.slice(0, half));
  return growBy(first ?? area, strips.slice(half)) ?? first;
}

function unite(area: AreaGeometry, strips: readonly PolygonGeometry[]): AreaGeometry {
  const hearts = polygonsOf(area).map((coordinates) => interiorPointOf({ type: 'Polygon', coordinates }));
  const stitches = positionsOf(area);
  // where edges lie on each other but not to the last digit, a union leaves a cut of no width between them
  const all = unionOf([
    addCorners(area, strips.flatMap(positionsOf)),
    ...strips.map((strip) => addCorners(strip, stitches)),
  ]);
  const grown = all === null ? [] : polygonsOf(all).filter((part) => holdsOne(part, hearts));
  return { type: 'MultiPolygon', coordinates: grown };
}

const holdsOne = (coordinates: PolygonGeometry['coordinates'], positions: readonly LonLat[]): boolean =>
  positions.some((position) => isPointInArea(position, { type: 'Polygon', coordinates }));

/** What was drawn without slivers, where it is sound and in no more parts than before; only that is a repair. */
function keepSound(area: AreaGeometry, drawn: AreaGeometry): AreaGeometry | null {
  const sound = dropSlivers(turnArea(drawn));
  if (sound === null || findGeometryFault(sound) || polygonsOf(sound).length > polygonsOf(area).length) return null;
  return sound;
}

/** What an import leaves open between areas. */
export interface Gaps {
  readonly squareMeters: number;
  /** Of these, what is narrow; of the rest somebody must draw the border. */
  readonly strips: readonly PolygonGeometry[];
}

/**
 * Parts of what a parent has and none of its children.
 *
 * @param former the children before the import: what they left open as well is none of its doing
 */
export function findGaps(uncovered: AreaGeometry, former: readonly AreaGeometry[]): Gaps {
  const parts = polygonsOf(uncovered)
    .map((coordinates): PolygonGeometry => ({ type: 'Polygon', coordinates }))
    .filter((part) => {
      const inside = interiorPointOf(part);
      return former.length === 0 || former.some((child) => isPointInArea(inside, child));
    });
  const strips = parts.filter((part) => isNarrow(part, BORDER_REPAIR_WIDTH_METERS));
  return { strips, squareMeters: parts.reduce((sum, part) => sum + geodesicAreaSquareMeters(part), 0) };
}

/** Of areas the one with the longest common edge with a strip; undefined when it lies beside none. */
export function findLongestNeighbour<Area extends Pick<AreaRow, 'boundary'>>(
  strip: PolygonGeometry,
  areas: readonly Area[],
): Area | undefined {
  let best: { readonly area: Area; readonly lengthMeters: number } | undefined;
  for (const area of areas) {
    const lengthMeters = commonEdgeMeters(strip, area.boundary);
    if (lengthMeters > (best?.lengthMeters ?? 0)) best = { area, lengthMeters };
  }
  return best?.area;
}

function commonEdgeMeters(strip: PolygonGeometry, area: AreaGeometry): number {
  const borders = polygonsOf(area).flat();
  let sum = 0;
  for (const ring of strip.coordinates) {
    for (const [index, to] of ring.entries()) {
      const from = ring[index - 1];
      if (from === undefined) continue;
      const middle: LonLat = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
      if (borders.some((border) => distanceToLineMeters(middle, border) < ON_BORDER_METERS))
        sum += geodesicLengthMeters([from, to]);
    }
  }
  return sum;
}

function tryOverlay(overlay: () => AreaGeometry | null): AreaGeometry | null {
  try {
    return overlay();
  } catch {
    // the sweep of polyclip-ts throws where rounding leaves it rings that it cannot close
    return null;
  }
}
