import type { Area, County } from '../../county/county.ts';
import type { AreaGeometry, LineGeometry } from '../../geo/geometry.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import type { DrawItem, GroupItem, Rect } from '../sheet/drawing.ts';
import { rectContour } from '../sheet/shapes.ts';
import {
  createCountyProjection,
  createSheetProjection,
  type PlaneBox,
  type SheetProjection,
} from '../sheet/sheet-projection.ts';
import { thinContour } from '../sheet/thin-contour.ts';

const MILLIMETERS_PER_METER = 1000;
/** Muted tints that tell neighbours apart, as on a political map. */
const TINTS = ['#F6EEDD', '#EAF0E2', '#F4E4DC', '#E6ECF1', '#F0EAF0', '#EEF0DA'] as const;
const WATER = '#9DBAD3';
const ROAD = '#C9A27E';
const LINE = '#8C867A';

/** Projection that fits a box of the plane into a rectangle of the paper, at no round scale. */
export function createKeyProjection(county: County, box: PlaneBox, map: Rect): SheetProjection {
  const whole = county.areas.find(({ level }) => level === 'county');
  const projection = createCountyProjection(whole?.bbox ?? [0, 0, 0, 0]);
  const scale = Math.max((box[2] - box[0]) / map.width, (box[3] - box[1]) / map.height) * MILLIMETERS_PER_METER;
  return createSheetProjection({ projection, box, scale, map });
}

/** A plain map that things are shown on: areas in tints, rivers, main roads, boundaries; clipped to its rectangle. */
export function drawKeyMap(
  county: County,
  projection: SheetProjection,
  {
    areas,
    outline,
    isPlain = false,
  }: { readonly areas: readonly Area[]; readonly outline: Area; readonly isPlain?: boolean },
): GroupItem {
  const polygon = (boundary: AreaGeometry): number[][] =>
    ringsOf(boundary).map((ring) => toContour(ring, projection, true));
  const line = (geometry: LineGeometry): number[] => toContour(geometry.coordinates, projection, false);
  const items: DrawItem[] = areas.map((area, index) => ({
    kind: 'path',
    contours: polygon(area.boundary),
    closed: true,
    fill: TINTS[index % TINTS.length] ?? TINTS[0],
    stroke: { color: LINE, width: 0.18, dash: [2, 0.6, 0.3, 0.6] },
  }));
  if (!isPlain)
    items.push(
      {
        kind: 'path',
        contours: county.rivers.filter(({ order }) => order > 1).map((river) => line(river.line)),
        closed: false,
        stroke: { color: WATER, width: 0.25, join: 'round' },
      },
      {
        kind: 'path',
        contours: county.segments
          .filter(({ roadClass }) => roadClass === 'G' || roadClass === 'S')
          .map((road) => line(road.line)),
        closed: false,
        stroke: { color: ROAD, width: 0.35, join: 'round' },
      },
    );
  items.push({
    kind: 'path',
    contours: polygon(outline.boundary),
    closed: true,
    stroke: { color: '#4A463E', width: 0.5, join: 'round' },
  });
  return { kind: 'group', clip: [rectContour(projection.map)], items };
}

const ringsOf = (boundary: AreaGeometry): readonly (readonly LonLat[])[] =>
  boundary.type === 'Polygon' ? boundary.coordinates : boundary.coordinates.flat();

const toContour = (positions: readonly LonLat[], projection: SheetProjection, closed: boolean): number[] => [
  ...thinContour(
    positions.flatMap((position) => projection.toPaper(position)),
    closed,
  ),
];
