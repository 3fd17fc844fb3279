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
const GENEROSITY = [1, 0.75, 0.5, 0.3, 0.15, 0] as const;

/**
 * Fills columns with panels in the order of importance, as generously as lets all of them in: each column takes panels while their heights fit;
 * then the room that is left goes to them in order, up to what they can use.
 */
export function flowPanels(panels: readonly Panel[], columns: readonly Rect[], gap: number): PanelFlow {
  const width = columns[0]?.width ?? 0;
  const sizes: readonly SizedPanel[] = panels.map((panel) => {
    const least = panel.leastHeight(width);
    return { panel, least, natural: Math.max(least, panel.set(width, Number.MAX_SAFE_INTEGER).height) };
  });
  const flows = GENEROSITY.map((share) => () => assignPanels(sizes, columns, { gap, share }));
  let best = assignPanels(sizes, columns, { gap, share: 0 });
  for (const flow of flows) {
    const tried = flow();
    if (tried.leftOut.length > 0) continue;
    best = tried;
    break;
  }
  return {
    placed: best.columns.flatMap((taken, index) => {
      const column = columns[index];
      return column ? stack(taken, column, gap) : [];
    }),
    leftOut: best.leftOut.map(({ panel }) => panel),
  };
}

interface SizedPanel {
  readonly panel: Panel;
  readonly least: number;
  readonly natural: number;
}

interface GivenPanel extends SizedPanel {
  readonly given: number;
}

function assignPanels(
  panels: readonly SizedPanel[],
  columns: readonly Rect[],
  { gap, share }: { readonly gap: number; readonly share: number },
): { readonly columns: readonly (readonly GivenPanel[])[]; readonly leftOut: readonly SizedPanel[] } {
  let waiting: readonly SizedPanel[] = panels;
  const filled = columns.map((column) => {
    const taken: GivenPanel[] = [];
    const passed: SizedPanel[] = [];
    let used = 0;
    for (const panel of waiting) {
      const given = panel.least + (panel.natural - panel.least) * share;
      const needed = given + (taken.length > 0 ? gap : 0);
      if (used + needed <= column.height) {
        taken.push({ ...panel, given });
        used += needed;
      } else passed.push(panel);
    }
    waiting = passed;
    return taken;
  });
  return { columns: filled, leftOut: waiting };
}

function stack(panels: readonly GivenPanel[], column: Rect, gap: number): PlacedPanel[] {
  let spare = column.height - panels.reduce((sum, { given }) => sum + given, 0) - gap * Math.max(0, panels.length - 1);
  const placed: PlacedPanel[] = [];
  let y = column.y;
  for (const { panel, given } of panels) {
    const block = panel.set(column.width, given + spare);
    spare = Math.max(0, spare - (block.height - given));
    const rect = { x: column.x, y, width: column.width, height: block.height };
    placed.push({ panel, rect, items: [groupAt(rect.x, rect.y, block.items)], omitted: block.omitted });
    y += block.height + gap;
  }
  return placed;
}

/** A rectangle in columns of about a width. */
export function splitColumns(room: Rect, columnWidth: number, gap: number): Rect[] {
  const count = Math.max(1, Math.floor((room.width + gap) / (columnWidth + gap)));
  const width = (room.width - (count - 1) * gap) / count;
  return Array.from({ length: count }, (_, index) => ({ ...room, x: room.x + index * (width + gap), width }));
}

/** Sizes of characters tried for the panels against the least of their reading class, largest first. */
const ENLARGEMENTS = [1.8, 1.6, 1.4, 1.25, 1.12, 1] as const;

/** Fills a room with panels set as large as lets all of them in whole; a name index may be cut before characters are. */
export function fillPanels(
  room: { readonly panels: Rect; readonly columnWidth: number; readonly gap: number },
  createPanels: (enlargement: number) => readonly Panel[],
): PanelFlow {
  let flow: PanelFlow = { placed: [], leftOut: [] };
  for (const enlargement of ENLARGEMENTS) {
    const columns = splitColumns(room.panels, room.columnWidth * enlargement, room.gap * enlargement);
    flow = flowPanels(createPanels(enlargement), columns, room.gap * enlargement);
    const isWhole = flow.leftOut.length === 0 && flow.placed.every(({ omitted }) => omitted === 0);
    if (isWhole) return flow;
  }
  return flow;
}
