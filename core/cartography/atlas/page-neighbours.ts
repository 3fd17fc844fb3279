import type { Area } from '../../county/county.ts';
import type { LonLat, PlanePoint } from '../../geo/lon-lat.ts';
import { isPointInArea } from '../../geo/point-in-polygon.ts';
import type { PageSide } from '../sheet/composed-sheet.ts';
import { groupBy } from './group-by.ts';
import type { PageFrame } from './page-frame.ts';

/** Where along a side it is looked at what lies beyond. */
const SHARES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;
/** So far beyond the frame, millimetres. */
const BEYOND = 3;

/** Areas (or sections of one) on which the map goes on beyond the sides of a page. */
export type Neighbours = Readonly<Partial<Record<PageSide, PageFrame>>>;

/** Which of the frames of one level goes on beyond each side of each of them: sections by their places, areas by what lies there most. */
export function findNeighbours(frames: readonly PageFrame[]): ReadonlyMap<PageFrame, Neighbours> {
  const byArea = groupBy(frames, ({ area }) => area.code);
  const areas = [...byArea.values()].flatMap(([frame]) => (frame ? [frame.area] : []));
  return new Map(
    frames.map((frame): [PageFrame, Neighbours] => {
      const siblings = byArea.get(frame.area.code) ?? [];
      const beside = Object.fromEntries(
        SIDES.flatMap((side): [PageSide, PageFrame][] => {
          const found = findSection(siblings, frame, side) ?? findBeyond(frame, side, { areas, byArea });
          return found ? [[side, found]] : [];
        }),
      );
      return [frame, beside];
    }),
  );
}

const SIDES: readonly PageSide[] = ['north', 'east', 'south', 'west'];
const STEPS = { north: [0, -1], east: [1, 0], south: [0, 1], west: [-1, 0] } as const;

function findSection(siblings: readonly PageFrame[], { section }: PageFrame, side: PageSide): PageFrame | undefined {
  if (!section) return undefined;
  const [dx, dy] = STEPS[side];
  return siblings.find(({ section: other }) => other?.column === section.column + dx && other.row === section.row + dy);
}

/** The area that most of the ground beyond a side belongs to, and its page that shows it. */
function findBeyond(
  frame: PageFrame,
  side: PageSide,
  { areas, byArea }: { readonly areas: readonly Area[]; readonly byArea: ReadonlyMap<string, readonly PageFrame[]> },
): PageFrame | undefined {
  const found = new Map<PageFrame, number>();
  for (const share of SHARES) {
    const point = pointBeyond(frame, side, share);
    const position = frame.projection.projection.inverse(point);
    const area = areas.find((each) => each.code !== frame.area.code && contains(each, position));
    const page = (byArea.get(area?.code ?? '') ?? []).find(({ window }) => isInside(point, window));
    if (page) found.set(page, (found.get(page) ?? 0) + 1);
  }
  const [most] = [...found].toSorted(([, a], [, b]) => b - a);
  return most?.[0];
}

function pointBeyond({ window, projection }: PageFrame, side: PageSide, share: number): PlanePoint {
  const [west, south, east, north] = window;
  const beyond = BEYOND * projection.metersPerMillimeter;
  const easting = west + (east - west) * share;
  const northing = north - (north - south) * share;
  const points: Readonly<Record<PageSide, PlanePoint>> = {
    north: [easting, north + beyond],
    south: [easting, south - beyond],
    west: [west - beyond, northing],
    east: [east + beyond, northing],
  };
  return points[side];
}

function contains({ bbox, boundary }: Area, position: LonLat): boolean {
  const [lon, lat] = position;
  const isNear = lon >= bbox[0] && lon <= bbox[2] && lat >= bbox[1] && lat <= bbox[3];
  return isNear && isPointInArea(position, boundary);
}

const isInside = ([x, y]: PlanePoint, [west, south, east, north]: PageFrame['window']): boolean =>
  x >= west && x <= east && y >= south && y <= north;
