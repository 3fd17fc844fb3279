import type { FeatureLayer } from '../../map-definition.ts';
import { listIconRects } from '../body/draw-symbol.ts';
import type { LayerDrawing } from '../body/layer-drawing.ts';
import type { PaperFeature } from '../body/paper-feature.ts';
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
}

/** Moves the marks of a map that would cover each other: what a paper's layers say yields stands clear of what stays, and of its likes. */
export function standApart(layers: readonly MarkLayer[], map: Rect): StandingApart {
  const byKey = new Map<string, Mark & { readonly feature: PaperFeature }>();
  for (const { drawing, source } of [...layers].sort((a, b) => rankOf(a) - rankOf(b)))
    for (const feature of drawing.features) {
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
  const moved = marks.flatMap(({ key, rect, feature }): MovedMark[] => {
    const shift = shifts.get(key);
    const [x = 0, y = 0] = feature.contours[0] ?? [];
    return shift ? [{ from: [x, y], rect: moveRect(rect, shift), by: Math.hypot(...shift) }] : [];
  });
  return {
    leaders: drawMarkLeaders(moved),
    move: (source, features) => features.map((feature) => movePoint(feature, shifts.get(keyOf(source, feature)))),
  };
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
