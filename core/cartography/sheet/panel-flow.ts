import type { DrawItem, Rect } from './drawing.ts';
import type { Panel } from './furniture-kit.ts';
import { heightOfAll, leastHeight, naturalHeight } from './panel-heights.ts';
import { groupAt } from './shapes.ts';

/** A panel in its place. */
export interface PlacedPanel {
  readonly panel: Panel;
  readonly rect: Rect;
  readonly items: readonly DrawItem[];
  readonly omitted: number;
}

/** What became of the panels. */
export interface PanelFlow {
  readonly placed: readonly PlacedPanel[];
  /** Panels that found no room at all. */
  readonly leftOut: readonly Panel[];
  /** Panels that stand on the next sheet, or go on there; none unless asked for. */
  readonly rest: readonly Panel[];
}

/** How much of what a panel could use it is given at first: 1 = all of it, 0 = the least at which it says something. */
const GENEROSITY = [1, 0.6, 0.3, 0.1, 0] as const;

/**
 * Fills columns with panels in the order of importance, as generously as loses least: each column takes panels while their heights fit, then
 * the room that is left goes to them in order; a table that is too long for its column goes on in the next.
 */
export function flowPanels(panels: readonly Panel[], columns: readonly Rect[], gap: number): PanelFlow {
  let best: PanelFlow | null = null;
  for (const share of GENEROSITY) {
    const flow = flowAt(panels, columns, { gap, share });
    if (best === null || lossOf(flow) < lossOf(best)) best = flow;
    if (lossOf(best) === 0) break;
  }
  return best ?? { placed: [], leftOut: panels, rest: [] };
}

/**
 * Fills columns as `flowPanels` does when all panels find room whole. Otherwise a panel begins here only where enough of it does, and what is left
 * over is for the next sheet: nothing is lost.
 */
export function flowOntoSheets(panels: readonly Panel[], columns: readonly Rect[], gap: number): PanelFlow {
  const whole = needMoreThan(panels, columns, gap) ? null : flowPanels(panels, columns, gap);
  return whole && lossOf(whole) === 0 ? whole : flowAt(panels, columns, { gap, share: 'useful' });
}

/** Whether panels certainly lose something in these columns, which are of one width. */
function needMoreThan(panels: readonly Panel[], columns: readonly Rect[], gap: number): boolean {
  const room = columns.reduce((sum, { height }) => sum + height, 0);
  const gaps = gap * Math.max(0, panels.length - columns.length);
  return heightOfAll(panels, columns[0]?.width ?? 0) + gaps > room + 1e-6;
}

/** A panel without any room weighs more than any number of rows. */
const LEFT_OUT = 10_000;

const lossOf = ({ placed, leftOut, rest }: PanelFlow): number =>
  (leftOut.length + rest.length) * LEFT_OUT + placed.reduce((sum, { omitted }) => sum + omitted, 0);

function flowAt(
  panels: readonly Panel[],
  columns: readonly Rect[],
  { gap, share }: { readonly gap: number; readonly share: number | 'useful' },
): PanelFlow {
  const onNextSheet = share === 'useful';
  const placed: PlacedPanel[] = [];
  let waiting = panels;
  columns.forEach((column, index) => {
    const taken: GivenPanel[] = [];
    const passed: Panel[] = [];
    let used = 0;
    for (const panel of waiting) {
      const given = givenHeight(panel, column, share);
      const needed = given + (taken.length > 0 ? gap : 0);
      if (used + needed <= column.height) {
        taken.push({ panel, given });
        used += needed;
      } else passed.push(panel);
    }
    const stacked = stack(taken, column, { gap, goesOn: index < columns.length - 1, onNextSheet });
    const isLast = index === columns.length - 1;
    // what goes on in the next column is not missing; on the next sheet it is, here
    placed.push(...stacked.map(({ rest, ...one }) => (rest && !isLast ? { ...one, omitted: 0 } : one)));
    waiting = [...stacked.flatMap(({ rest }) => (rest ? [rest] : [])), ...passed];
  });
  return onNextSheet ? { placed, leftOut: [], rest: waiting } : { placed, leftOut: waiting, rest: [] };
}

interface GivenPanel {
  readonly panel: Panel;
  readonly given: number;
}

function givenHeight(panel: Panel, column: Rect, share: number | 'useful'): number {
  const least = leastHeight(panel, column.width);
  if (share === 'useful') {
    const useful = panel.usefulHeight?.(column.width) ?? naturalHeight(panel, column.width);
    // a panel longer than a column is given a column
    return Math.min(useful, Math.max(least, column.height));
  }
  if (share === 0) return least;
  const natural = Math.max(least, naturalHeight(panel, column.width));
  const wanted = panel.isWhole ? natural : least + (natural - least) * share;
  // a panel longer than a column is given a column, and goes on in the next
  return Math.min(wanted, Math.max(least, column.height));
}

interface StackedPanel extends PlacedPanel {
  /** What goes on in the next column or on the next sheet: the rest of a table of which some rows are set. */
  readonly rest: Panel | null;
}

function stack(
  panels: readonly GivenPanel[],
  column: Rect,
  { gap, goesOn, onNextSheet }: { readonly gap: number; readonly goesOn: boolean; readonly onNextSheet: boolean },
): StackedPanel[] {
  const gaps = gap * Math.max(0, panels.length - 1);
  const room = column.height - gaps - panels.reduce((sum, { given }) => sum + given, 0);
  const shares = onNextSheet ? completeFirst(panels, column.width, room) : panels;
  let spare = column.height - gaps - shares.reduce((sum, { given }) => sum + given, 0);
  const placed: StackedPanel[] = [];
  let y = column.y;
  for (const { panel, given } of shares) {
    const block = panel.set(column.width, given + spare, { goesOn, onNextSheet });
    spare = Math.max(0, spare - (block.height - given));
    const rect = { x: column.x, y, width: column.width, height: block.height };
    const isBroken = (goesOn || onNextSheet) && block.omitted > 0;
    placed.push({
      panel,
      rect,
      items: [groupAt(rect.x, rect.y, block.items)],
      omitted: block.omitted,
      rest: isBroken ? restOf(panel, block.shown ?? 0, onNextSheet) : null,
    });
    y += block.height + gap;
  }
  return placed;
}

/** What goes on elsewhere; a panel that cannot be broken stands on the next sheet once more, whole. */
function restOf(panel: Panel, shown: number, onNextSheet: boolean): Panel | null {
  if (panel.continueAfter && (shown > 0 || onNextSheet)) return shown > 0 ? panel.continueAfter(shown) : panel;
  return onNextSheet ? panel : null;
}

/** Panels that can be whole are made so, before any other is given more than it needs. */
function completeFirst(panels: readonly GivenPanel[], width: number, room: number): readonly GivenPanel[] {
  let spare = room;
  return panels.map(({ panel, given }) => {
    const missing = naturalHeight(panel, width) - given;
    if (missing <= 0 || missing > spare) return { panel, given };
    spare -= missing;
    return { panel, given: given + missing };
  });
}

/** A rectangle in equal columns. */
export function splitColumns(room: Rect, count: number, gap: number): Rect[] {
  const width = (room.width - (count - 1) * gap) / count;
  return Array.from({ length: count }, (_, index) => ({ ...room, x: room.x + index * (width + gap), width }));
}

/** Sizes of characters tried for the panels against the least of their reading class, largest first. */
const ENLARGEMENTS = [1.8, 1.5, 1.25, 1.1, 1] as const;

/** A room for panels. */
export interface PanelRoom {
  readonly panels: Rect;
  /** Least width of a column at characters of the least size. */
  readonly columnWidth: number;
  readonly gap: number;
}

/** Makes what fills a room, at a size of characters. */
export interface PanelMaker {
  readonly panels: (enlargement: number) => readonly Panel[];
  /** Stands at the bottom of the last column: lines to sign on. */
  readonly foot: (enlargement: number) => Panel | null;
}

/**
 * Fills a room with panels set as large as lets all of them in whole, in as few columns as they then need; where they do not all fit, `flow` says
 * what becomes of the rest.
 */
export function fillPanels(room: PanelRoom, make: PanelMaker, flow: typeof flowPanels = flowPanels): PanelFlow {
  let filled: PanelFlow = { placed: [], leftOut: [], rest: [] };
  for (const enlargement of ENLARGEMENTS) {
    const gap = room.gap * enlargement;
    const most = Math.max(1, Math.floor((room.panels.width + gap) / (room.columnWidth * enlargement + gap)));
    const panels = make.panels(enlargement);
    const foot = make.foot(enlargement);
    const isLeast = enlargement === ENLARGEMENTS.at(-1);
    if (!isLeast && needMoreThan(panels, splitColumns(room.panels, most, gap), gap)) continue;
    const fillColumns = (count: number): PanelFlow => {
      const columns = splitColumns(room.panels, count, gap);
      return foot ? flowOverFoot(panels, columns, { gap, foot, flow }) : flow(panels, columns, gap);
    };
    filled = fillColumns(most);
    if (lossOf(filled) > 0) continue;
    // columns that stay empty give their width to the others
    const used = new Set(filled.placed.map(({ rect }) => rect.x)).size;
    const wider = used < most && used > 0 ? fillColumns(used) : filled;
    return lossOf(wider) === 0 ? wider : filled;
  }
  return filled;
}

/** Sets a panel at the bottom of the last column and the others in the room that is left. */
function flowOverFoot(
  panels: readonly Panel[],
  columns: readonly Rect[],
  { gap, foot, flow }: { readonly gap: number; readonly foot: Panel; readonly flow: typeof flowPanels },
): PanelFlow {
  const last = columns.at(-1);
  const height = last ? foot.leastHeight(last.width) : 0;
  if (!last || height + gap > last.height) return flow([foot, ...panels], columns, gap);
  const filled = flow(panels, [...columns.slice(0, -1), { ...last, height: last.height - height - gap }], gap);
  const rect = { ...last, y: last.y + last.height - height, height };
  const block = foot.set(rect.width, height);
  const placed = { panel: foot, rect, items: [groupAt(rect.x, rect.y, block.items)], omitted: block.omitted };
  return { ...filled, placed: [...filled.placed, placed] };
}
