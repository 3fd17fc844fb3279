import type { Rect } from './drawing.ts';
import type { Panel } from './furniture-kit.ts';
import { flowPanels, lossOf, needMoreThan, type PanelFlow, splitColumns } from './panel-flow.ts';
import { leastHeight } from './panel-heights.ts';
import { groupOf } from './shapes.ts';

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
  const all = make.panels(1);
  const isTooWide = findTooWide(room, all);
  if (!all.some(isTooWide)) return fillWithFitting(room, make, flow);
  const fitting = { ...make, panels: (times: number) => make.panels(times).filter((panel) => !isTooWide(panel)) };
  const filled = fillWithFitting(room, fitting, flow);
  // without columns nothing finds room
  const others = flow(all.filter(isTooWide), [], room.gap);
  const inOrder = (panels: readonly Panel[]): readonly Panel[] =>
    all.flatMap(({ id }) => panels.filter((panel) => panel.id === id));
  return {
    placed: filled.placed,
    leftOut: inOrder([...filled.leftOut, ...others.leftOut]),
    rest: inOrder([...filled.rest, ...others.rest]),
  };
}

/** Tells panels that say nothing even in the widest column at characters of the least size: they keep no other from being set larger. */
function findTooWide({ panels: { width } }: PanelRoom, panels: readonly Panel[]): (panel: Panel) => boolean {
  const tooWide = new Set(
    panels.filter((panel) => leastHeight(panel, width) === Number.POSITIVE_INFINITY).map(({ id }) => id),
  );
  return ({ id }) => tooWide.has(id);
}

function fillWithFitting(room: PanelRoom, make: PanelMaker, flow: typeof flowPanels): PanelFlow {
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
  const placed = { panel: foot, rect, items: [groupOf(rect.x, rect.y, block)], omitted: block.omitted };
  return { ...filled, placed: [...filled.placed, placed] };
}
