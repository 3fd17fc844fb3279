import type { Area, County } from '../../../county/county.ts';
import type { Bbox } from '../../../geo/bbox.ts';
import type { PaperProjection } from '../../../geo/gauss-kruger.ts';
import type { AreaGeometry } from '../../../geo/geometry.ts';
import { boundsOfContours } from '../contour-geometry.ts';
import type { DrawItem } from '../drawing.ts';
import type { FurnitureKit } from '../furniture-kit.ts';
import { INK, INK_2, PAPER_WHITE, rectItem, textItem } from '../shapes.ts';
import type { PlaneBox } from '../sheet-projection.ts';
import { thinContour } from '../thin-contour.ts';

const SEAL = '#A8321F';

/** A small map of the county that shows where the area of the sheet lies. */
export interface Locator {
  readonly width: number;
  readonly height: number;
  /** Items from (0, 0). */
  readonly items: readonly DrawItem[];
}

/**
 * Locator of a town, a village or a window in its county, at most `width` x `height`; null for the whole county, which has no frame of its own to
 * lie in.
 */
export function createLocator(
  kit: FurnitureKit,
  input: {
    readonly county: County;
    readonly area: Area;
    readonly projection: PaperProjection;
    readonly width: number;
    readonly height: number;
    /** Ground that the sheet shows, in the plane, where that is not the whole area. */
    readonly window?: PlaneBox | null;
  },
): Locator | null {
  const { county, area, projection, window = null } = input;
  const whole = county.areas.find(({ level }) => level === 'county');
  if ((area.level === 'county' && !window) || !whole) return null;
  const caption = kit.em.table * 1.6;
  const margin = kit.em.table * 0.5;
  const [width, height] = [input.width, input.height];
  const plane = ringsOf(whole.boundary, projection);
  const bounds = boundsOfContours(plane);
  const scale = Math.min((width - 2 * margin) / bounds.width, (height - caption - 2 * margin) / bounds.height);
  const toBox = (rings: readonly (readonly number[])[]): number[][] =>
    rings.map((ring) =>
      thinContour(
        ring.map((value, index) =>
          index % 2 === 0
            ? width / 2 + (value - bounds.x - bounds.width / 2) * scale
            : caption + (height - caption) / 2 + (value - bounds.y - bounds.height / 2) * scale,
        ),
        true,
      ),
    );
  const shape = (boundary: AreaGeometry): number[][] => toBox(ringsOf(boundary, projection));
  const items: DrawItem[] = [
    rectItem({ x: 0, y: 0, width, height }, { fill: PAPER_WHITE, stroke: { color: INK_2, width: kit.line(0.3) } }),
    textItem(kit.say('locator'), [margin, caption * 0.85], { size: kit.em.table, font: 'bold' }),
  ];
  for (const town of county.areas.filter(({ level }) => level === 'town'))
    items.push({
      kind: 'path',
      contours: shape(town.boundary),
      closed: true,
      fill: area.level !== 'county' && area.code.startsWith(town.code) ? '#F0DDD5' : '#F4F3EF',
      stroke: { color: INK_2, width: kit.line(0.15) },
    });
  items.push(
    { kind: 'path', contours: toBox(plane), closed: true, stroke: { color: INK, width: kit.line(0.5) } },
    window
      ? {
          kind: 'path',
          contours: toBox([boxRing(window)]),
          closed: true,
          stroke: { color: SEAL, width: kit.line(0.7) },
        }
      : {
          kind: 'path',
          contours: shape(area.boundary),
          closed: true,
          fill: SEAL,
          stroke: { color: SEAL, width: kit.line(0.3) },
        },
  );
  return { width, height, items };
}

/** A box in the plane as a ring, y down. */
const boxRing = ([west, south, east, north]: PlaneBox): number[] => [
  west,
  -north,
  east,
  -north,
  east,
  -south,
  west,
  -south,
];

const known = new WeakMap<AreaGeometry, Map<number, number[][]>>();

/** Rings in the plane, y down; projected once for each boundary and meridian. */
function ringsOf(boundary: AreaGeometry, projection: PaperProjection): readonly (readonly number[])[] {
  const byMeridian = known.get(boundary) ?? new Map<number, number[][]>();
  known.set(boundary, byMeridian);
  const rings = byMeridian.get(projection.centralMeridian) ?? projectRings(boundary, projection);
  byMeridian.set(projection.centralMeridian, rings);
  return rings;
}

function projectRings(boundary: AreaGeometry, projection: PaperProjection): number[][] {
  const rings = boundary.type === 'Polygon' ? boundary.coordinates : boundary.coordinates.flat();
  return rings.map((ring) =>
    ring.flatMap((position) => {
      const [x, y] = projection.forward(position);
      return [x, -y];
    }),
  );
}

/** Width over height of the county's box, so that the locator wastes no room. */
export const locatorAspect = ([west, south, east, north]: Bbox): number =>
  ((east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180)) / (north - south);
