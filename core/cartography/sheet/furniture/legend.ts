import type { LegendEntry, LegendGroup } from '../../map-definition.ts';
import type { DrawItem } from '../drawing.ts';
import { type FurnitureKit, type Panel, secondSaying } from '../furniture-kit.ts';
import { INK_2, lineItem, textItem } from '../shapes.ts';
import { wrapText } from '../wrap-text.ts';
import { drawSample, patchHeight, type SwatchKit, sampleHeight, sampleWidth } from './legend-swatch.ts';
import { headingHeight, panelHeading } from './panel-heading.ts';

/** A line of the legend: heading of a group, remark, or sample with its label. */
interface LegendLine {
  readonly height: number;
  /** Draws the line with its upper left corner at (x, y). */
  readonly draw: (x: number, y: number) => readonly DrawItem[];
  /** Never stands last in a column. */
  readonly keepsNext: boolean;
}

/** Legend of what is on this sheet only; samples are drawn by the map's own expressions. */
export function createLegend(
  kit: FurnitureKit,
  swatches: SwatchKit,
  groups: readonly LegendGroup[],
  title: string = kit.say('legend'),
): Panel {
  const known = new Map<number, ReturnType<typeof arrange>>();
  const setAt = (width: number) => {
    const found = known.get(width) ?? arrange(kit, swatches, { groups, width, title });
    known.set(width, found);
    return found;
  };
  const setFirst = (count: number, width: number) =>
    arrange(kit, swatches, { groups: groups.slice(0, count), width, title });
  return {
    id: 'legend',
    title,
    // a legend is whole or absent, where it cannot go on in another column or on another sheet
    leastHeight: (width) => setAt(width).height,
    isBreakable: true,
    continueAfter: (count) =>
      createLegend(kit, swatches, groups.slice(count), kit.say('continued', { title: kit.say('legend') })),
    set: (width, height, setting) => {
      const whole = setAt(width);
      if (whole.height <= height + 1e-6 || !setting?.onNextSheet) return { ...whole, omitted: 0 };
      for (let shown = groups.length - 1; shown > 1; shown--) {
        const part = setFirst(shown, width);
        if (part.height <= height + 1e-6) return { ...part, omitted: groups.length - shown, shown };
      }
      return { ...setFirst(1, width), omitted: groups.length - 1, shown: 1 };
    },
  };
}

/** Longer labels are broken, in ems; in the second, where a single column would leave half of its width empty. */
const LONGEST_LABEL = 16;
const LONGEST_IN_TWO = 12;

/** Width at which the legend stands well in one column. */
export function legendColumnWidth(
  kit: FurnitureKit,
  swatches: SwatchKit,
  groups: readonly LegendGroup[],
  longest: number = LONGEST_LABEL,
): number {
  const labels = groups.flatMap(({ entries }) => entries.map(({ label }) => kit.measure(label, 'sans', kit.em.table)));
  return (
    Math.min(Math.max(...labels, kit.em.table * 8), kit.em.table * longest) +
    widestSample(kit, swatches, groups) +
    kit.em.table * 1.2
  );
}

/** A legend under a wide map stands in so many columns at most. */
const MOST_COLUMNS = 6;

/** Samples of lines and areas are this wide, in ems, and those of symbols no wider than so many. */
const SAMPLE = 3.2;
const MOST_SAMPLE = 4.35;

/** Width that the samples of a legend have: that of its widest symbol. */
const widestSample = (kit: FurnitureKit, swatches: SwatchKit, groups: readonly LegendGroup[]): number => {
  const widths = groups.flatMap(({ layout, entries }) =>
    layout === 'list' ? entries.map((entry) => sampleWidth(swatches, entry)) : [],
  );
  return Math.min(MOST_SAMPLE * kit.em.table, Math.max(SAMPLE * kit.em.table, ...widths));
};

/** Lines in as many columns as the width holds, as even as can be. */
function arrange(
  kit: FurnitureKit,
  swatches: SwatchKit,
  room: { readonly groups: readonly LegendGroup[]; readonly width: number; readonly title: string },
): { readonly height: number; readonly items: readonly DrawItem[] } {
  const countAt = (longest: number): number =>
    Math.floor(room.width / legendColumnWidth(kit, swatches, room.groups, longest));
  const count = Math.max(1, Math.min(MOST_COLUMNS, countAt(LONGEST_LABEL)), Math.min(2, countAt(LONGEST_IN_TWO)));
  const gap = kit.em.table * 1.2;
  const columnWidth = (room.width - gap * (count - 1)) / count;
  const sample = widestSample(kit, swatches, room.groups);
  const lines = room.groups.flatMap((group) => groupLines(kit, swatches, { group, width: columnWidth, sample }));
  const total = lines.reduce((sum, { height }) => sum + height, 0);
  // the least column height that needs no more columns than there are
  let limit = total / count;
  let columns = breakColumns(lines, limit);
  while (columns.length > count) {
    limit *= 1.03;
    columns = breakColumns(lines, limit);
  }
  const top = headingHeight(kit);
  const items: DrawItem[] = panelHeading(kit, room.title, {
    width: room.width,
    second: secondSaying(kit, 'legend'),
  });
  let deepest = 0;
  columns.forEach((column, index) => {
    let y = 0;
    for (const line of column) {
      items.push(...line.draw(index * (columnWidth + gap), top + y));
      y += line.height;
    }
    deepest = Math.max(deepest, y);
  });
  return { height: top + deepest, items };
}

function breakColumns(lines: readonly LegendLine[], limit: number): LegendLine[][] {
  const columns: LegendLine[][] = [[]];
  let height = 0;
  lines.forEach((line, index) => {
    // a heading moves with the line it belongs to
    let together = line.height;
    for (let next = index; lines[next]?.keepsNext && lines[next + 1]; next++) together += lines[next + 1]?.height ?? 0;
    if (height > 0 && height + together > limit + 1e-6) {
      columns.push([]);
      height = 0;
    }
    columns.at(-1)?.push(line);
    height += line.height;
  });
  return columns;
}

function groupLines(
  kit: FurnitureKit,
  swatches: SwatchKit,
  { group, width, sample }: { readonly group: LegendGroup; readonly width: number; readonly sample: number },
): LegendLine[] {
  const size = kit.em.table;
  const noteSize = Math.max(kit.leastEm.text, size * 0.72);
  const style = { measure: kit.measure, width };
  const title = wrapText(group.title, { ...style, font: 'bold', size }).map(
    (text, index): LegendLine => ({
      height: size * (index === 0 ? 1.75 : 1.25),
      keepsNext: true,
      draw: (x, y) => [textItem(text, [x, y + size * (index === 0 ? 1.3 : 0.8)], { size, font: 'bold' })],
    }),
  );
  const notes = group.note === null ? [] : wrapText(group.note, { ...style, font: 'sans', size: noteSize });
  return [
    ...title,
    ...notes.map(
      (text): LegendLine => ({
        height: noteSize * 1.4,
        keepsNext: true,
        draw: (x, y) => [textItem(text, [x, y + noteSize], { size: noteSize, color: INK_2 })],
      }),
    ),
    ...(group.layout === 'nested_circles'
      ? [nestedLine(kit, swatches, group.entries)]
      : group.entries.map((entry, index): LegendLine => {
          const line = entryLine(kit, swatches, { entry, width, sample });
          const isSmall = line.height < MOST_KEPT * size;
          return { ...line, keepsNext: isSmall && isFirstOrLastButOne(index, group.entries.length) };
        })),
  ];
}

/** Entries with larger samples stand alone where they have to, in ems. */
const MOST_KEPT = 5;

/** No column ends with the first entry of a group, and none begins with its last. */
const isFirstOrLastButOne = (index: number, count: number): boolean =>
  (index === 0 && count > 1) || index === count - 2;

function entryLine(
  kit: FurnitureKit,
  swatches: SwatchKit,
  { entry, width, sample }: { readonly entry: LegendEntry; readonly width: number; readonly sample: number },
): LegendLine {
  const size = kit.em.table;
  const textWidth = width - sample - size * 0.7;
  const labels = wrapText(entry.label, { measure: kit.measure, font: 'sans', size, width: textWidth });
  const patch = entry.geometry === 'polygon' ? Math.max(size * 1.15, patchHeight(swatches, entry, sample)) : null;
  const height = Math.max(labels.length * size * 1.3, patch ?? sampleHeight(swatches, entry)) + size * 0.42;
  return {
    height,
    keepsNext: false,
    draw: (x, y) => {
      const boxHeight = patch ?? height;
      const box = { x, y: y + (height - boxHeight) / 2, width: sample, height: boxHeight };
      const first = y + height / 2 + size * 0.38 - ((labels.length - 1) * size * 1.3) / 2;
      return [
        ...drawSample(swatches, entry, box),
        ...labels.map((label, index) =>
          textItem(label, [x + sample + size * 0.7, first + index * size * 1.3], { size }),
        ),
      ];
    },
  };
}

/** Circles of known sizes one in another, standing on one point, each with a leader to its label. */
function nestedLine(kit: FurnitureKit, swatches: SwatchKit, entries: readonly LegendEntry[]): LegendLine {
  const size = kit.em.table;
  const sized = entries
    .map((entry) => ({ entry, diameter: sampleHeight(swatches, entry) }))
    .sort((a, b) => b.diameter - a.diameter);
  const largest = sized[0]?.diameter ?? 0;
  const pitch = size * 1.3;
  const height = Math.max(largest, pitch * sized.length) + size * 0.9;
  return {
    height,
    keepsNext: false,
    draw: (x, y) => {
      const bottom = y + height - size * 0.45;
      const middle = x + Math.max(largest / 2, (SAMPLE * kit.em.table) / 2);
      const labelX = middle + largest / 2 + size * 1.4;
      let lastY = Number.NEGATIVE_INFINITY;
      return sized.flatMap(({ entry, diameter }) => {
        const top = bottom - diameter;
        // labels keep a line's distance, so that small circles do not pile theirs up
        const labelY = Math.max(top, lastY + pitch);
        lastY = labelY;
        return [
          ...drawSample(swatches, entry, { x: middle - diameter / 2, y: top, width: diameter, height: diameter }),
          lineItem([middle, top, labelX - size * 0.7, labelY], { color: INK_2, width: kit.line(0.2) }),
          lineItem([labelX - size * 0.7, labelY, labelX - size * 0.3, labelY], { color: INK_2, width: kit.line(0.2) }),
          textItem(entry.label, [labelX, labelY + size * 0.37], { size }),
        ];
      });
    },
  };
}
