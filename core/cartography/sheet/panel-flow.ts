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

/**
 * Fills columns with panels in the order of importance: each column takes panels while their least heights fit; then the room that is left goes
 * to them in order, up to what they can use.
 */
export function flowPanels(panels: readonly Panel[], columns: readonly Rect[], gap: number): PanelFlow {
  const placed: PlacedPanel[] = [];
  let waiting = panels;
  for (const column of columns) {
    const taken: Panel[] = [];
    let used = 0;
    const passed: Panel[] = [];
    for (const panel of waiting) {
      const least = panel.leastHeight(column.width) + (taken.length > 0 ? gap : 0);
      if (used + least <= column.height) {
        taken.push(panel);
        used += least;
      } else passed.push(panel);
    }
    placed.push(...stack(taken, column, gap));
    waiting = passed;
  }
  return { placed, leftOut: waiting };
}

function stack(panels: readonly Panel[], column: Rect, gap: number): PlacedPanel[] {
  const least = panels.map((panel) => panel.leastHeight(column.width));
  let spare = column.height - least.reduce((sum, height) => sum + height, 0) - gap * Math.max(0, panels.length - 1);
  const placed: PlacedPanel[] = [];
  let y = column.y;
  panels.forEach((panel, index) => {
    const block = panel.set(column.width, (least[index] ?? 0) + spare);
    spare -= Math.max(0, block.height - (least[index] ?? 0));
    const rect = { x: column.x, y, width: column.width, height: block.height };
    placed.push({ panel, rect, items: [groupAt(rect.x, rect.y, block.items)], omitted: block.omitted });
    y += block.height + gap;
  });
  return placed;
}
