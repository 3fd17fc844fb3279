import type { DrawItem, Rect } from './drawing.ts';
import type { Panel } from './furniture-kit.ts';
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
  return best ?? { placed: [], leftOut: panels };
}

/** A panel without any room weighs more than any number of rows. */
const LEFT_OUT = 10_000;

const lossOf = ({ placed, leftOut }: PanelFlow): number =>
  leftOut.length * LEFT_OUT + placed.reduce((sum, { omitted }) => sum + omitted, 0);

function flowAt(
  panels: readonly Panel[],
  columns: readonly Rect[],
  { gap, share }: { readonly gap: number; readonly share: number },
): PanelFlow {
  const placed: StackedPanel[] = [];
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
    const stacked = stack(taken, column, { gap, goesOn: index < columns.length - 1 });
    placed.push(...stacked.map(({ rest, ...one }) => (rest ? { ...one, rest, omitted: 0 } : { ...one, rest })));
    waiting = [...stacked.flatMap(({ rest }) => (rest ? [rest] : [])), ...passed];
  });
  return { placed, leftOut: waiting };
}

interface GivenPanel {
  readonly panel: Panel;
  readonly given: number;
}

function givenHeight(panel: Panel, column: Rect, share: number): number {
  const least = panel.leastHeight(column.width);
  if (share === 0) return least;
  const natural = Math.max(least, panel.set(column.width, Number.MAX_SAFE_INTEGER).height);
  const wanted = panel.isWhole ? natural : least + (natural - least) * share;
  // a panel longer than a column is given a column, and goes on in the next
  return Math.min(wanted, Math.max(least, column.height));
}

interface StackedPanel extends PlacedPanel {
  /** What goes on in the next column: the rest of a table of which some rows are set. */
  readonly rest: Panel | null;
}

function stack(
  panels: readonly GivenPanel[],
  column: Rect,
  { gap, goesOn }: { readonly gap: number; readonly goesOn: boolean },
): StackedPanel[] {
  let spare = column.height - panels.reduce((sum, { given }) => sum + given, 0) - gap * Math.max(0, panels.length - 1);
  const placed: StackedPanel[] = [];
  let y = column.y;
  for (const { panel, given } of panels) {
    const block = panel.set(column.width, given + spare, { goesOn });
    spare = Math.max(0, spare - (block.height - given));
    const rect = { x: column.x, y, width: column.width, height: block.height };
    const isBroken = goesOn && block.omitted > 0 && (block.shown ?? 0) > 0;
    placed.push({
      panel,
      rect,
      items: [groupAt(rect.x, rect.y, block.items)],
      omitted: block.omitted,
      rest: isBroken ? (panel.continueAfter?.(block.shown ?? 0) ?? null) : null,
    });
    y += block.height + gap;
  }
  return placed;
}

/** A rectangle in equal columns. */
export function splitColumns(room: Rect, count: number, gap: number): Rect[] {
  const width = (room.width - (count - 1) * gap) / count;
  return Array.from({ length: count }, (_, index) => ({ ...room, x: room.x + index * (width + gap), width }));
}

/** Sizes of characters tried for the panels against the least of their reading class, largest first. */
const ENLARGEMENTS = [1.8, 1.5, 1.25, 1.1, 1] as const;

/** Fills a room with panels set as large as lets all of them in whole, in as few columns as they then need. */
export function fillPanels(
  room: { readonly panels: Rect; readonly columnWidth: number; readonly gap: number },
  createPanels: (enlargement: number) => readonly Panel[],
): PanelFlow {
  let flow: PanelFlow = { placed: [], leftOut: [] };
  for (const enlargement of ENLARGEMENTS) {
    const gap = room.gap * enlargement;
    const most = Math.max(1, Math.floor((room.panels.width + gap) / (room.columnWidth * enlargement + gap)));
    const panels = createPanels(enlargement);
    flow = flowPanels(panels, splitColumns(room.panels, most, gap), gap);
    if (lossOf(flow) > 0) continue;
    // columns that stay empty give their width to the others
    const used = new Set(flow.placed.map(({ rect }) => rect.x)).size;
    const wider = used < most ? flowPanels(panels, splitColumns(room.panels, used, gap), gap) : flow;
    return lossOf(wider) === 0 ? wider : flow;
  }
  return flow;
}
