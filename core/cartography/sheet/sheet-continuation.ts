import type { Rect } from './drawing.ts';
import type { Panel } from './furniture-kit.ts';
import { flowOntoSheets, type PanelFlow, type PanelRoom, splitColumns } from './panel-flow.ts';

/** What stands on the sheets that follow the map. */
export interface Continuation {
  /** One for each sheet. */
  readonly pages: readonly PanelFlow[];
  /** Panels that no sheet of this paper holds. */
  readonly leftOut: readonly Panel[];
  /** How much larger than their reading class the characters are set. */
  readonly enlargement: number;
}

/** Sizes of characters tried against the least of their reading class, largest first. */
const ENLARGEMENTS = [1.8, 1.5, 1.25, 1] as const;
/** More sheets than this follow no map: what is left is said to be left out. */
const MOST_SHEETS = 60;

/** Lays panels on as many sheets as they need, set as large as does not take more sheets. */
export function planContinuation(rest: readonly Panel[], room: PanelRoom): Continuation {
  if (rest.length === 0) return { pages: [], leftOut: [], enlargement: 1 };
  const least = layOnSheets(rest, room, 1);
  for (const enlargement of ENLARGEMENTS) {
    const plan = enlargement === 1 ? least : layOnSheets(rest, room, enlargement);
    if (plan.pages.length <= least.pages.length && plan.leftOut.length <= least.leftOut.length) return plan;
  }
  return least;
}

function layOnSheets(rest: readonly Panel[], room: PanelRoom, enlargement: number): Continuation {
  const gap = room.gap * enlargement;
  const count = Math.max(1, Math.floor((room.panels.width + gap) / (room.columnWidth * enlargement + gap)));
  const columns: readonly Rect[] = splitColumns(room.panels, count, gap);
  const pages: PanelFlow[] = [];
  let waiting = rest.map((panel) => (enlargement === 1 ? panel : (panel.enlarge?.(enlargement) ?? panel)));
  while (waiting.length > 0 && pages.length < MOST_SHEETS) {
    const flow = flowOntoSheets(waiting, columns, gap);
    // a panel that an empty sheet does not hold would wait for ever
    if (flow.placed.length === 0) break;
    pages.push(flow);
    waiting = [...flow.leftOut, ...flow.rest];
  }
  return { pages, leftOut: waiting, enlargement };
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
