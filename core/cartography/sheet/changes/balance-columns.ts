import type { Rect } from '../drawing.ts';
import type { Panel } from '../furniture-kit.ts';
import { flowOntoSheets, type PanelFlow, splitColumns } from '../panel-flow.ts';

/** How the columns lie. */
export interface ColumnsSpec {
  readonly columns: number;
  readonly gap: number;
}

/** Halvings: of a page of A4 to about two millimetres. */
const STEPS = 7;

const isComplete = ({ rest, leftOut, placed }: PanelFlow): boolean =>
  rest.length === 0 && leftOut.length === 0 && placed.every(({ omitted }) => omitted === 0);

/** Fills columns with panels as `flowOntoSheets`; where all of them find room, in columns as short as they can be, so that they end side by side. */
export function balanceColumns(panels: readonly Panel[], room: Rect, { columns, gap }: ColumnsSpec): PanelFlow {
  const flowAt = (height: number): PanelFlow =>
    flowOntoSheets(panels, splitColumns({ ...room, height }, columns, gap), gap);
  let best = flowAt(room.height);
  if (!isComplete(best)) return best;
  let [low, high] = [room.height / columns / 2, room.height];
  for (let step = 0; step < STEPS; step++) {
    const height = (low + high) / 2;
    const flow = flowAt(height);
    if (isComplete(flow)) [best, high] = [flow, height];
    else low = height;
  }
  return best;
}
