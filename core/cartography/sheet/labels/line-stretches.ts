import type { LabelWish } from '../body/layer-drawing.ts';
import { lineLength, pointAt } from '../body/points-along.ts';

/** Part of a line along which its name may stand once. */
export interface LineStretch {
  readonly line: readonly number[];
  readonly total: number;
  /** Middle of the name, millimetres from the line's beginning, and how far it may lie from there. */
  readonly middle: number;
  readonly slack: number;
}

/** A name comes again along its line after so many ems, and no nearer than this many millimetres. */
const REPEAT_EMS = 30;
const LEAST_REPEAT = 90;

/**
 * Where along lines of one name it is set: pieces that meet end to end are joined, long lines are named again at intervals, and lines that
 * run beside each other are named once. Longest line first; the order of the pieces does not matter.
 */
export function listStretches(wish: Pick<LabelWish, 'size'>, contours: readonly (readonly number[])[]): LineStretch[] {
  const interval = Math.max(LEAST_REPEAT, REPEAT_EMS * wish.size);
  const stretches: (LineStretch & { readonly x: number; readonly y: number })[] = [];
  const lines = joinLines(contours)
    .map((line) => ({ line, total: lineLength(line) }))
    .sort((a, b) => b.total - a.total || compareNumbers(a.line, b.line));
  for (const { line, total } of lines) {
    const count = Math.max(1, Math.floor(total / interval));
    for (let i = 0; i < count; i++) {
      const middle = (total * (i + 0.5)) / count;
      const [x, y] = pointAt(line, middle);
      if (stretches.some((other) => Math.hypot(other.x - x, other.y - y) < interval * 0.6)) continue;
      stretches.push({ line, total, middle, slack: count === 1 ? total / 2 : (total / count) * 0.3, x, y });
    }
  }
  return stretches;
}

/** Ends nearer than this to each other are one point, millimetres. */
const SAME_POINT = 0.02;

/** Joins lines whose ends meet where no third line does. */
export function joinLines(contours: readonly (readonly number[])[]): (readonly number[])[] {
  const lines = contours.filter((line) => line.length >= 4).sort(compareNumbers);
  if (lines.length < 2) return lines;
  const keyOf = (x: number | undefined, y: number | undefined): string =>
    `${Math.round((x ?? 0) / SAME_POINT)} ${Math.round((y ?? 0) / SAME_POINT)}`;
  const startOf = (line: readonly number[]): string => keyOf(line[0], line[1]);
  const endOf = (line: readonly number[]): string => keyOf(line.at(-2), line.at(-1));
  const atPoint = new Map<string, number[]>();
  lines.forEach((line, index) => {
    for (const key of [startOf(line), endOf(line)]) {
      const known = atPoint.get(key);
      if (known) known.push(index);
      else atPoint.set(key, [index]);
    }
  });
  const used = new Set<number>();
  /** Lines from the end of `line` on, as far as they lead without a fork. */
  const goOn = (line: readonly number[]): number[] => {
    const joined = [...line];
    for (;;) {
      const key = keyOf(joined.at(-2), joined.at(-1));
      const meeting = atPoint.get(key) ?? [];
      const next = meeting.length === 2 ? meeting.find((index) => !used.has(index)) : undefined;
      const found = next === undefined ? undefined : lines[next];
      if (next === undefined || !found) return joined;
      used.add(next);
      const ahead = startOf(found) === key ? found : reverseLine(found);
      for (let i = 2; i < ahead.length; i++) joined.push(ahead[i] ?? 0);
    }
  };
  return lines.flatMap((line, index) => {
    if (used.has(index)) return [];
    used.add(index);
    return [goOn(reverseLine(goOn(line)))];
  });
}

/** The same line from its other end. */
function reverseLine(line: readonly number[]): number[] {
  const reversed: number[] = [];
  for (let i = line.length - 2; i >= 0; i -= 2) reversed.push(line[i] ?? 0, line[i + 1] ?? 0);
  return reversed;
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
