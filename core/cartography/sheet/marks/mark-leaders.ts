import type { DrawItem, Rect } from '../drawing.ts';

/** A mark that stands beside its place. */
export interface MovedMark {
  /** Its true place on the paper. */
  readonly from: readonly [x: number, y: number];
  /** Room that it takes where it stands now. */
  readonly rect: Rect;
  /** How far it was moved, millimetres. */
  readonly by: number;
}

const COLOR = '#1B2730';
/** Line and point at the true place, millimetres. */
const LINE_WIDTH = 0.25;
const POINT_RADIUS = 0.55;

/** A mark that was moved by less than this share of its size still stands at its place. */
const LEAST_MOVE = 0.8;

/** Thin lines from true places to the marks that were moved off them; a mark that still covers its place needs none. */
export const drawMarkLeaders = (moved: readonly MovedMark[]): DrawItem[] =>
  moved.flatMap(({ from: [x, y], rect, by }): DrawItem[] => {
    const covers = x >= rect.x && y >= rect.y && x <= rect.x + rect.width && y <= rect.y + rect.height;
    if (covers || by < LEAST_MOVE * Math.max(rect.width, rect.height)) return [];
    const contours = [[x, y, rect.x + rect.width / 2, rect.y + rect.height / 2]];
    return [
      { kind: 'path', contours, closed: false, stroke: { color: COLOR, width: LINE_WIDTH, cap: 'round' } },
      { kind: 'circle', x, y, radius: POINT_RADIUS, fill: COLOR },
    ];
  });
