import type { DrawItem, Rect } from './drawing.ts';
import type { Panel } from './furniture-kit.ts';
import { heightOfAll, leastHeight, naturalHeight } from './panel-heights.ts';
import { groupOf } from './shapes.ts';

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
 * Fills columns so that all panels find room whole, one after the other if it can be. Otherwise a panel begins here only where enough of it does, and
 * what is left over is for the next sheet: nothing is lost.
 */
export const flowOntoSheets = (panels: readonly Panel[], columns: readonly Rect[], gap: number): PanelFlow =>
  flowWhole(panels, columns, gap) ?? flowAt(panels, columns, { gap, share: 'useful' });

/** The same for the sheets that follow the map: where not all is whole, each panel is finished before the next begins. */
export const flowInSequence = (panels: readonly Panel[], columns: readonly Rect[], gap: number): PanelFlow =>
  flowWhole(panels, columns, gap) ?? flowAt(panels, columns, { gap, share: 'all' });

/** All panels whole: in sequence, else shared out over the columns; null where something would be lost. */
function flowWhole(panels: readonly Panel[], columns: readonly Rect[], gap: number): PanelFlow | null {
  if (needMoreThan(panels, columns, gap)) return null;
  const sequence = flowAt(panels, columns, { gap, share: 'all' });
  const whole = lossOf(sequence) === 0 ? sequence : flowPanels(panels, columns, gap);
  return lossOf(whole) === 0 ? whole : null;
}

/** Whether panels certainly lose something in these columns, which are of one width. */
export function needMoreThan(panels: readonly Panel[], columns: readonly Rect[], gap: number): boolean {
  const room = columns.reduce((sum, { height }) => sum + height, 0);
  const gaps = gap * Math.max(0, panels.length - columns.length);
  return heightOfAll(panels, columns[0]?.width ?? 0) + gaps > room + 1e-6;
}

/** A panel without any room weighs as much as so many rows; of a panel that lacks more rows than the other number, little is left. */
const LEFT_OUT = 10;
const MOST_MISSED = 9;

/** What a flow loses: panels without room, rows that are not shown. Two whole tables say more than the first rows of four. */
export const lossOf = ({ placed, leftOut, rest }: PanelFlow): number =>
  (leftOut.length + rest.length) * LEFT_OUT +
  placed.reduce((sum, { omitted }) => sum + Math.min(omitted, MOST_MISSED), 0);

function flowAt(
  panels: readonly Panel[],
  columns: readonly Rect[],
  { gap, share }: { readonly gap: number; readonly share: Share },
): PanelFlow {
  const onNextSheet = typeof share === 'string';
  const placed: PlacedPanel[] = [];
  let waiting = panels;
  columns.forEach((column, index) => {
    const { taken, passed } = fillColumn(waiting, column, { gap, share });
    const stacked = stack(taken, column, { gap, goesOn: index < columns.length - 1, onNextSheet });
    const isLast = index === columns.length - 1;
    // what goes on in the next column is not missing; on the next sheet it is, here
    placed.push(...stacked.map(({ rest, ...one }) => (rest && !isLast ? { ...one, omitted: 0 } : one)));
    const rests = stacked.flatMap(({ rest }) => (rest ? [rest] : []));
    // what has to be whole comes before the rest of what need not be
    const isFirst = ({ isWhole }: Panel): boolean => share === 'useful' && isWhole === true;
    waiting = [
      ...rests.filter(({ isBreakable }) => isBreakable),
      ...passed.filter(isFirst),
      ...rests.filter(({ isBreakable }) => !isBreakable),
      ...passed.filter((panel) => !isFirst(panel)),
    ];
  });
  return onNextSheet ? { placed, leftOut: [], rest: waiting } : { placed, leftOut: waiting, rest: [] };
}

/** What stands in a column, in its order, and what does not. */
function fillColumn(
  panels: readonly Panel[],
  column: Rect,
  { gap, share }: { readonly gap: number; readonly share: Share },
): { readonly taken: readonly GivenPanel[]; readonly passed: readonly Panel[] } {
  const taken: GivenPanel[] = [];
  const passed: Panel[] = [];
  let used = 0;
  for (const panel of panels) {
    const between = taken.length > 0 ? gap : 0;
    const given = givenHeight(panel, column, { share, left: column.height - used - between });
    const needed = given + between;
    if (used + needed <= column.height) {
      taken.push({ panel, given });
      used += needed;
      continue;
    }
    // what was begun is made whole before the foot of the column goes to the next
    const completed = share === 'useful' ? completeFirst(taken, column.width, column.height - used) : taken;
    const left = column.height - completed.reduce((sum, one) => sum + one.given + gap, 0);
    if (share === 'useful' && isWorthFoot(panel, column.width, left)) {
      taken.splice(0, Infinity, ...completed, { panel, given: left });
      used = column.height;
    } else passed.push(panel);
  }
  return { taken, passed };
}

/** Whether the foot of a column holds most of what a panel is worth beginning for. */
function isWorthFoot(panel: Panel, width: number, left: number): boolean {
  if (!panel.continueAfter || panel.isWhole || panel.isBreakable) return false;
  const useful = panel.usefulHeight?.(width) ?? naturalHeight(panel, width);
  return left >= Math.max(useful * MOST_OF_USEFUL, leastHeight(panel, width));
}

/** Part of what is worth beginning with which a column may end. */
const MOST_OF_USEFUL = 0.6;

interface GivenPanel {
  readonly panel: Panel;
  readonly given: number;
}

/** How much a panel is given: a share of what it could use, as much as is worth beginning, or all there is until it is finished. */
type Share = number | 'useful' | 'all';

function givenHeight(
  panel: Panel,
  column: Rect,
  { share, left }: { readonly share: Share; readonly left: number },
): number {
  const least = leastHeight(panel, column.width);
  if (typeof share === 'string') {
    const useful = panel.usefulHeight?.(column.width) ?? naturalHeight(panel, column.width);
    // a panel longer than a column is given a column
    const worth = Math.min(useful, panel.isBreakable ? column.height : Math.max(least, column.height));
    return share === 'all' && worth <= left ? Math.min(naturalHeight(panel, column.width), left) : worth;
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
      items: [groupOf(rect.x, rect.y, block)],
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
