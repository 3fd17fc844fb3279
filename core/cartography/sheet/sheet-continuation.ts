import type { Rect } from './drawing.ts';
import type { PanelRoom } from './fill-panels.ts';
import type { FurnitureKit, Panel } from './furniture-kit.ts';
import { flowInSequence, type PanelFlow, splitColumns } from './panel-flow.ts';
import { heightOfAll, leastHeight } from './panel-heights.ts';
import type { Paper } from './paper.ts';

/** A paper for the sheets that follow the map. */
export interface ContinuationRoom extends PanelRoom {
  readonly paper: Paper;
  /** The paper as it lies, and without its margins. */
  readonly sheet: Rect;
  readonly content: Rect;
  readonly kit: FurnitureKit;
  /** Characters of panels against those of the map sheet: a smaller paper is read from nearer by. */
  readonly base: number;
}

/** What stands on the sheets that follow the map. */
export interface Continuation {
  readonly room: ContinuationRoom;
  /** One for each sheet. */
  readonly pages: readonly PanelFlow[];
  /** Panels that no sheet of this paper holds. */
  readonly leftOut: readonly Panel[];
}

/** Sizes of characters tried against those of the paper, largest first. */
const ENLARGEMENTS = [1.8, 1.65, 1.5, 1.38, 1.25, 1.15, 1.07, 1] as const;
/** More sheets than this follow no map: what is left is said to be left out. */
const MOST_SHEETS = 60;

/**
 * Lays panels on as many sheets as they need, set as large as does not take more sheets. What one sheet holds comes on the smallest paper that holds
 * it: nobody hangs an A0 with three tables.
 *
 * @param rooms the map's own paper first, then smaller ones, smallest first
 */
export function planContinuation(
  rest: readonly Panel[],
  rooms: readonly [ContinuationRoom, ...ContinuationRoom[]],
): Continuation {
  const [own, ...smaller] = rooms;
  if (rest.length === 0) return { room: own, pages: [], leftOut: [] };
  const onOwn = layOnSheets(rest, own, { enlargement: 1 });
  if (onOwn.pages.length === 1 && onOwn.leftOut.length === 0)
    for (const room of smaller) {
      const least = layOnSheets(rest, room, { enlargement: 1, mostSheets: 1 });
      if (least.leftOut.length === 0) return enlarge(rest, least);
    }
  return enlarge(rest, onOwn);
}

/** Larger characters may break tables at so many places more. */
const MORE_PIECES = 1;

/** Panels and parts of panels: the more, the more often a reader turns to another column. */
const countPieces = ({ pages }: Continuation): number => pages.reduce((sum, { placed }) => sum + placed.length, 0);

/** The same sheets with characters as large as they hold, the columns of the last one level. */
function enlarge(rest: readonly Panel[], least: Continuation): Continuation {
  const mostSheets = least.pages.length;
  for (const enlargement of ENLARGEMENTS) {
    if (enlargement === 1 || !mayFit(rest, least.room, { enlargement, sheets: mostSheets })) continue;
    const plan = layOnSheets(rest, least.room, { enlargement, mostSheets });
    const isWhole = plan.leftOut.length <= least.leftOut.length;
    if (isWhole && countPieces(plan) <= countPieces(least) + MORE_PIECES) return levelLast(rest, plan, enlargement);
  }
  return levelLast(rest, least, 1);
}

const panelsAt = (rest: readonly Panel[], { base }: ContinuationRoom, enlargement: number): readonly Panel[] =>
  base * enlargement === 1 ? rest : rest.map((panel) => panel.enlarge?.(base * enlargement) ?? panel);

/** Equal columns of a sheet at a size of characters: as many as hold every panel in their width, if any do. */
function columnsFor(
  panels: readonly Panel[],
  room: PanelRoom,
  enlargement: number,
): { readonly columns: readonly Rect[]; readonly gap: number } {
  const gap = room.gap * enlargement;
  const most = Math.max(1, Math.floor((room.panels.width + gap) / (room.columnWidth * enlargement + gap)));
  const isWideEnough = ([column]: readonly Rect[]): boolean =>
    panels.every((panel) => Number.isFinite(leastHeight(panel, column?.width ?? 0)));
  const tried = Array.from({ length: most }, (_, index) => splitColumns(room.panels, most - index, gap));
  return { columns: tried.find(isWideEnough) ?? splitColumns(room.panels, most, gap), gap };
}

/** Whether the panels are not certainly too long for so many sheets. */
function mayFit(
  rest: readonly Panel[],
  room: ContinuationRoom,
  { enlargement, sheets }: { readonly enlargement: number; readonly sheets: number },
): boolean {
  const panels = panelsAt(rest, room, enlargement);
  const { columns } = columnsFor(panels, room, enlargement);
  const width = columns[0]?.width ?? 0;
  return heightOfAll(panels, width) <= columns.length * room.panels.height * sheets;
}

interface SheetWish {
  readonly enlargement: number;
  readonly mostSheets?: number;
  /** Share of the height that the columns of the last of `mostSheets` may take. */
  readonly lastHeight?: number;
}

function layOnSheets(rest: readonly Panel[], room: ContinuationRoom, wish: SheetWish): Continuation {
  const { enlargement, mostSheets = MOST_SHEETS, lastHeight = 1 } = wish;
  let waiting = panelsAt(rest, room, enlargement);
  const { columns, gap } = columnsFor(waiting, room, enlargement);
  const pages: PanelFlow[] = [];
  while (waiting.length > 0 && pages.length < mostSheets) {
    const share = pages.length === mostSheets - 1 ? lastHeight : 1;
    const flow = flowInSequence(
      waiting,
      columns.map((column) => ({ ...column, height: column.height * share })),
      gap,
    );
    // a panel that an empty sheet does not hold would wait for ever
    if (flow.placed.length === 0) break;
    pages.push(flow);
    waiting = [...flow.leftOut, ...flow.rest];
  }
  return { room, pages, leftOut: waiting };
}

/** Heights tried for the columns of the last sheet, as shares of what it holds. */
const LEVELS = 16;

/** Shortens the columns of the last sheet as long as they hold everything: level columns instead of empty ones at the right. */
function levelLast(rest: readonly Panel[], plan: Continuation, enlargement: number): Continuation {
  if (plan.leftOut.length > 0) return plan;
  let [level, best] = [plan, LEVELS];
  let least = 0;
  while (best - least > 1) {
    const middle = (least + best) >> 1;
    const wish = { enlargement, mostSheets: plan.pages.length, lastHeight: middle / LEVELS };
    const shorter = layOnSheets(rest, plan.room, wish);
    const isWhole = shorter.leftOut.length === 0 && countPieces(shorter) <= countPieces(plan);
    if (isWhole) [level, best] = [shorter, middle];
    else least = middle;
  }
  return level;
}

/** On which sheets of the set the panels of a continuation begin, in their order; the map is sheet 1. */
export const listContinued = ({ pages }: Continuation) => {
  const seen = new Set<string>();
  return pages.flatMap(({ placed }, index) =>
    placed.flatMap(({ panel }) => {
      if (seen.has(panel.id)) return [];
      seen.add(panel.id);
      return [{ id: panel.id, title: panel.title, sheet: index + 2 }];
    }),
  );
};
