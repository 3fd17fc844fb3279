import type { FigureUnit } from '../../../indicators/figure.ts';
import { formatFigureValue } from '../../../indicators/format-figure.ts';
import type { DrawItem } from '../drawing.ts';
import type { FurnitureKit, Panel } from '../furniture-kit.ts';
import { HAIRLINE, INK, INK_2, lineItem, polylineItem, textItem } from '../shapes.ts';
import { headingHeight, panelHeading } from './panel-heading.ts';

/** One month of a planned-against-actual curve. */
export interface CurvePoint {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly value: number | null;
  readonly planned: number | null;
}

/** What the curve shows. */
export interface CurveInput {
  readonly title: string;
  readonly second: string | null;
  readonly remark: string;
  readonly unit: FigureUnit;
  readonly points: readonly CurvePoint[];
  readonly benchmark: { readonly label: string; readonly value: number } | null;
}

const PLANNED = '#5A6872';
const ACTUAL = '#1D5F74';
const BENCHMARK = '#A8321F';

/** Planned against actual, month by month; the benchmark of the level above as a line. */
export function createCurvePanel(kit: FurnitureKit, input: CurveInput): Panel {
  const least = headingHeight(kit) + kit.em.table * 11;
  const preferred = headingHeight(kit) + kit.em.table * 20;
  return {
    id: 'curve',
    title: input.title,
    leastHeight: () => least,
    set: (width, height) => setCurve(kit, input, { width, height: Math.min(height, preferred) }),
  };
}

function setCurve(kit: FurnitureKit, input: CurveInput, room: { readonly width: number; readonly height: number }) {
  const size = kit.em.table;
  const axis = valueAxis(input);
  const labels = axis.ticks.map((tick) =>
    formatFigureValue({ value: tick, unit: input.unit }, { language: kit.language }),
  );
  const left = Math.max(...labels.map((label) => kit.measure(label, 'sans', size))) + size * 0.5;
  const top = headingHeight(kit) + size * 1.9;
  const bottom = room.height - size * 1.7;
  const right = room.width - size * 0.5;
  const xOf = (index: number): number => left + ((right - left) * index) / Math.max(1, input.points.length - 1);
  const yOf = (value: number): number => bottom - ((bottom - top) * (value - axis.from)) / (axis.to - axis.from);
  const items: DrawItem[] = panelHeading(kit, input.title, {
    width: room.width,
    remark: input.remark,
    second: input.second,
  });
  axis.ticks.forEach((tick, index) => {
    items.push(lineItem([left, yOf(tick), right, yOf(tick)], { color: HAIRLINE, width: kit.line(0.25) }));
    items.push(
      textItem(labels[index] ?? '', [left - size * 0.4, yOf(tick) + size * 0.36], {
        size,
        color: INK_2,
        anchor: 'end',
      }),
    );
  });
  items.push(...monthAxis(kit, input, { xOf, bottom, size }));
  if (input.benchmark && input.benchmark.value >= axis.from && input.benchmark.value <= axis.to) {
    const y = yOf(input.benchmark.value);
    items.push(
      lineItem([left, y, right, y], { color: BENCHMARK, width: kit.line(0.35), dash: [size * 0.6, size * 0.4] }),
    );
    items.push(textItem(input.benchmark.label, [left + size * 0.3, y - size * 0.35], { size, color: BENCHMARK }));
  }
  const line = (key: 'planned' | 'value', color: string, width: number, dash?: readonly number[]): void => {
    const points = input.points.flatMap((point, index) => {
      const value = point[key];
      return value === null ? [] : [xOf(index), yOf(value)];
    });
    if (points.length >= 4)
      items.push(polylineItem(points, { color, width: kit.line(width), join: 'round', ...(dash ? { dash } : {}) }));
  };
  line('planned', PLANNED, 0.6, [size * 0.5, size * 0.35]);
  line('value', ACTUAL, 1.2);
  items.push(...key(kit, { left, y: headingHeight(kit) + size * 0.8, size }));
  return { height: room.height, items, omitted: 0 };
}

/** Round steps that cover all values, from zero for rates and counts alike. */
function valueAxis(input: CurveInput): {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
} {
  const values = input.points.flatMap(({ value, planned }) => [value, planned].filter((one) => one !== null));
  const most = Math.max(1e-9, ...values, input.benchmark?.value ?? 0);
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((mantissa) => mantissa * power).find((candidate) => candidate >= rough) ?? rough;
  const count = Math.ceil(most / step - 1e-9);
  return { from: 0, to: count * step, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

/** Years below the axis, a tick at each January. */
function monthAxis(
  kit: FurnitureKit,
  input: CurveInput,
  at: { readonly xOf: (index: number) => number; readonly bottom: number; readonly size: number },
): DrawItem[] {
  const items: DrawItem[] = [];
  input.points.forEach(({ month }, index) => {
    if (!month.endsWith('-01') && index > 0) return;
    const x = at.xOf(index);
    items.push(lineItem([x, at.bottom, x, at.bottom + at.size * 0.4], { color: INK, width: kit.line(0.25) }));
    items.push(textItem(month.slice(0, 4), [x, at.bottom + at.size * 1.4], { size: at.size, color: INK_2 }));
  });
  return items;
}

function key(kit: FurnitureKit, at: { readonly left: number; readonly y: number; readonly size: number }): DrawItem[] {
  const { left, y, size } = at;
  const actual = kit.say('curve_actual');
  const second = left + size * 4 + kit.measure(actual, 'sans', size);
  return [
    lineItem([left, y, left + size * 2, y], { color: ACTUAL, width: kit.line(1.2) }),
    textItem(actual, [left + size * 2.4, y + size * 0.36], { size }),
    lineItem([second, y, second + size * 2, y], {
      color: PLANNED,
      width: kit.line(0.6),
      dash: [size * 0.5, size * 0.35],
    }),
    textItem(kit.say('curve_planned'), [second + size * 2.4, y + size * 0.36], { size }),
  ];
}
