import type { FeatureLayer } from '../../map-definition.ts';
import { listIconRects } from '../body/icon-rects.ts';
import type { LayerDrawing } from '../body/layer-drawing.ts';
import type { PaperFeature } from '../body/paper-feature.ts';
import { lineLength, pointAt } from '../body/points-along.ts';
import type { DrawItem, Rect } from '../drawing.ts';
import { drawMarkLeaders, type MovedMark } from './mark-leaders.ts';
import { type Mark, type MarkShift, moveRect, spreadMarks } from './spread-marks.ts';

/** A layer that draws marks, with the features that it draws them of. */
export interface MarkLayer {
  readonly drawing: LayerDrawing;
  readonly source: FeatureLayer;
}

/** Marks of a map that stand clear of each other. */
export interface StandingApart {
  /** The features of a source, those whose marks were moved at their new places. */
  move(source: FeatureLayer, features: readonly PaperFeature[]): readonly PaperFeature[];
  /** Lines from the true places to the marks that were moved. */
  readonly leaders: readonly DrawItem[];
  /** Points of lines at which their marks stand, by layer. */
  readonly onLines: ReadonlyMap<string, readonly PaperFeature[]>;
}

/** Moves the marks of a map that would cover each other: what a paper's layers say yields stands clear of what stays, and of its likes. */
export function standApart(layers: readonly MarkLayer[], map: Rect): StandingApart {
  const byKey = new Map<string, Mark & { readonly feature: PaperFeature }>();
  const lineKeys = new Map<string, string[]>();
  for (const { drawing, source } of [...layers].sort((a, b) => rankOf(a) - rankOf(b)))
    for (const feature of drawing.features) {
      if (feature.type === 'LineString') {
        const keys = lineKeys.get(drawing.layerId) ?? [];
        lineKeys.set(drawing.layerId, keys);
        for (const mark of listLineMarks(drawing, feature)) {
          const key = `${drawing.layerId}\n${keys.length}`;
          keys.push(key);
          byKey.set(key, { ...mark, key });
        }
        continue;
      }
      const [rect] = listIconRects(drawing, feature);
      if (!rect) continue;
      const key = keyOf(source, feature);
      const mayMove = drawing.paper?.crowding !== 'stays';
      // what two layers draw of one thing moves as one, and takes the room of both
      const known = byKey.get(key);
      byKey.set(key, { key, rect: known ? unite(known.rect, rect) : rect, mayMove, feature });
    }
  const marks = [...byKey.values()];
  const shifts = spreadMarks(marks, map);
  const moved = marks.flatMap(({ key, rect, feature, otherPlaces = [] }): MovedMark[] => {
    const shift = shifts.get(key);
    const [x = 0, y = 0] = feature.contours[0] ?? [];
    return shift && !otherPlaces.includes(shift)
      ? [{ from: [x, y], rect: moveRect(rect, shift), by: Math.hypot(...shift) }]
      : [];
  });
  return {
    leaders: drawMarkLeaders(moved),
    onLines: new Map(
      [...lineKeys].map(([layerId, keys]) => [
        layerId,
        keys.flatMap((key) => {
          const mark = byKey.get(key);
          return mark ? [movePoint(mark.feature, shifts.get(key))] : [];
        }),
      ]),
    ),
    move: (source, features) => features.map((feature) => movePoint(feature, shifts.get(keyOf(source, feature)))),
  };
}

/** Places along a line are tried so far from each other, against the mark's size. */
const ALONG_STEP = 0.25;

/** Marks in the middle of lines, each of which may stand anywhere along its own, the nearest place first. */
function listLineMarks(
  drawing: LayerDrawing,
  { code, properties, contours }: PaperFeature,
): readonly (Omit<Mark, 'key'> & { readonly feature: PaperFeature })[] {
  return contours.flatMap((contour) => {
    const length = lineLength(contour);
    const middle = pointAt(contour, length / 2);
    const feature: PaperFeature = { code, properties, type: 'Point', contours: [middle], rings: [] };
    const [rect] = listIconRects(drawing, feature);
    if (!rect || length === 0) return [];
    const size = Math.max(rect.width, rect.height);
    const steps = Math.max(0, Math.floor((length - size) / 2 / (ALONG_STEP * size)));
    const otherPlaces = Array.from({ length: 2 * steps }, (_, i): MarkShift => {
      const by = (i % 2 === 0 ? 1 : -1) * (Math.floor(i / 2) + 1) * ALONG_STEP * size;
      const [x, y] = pointAt(contour, length / 2 + by);
      return [x - middle[0], y - middle[1]];
    });
    return [{ rect, mayMove: drawing.paper?.crowding !== 'stays', otherPlaces, feature }];
  });
}

/** What stays is placed first, what yields most last. */
const ORDER = ['stays', 'yields', 'yields_most'];

const rankOf = ({ drawing }: MarkLayer): number => ORDER.indexOf(drawing.paper?.crowding ?? 'stays');

const keyOf = (source: FeatureLayer, { code }: PaperFeature): string => `${source}\n${code}`;

function movePoint(feature: PaperFeature, shift: MarkShift | undefined): PaperFeature {
  // an area of the same code stays where it is
  if (!shift || feature.type !== 'Point') return feature;
  const contours = feature.contours.map(([x = 0, y = 0]) => [x + shift[0], y + shift[1]]);
  return { ...feature, contours };
}

/** The rectangle around two. */
function unite(a: Rect, b: Rect): Rect {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  const right = Math.max(a.x + a.width, b.x + b.width);
  const bottom = Math.max(a.y + a.height, b.y + b.height);
  return { x, y, width: right - x, height: bottom - y };
}
