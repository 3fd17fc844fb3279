import type { PaperProjection } from '../../geo/gauss-kruger.ts';
import type { AreaGeometry } from '../../geo/geometry.ts';
import type { PlanePoint } from '../../geo/lon-lat.ts';
import type { Rect } from '../sheet/drawing.ts';
import type { PlaneBox } from '../sheet/sheet-projection.ts';
import { boundaryMeetsBox } from './boundary-meets-box.ts';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const MILLIMETERS_PER_METER = 1000;

/** Part of an area: its name `B2` and its middle in the plane, metres. */
export interface PageSection {
  readonly name: string;
  readonly center: PlanePoint;
  readonly column: number;
  readonly row: number;
}

/** What is cut. Sizes in millimetres of paper, boxes in metres of the plane. */
export interface SectionInput {
  readonly box: PlaneBox;
  readonly boundary: AreaGeometry;
  readonly projection: PaperProjection;
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  readonly overlap: number;
}

/** Cuts an area into pages of one size that overlap, lettered from the north and numbered from the west; pages that miss the area are left out. */
export function cutIntoSections({ box, boundary, projection, ...paper }: SectionInput): readonly PageSection[] {
  const meters = (millimeters: number): number => (millimeters * paper.scale) / MILLIMETERS_PER_METER;
  const [width, height, overlap] = [meters(paper.width), meters(paper.height), meters(paper.overlap)];
  const across = placesAlong(box[0], box[2], { length: width, overlap });
  // from the north
  const down = placesAlong(-box[3], -box[1], { length: height, overlap }).map((middle) => -middle);
  return down.flatMap((northing, row) =>
    across.flatMap((easting, column) => {
      const half: PlaneBox = [easting - width / 2, northing - height / 2, easting + width / 2, northing + height / 2];
      if (!boundaryMeetsBox(boundary, projection, half)) return [];
      const center: PlanePoint = [easting, northing];
      return [{ name: `${LETTERS[row % LETTERS.length]}${column + 1}`, center, column, row }];
    }),
  );
}

/** Middles of the fewest stretches of a length that cover a range and overlap their neighbours, spread evenly about its middle. */
export function placesAlong(
  from: number,
  to: number,
  { length, overlap }: { readonly length: number; readonly overlap: number },
): readonly number[] {
  const step = length - overlap;
  const count = Math.max(1, Math.ceil((to - from - overlap) / step - 1e-9));
  const first = (from + to) / 2 - (step * (count - 1)) / 2;
  return Array.from({ length: count }, (_, index) => first + index * step);
}

/** Rectangles of the fewest pieces that cover a sheet, all of one size; each overlaps those to its right and below, and none reaches beyond the sheet. */
export function piecesOf(
  sheet: { readonly width: number; readonly height: number },
  most: { readonly width: number; readonly height: number; readonly overlap: number },
): { readonly across: number; readonly down: number; readonly rects: readonly Rect[] } {
  const { overlap } = most;
  const [across, width] = divideEvenly(sheet.width, { most: most.width, overlap });
  const [down, height] = divideEvenly(sheet.height, { most: most.height, overlap });
  const rects = Array.from({ length: across * down }, (_, index) => ({
    x: (index % across) * (width - overlap),
    y: Math.floor(index / across) * (height - overlap),
    width,
    height,
  }));
  return { across, down, rects };
}

/** In how few stretches that overlap a length is covered, and how long each then is. */
function divideEvenly(
  length: number,
  { most, overlap }: { readonly most: number; readonly overlap: number },
): readonly [count: number, each: number] {
  const count = Math.max(1, Math.ceil((length - overlap) / (most - overlap) - 1e-9));
  return [count, (length + overlap * (count - 1)) / count];
}
