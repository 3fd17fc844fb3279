import type { LonLat } from '../../../geo/lon-lat.ts';
import type { DifferenceLayer, DifferenceState, PlanDifference } from '../../../planning/differences.ts';
import { DIFFERENCE_LOOKS, DIFFERENCE_SIZES, DIFFERENCE_STATES } from '../../difference-look.ts';
import { PALETTES } from '../../palettes.ts';
import type { LabelWish } from '../body/layer-drawing.ts';
import type { DrawItem } from '../drawing.ts';
import type { FurnitureKit } from '../furniture-kit.ts';
import type { Paper } from '../paper.ts';
import { lineFactor, symbolFactor } from '../reading-heights.ts';
import { INK, PAPER_WHITE, polylineItem } from '../shapes.ts';
import type { SheetProjection } from '../sheet-projection.ts';

/** The same first, so that what differs lies over it. */
const STATE_ORDER = DIFFERENCE_STATES.toReversed();
const LAYER_ORDER: readonly DifferenceLayer[] = ['segments', 'flows', 'settlements', 'sites'];
/** Never smaller than can be told apart, millimetres. */
const LEAST_SYMBOL = 1.5;
const LEAST_LINE = 0.3;

/** Size on a paper: height of a symbol or width of a line, millimetres. */
export function differenceSize(paper: Paper, layer: DifferenceLayer, state: DifferenceState): number {
  const { millimeters, sameShare } = DIFFERENCE_SIZES[layer];
  const isLine = layer === 'segments' || layer === 'flows';
  const size = Math.max(isLine ? LEAST_LINE : LEAST_SYMBOL, millimeters * (isLine ? lineFactor : symbolFactor)(paper));
  return state === 'same' ? size * sameShare : size;
}

/** The mark of a state at a point: its shape in its colour, sites in a ring. */
export function differenceMark(
  [x, y]: readonly [number, number],
  { layer, state, size }: { readonly layer: DifferenceLayer; readonly state: DifferenceState; readonly size: number },
): DrawItem {
  const { color, corners } = DIFFERENCE_LOOKS[state];
  const fill = PALETTES.paper[color];
  const stroke =
    layer === 'sites' ? { color: INK, width: size * 0.06 } : { color: PAPER_WHITE, width: Math.min(0.12, size * 0.08) };
  if (corners === null) return { kind: 'circle', x, y, radius: size / 2, fill, stroke };
  const contour = corners.flatMap(([dx, dy]) => [x + dx * size, y + dy * size]);
  return { kind: 'path', contours: [contour], closed: true, fill, stroke };
}

/** The line of a state. */
export function differenceLine(
  points: readonly number[],
  { state, width }: { readonly state: DifferenceState; readonly width: number },
): DrawItem {
  const { color, dash } = DIFFERENCE_LOOKS[state];
  return polylineItem(points, {
    color: PALETTES.paper[color],
    width,
    join: 'round',
    ...(dash && { dash: dash.map((length) => length * width) }),
  });
}

/** What differs, on the map: lines below, marks above, the same below what differs. Flows that stay the same are left out. */
export function drawDifferences(
  differences: readonly PlanDifference[],
  { paper, projection }: { readonly paper: Paper; readonly projection: SheetProjection },
): DrawItem[] {
  return LAYER_ORDER.flatMap((layer) =>
    STATE_ORDER.flatMap((state) => {
      if (layer === 'flows' && state === 'same') return [];
      const size = differenceSize(paper, layer, state);
      return differences
        .filter((one) => one.layer === layer && one.state === state)
        .map(({ geometry }) =>
          geometry.type === 'Point'
            ? differenceMark(projection.toPaper(geometry.coordinates), { layer, state, size })
            : differenceLine(toContour(geometry.coordinates, projection), { state, width: size }),
        );
    }),
  );
}

const toContour = (line: readonly LonLat[], projection: SheetProjection): number[] =>
  line.flatMap((position) => projection.toPaper(position));

/** Names of the sites that differ, beside their marks. */
export function listSiteNames(
  kit: FurnitureKit,
  differences: readonly PlanDifference[],
  { paper, projection }: { readonly paper: Paper; readonly projection: SheetProjection },
): LabelWish[] {
  return differences.flatMap(({ layer, state, code, name, nameEn, geometry }) => {
    if (layer !== 'sites' || state === 'same' || geometry.type !== 'Point') return [];
    const [x, y] = projection.toPaper(geometry.coordinates);
    return {
      text: kit.language === 'zh' ? name : nameEn,
      layerId: 'sites-label',
      code,
      font: 'bold',
      size: kit.em.table,
      color: INK,
      haloColor: PAPER_WHITE,
      spacing: 0,
      priority: 1000,
      sortKey: 0,
      where: {
        kind: 'point',
        x,
        y,
        anchors: ['left', 'right', 'top', 'bottom'],
        isFixed: false,
        radius: differenceSize(paper, layer, state) / 2 + kit.em.table * 0.15,
        shift: [0, 0],
      },
      keepsOffSymbols: false,
      overlaps: false,
    } satisfies LabelWish;
  });
}

/** Room that the marks of what differs take: names of places keep off it. */
export function listMarkRooms(
  differences: readonly PlanDifference[],
  { paper, projection }: { readonly paper: Paper; readonly projection: SheetProjection },
) {
  return differences.flatMap(({ layer, state, geometry }) => {
    if (geometry.type !== 'Point' || (state === 'same' && layer !== 'sites')) return [];
    const size = differenceSize(paper, layer, state);
    const [x, y] = projection.toPaper(geometry.coordinates);
    return { x: x - size / 2, y: y - size / 2, width: size, height: size };
  });
}
