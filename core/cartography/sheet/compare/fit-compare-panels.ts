import type { Rect } from '../drawing.ts';
import { createTablePanel } from '../furniture/table-panel.ts';
import { enlargeKit, type FurnitureKit } from '../furniture-kit.ts';
import { flowPanels, type PanelFlow, splitColumns } from '../panel-flow.ts';
import type { PlaneBox } from '../sheet-projection.ts';
import { type CompareLayout, createCompareLayout, getCompareRoom } from './compare-layout.ts';
import { createLegendPanel, createPlansPanel, createSignPanel } from './compare-panels.ts';
import { type CompareSheetContent, type CompareSheetSpec, getComparePaper } from './compare-sheet-spec.ts';
import { type CompareTablesInput, createCompareTables } from './compare-tables.ts';

/** The page laid out with its panels in place. */
export interface FittedCompare {
  readonly layout: CompareLayout;
  readonly flows: readonly PanelFlow[];
}

/** A column of tables holds the names, and this many ems for each plan. */
const NAME_EMS = 15.5;
const PLAN_EMS = 9.6;
/** Sizes of characters tried for the tables against their reading class, largest first; A3 is read from as near as A4. */
const SIZES = { A3: [1.2, 1.1, 1, 0.9, 0.79], A4: [1.2, 1.1, 1] } as const;
/** The tables of a lying page take no more than this share of its width; larger characters no more than that. */
const MOST_TABLES = 0.64;
const MOST_LARGER = 0.5;

/** Sets panels and layout so that all tables are whole, as large as that allows; where they cannot be, the least of them is left over. */
export function fitComparePanels(
  kit: FurnitureKit,
  input: CompareTablesInput & { readonly spec: CompareSheetSpec; readonly box: PlaneBox },
): FittedCompare {
  const tables = createCompareTables(input);
  let best: FittedCompare | null = null;
  for (const size of SIZES[input.spec.paper]) {
    for (const columns of [1, 2, 3]) {
      const larger = enlargeKit(kit, size);
      const width = larger.em.table * (NAME_EMS + PLAN_EMS * input.columns.length);
      const tablesWidth = width * columns + larger.em.table * 2 * (columns - 1);
      const layout = layOut(kit, input, { tablesWidth, most: size > 1 ? MOST_LARGER : MOST_TABLES });
      if (layout === null) continue;
      const panels = tables.map((table) => createTablePanel(larger, table));
      const flow = flowPanels(panels, splitColumns(layout.panels, columns, larger.em.table * 2), layout.gap);
      const fitted = { layout, flows: [placeSmall(kit, input, layout), flow] };
      if (lossOf(fitted) === 0) return fitted;
      if (best === null || lossOf(fitted) <= lossOf(best)) best = fitted;
    }
  }
  if (best === null) throw new RangeError('Got more plans than a page holds');
  return best;
}

const lossOf = ({ flows }: FittedCompare): number =>
  flows.reduce(
    (sum, { leftOut, placed }) => sum + leftOut.length * 1000 + placed.reduce((rows, one) => rows + one.omitted, 0),
    0,
  );

/** Null where the tables would leave no map. */
function layOut(
  kit: FurnitureKit,
  input: CompareSheetContent & { readonly spec: CompareSheetSpec; readonly box: PlaneBox },
  { tablesWidth, most }: { readonly tablesWidth: number; readonly most: number },
): CompareLayout | null {
  const room = getCompareRoom(input.spec, input.box);
  const isUpright = input.spec.orientation === 'portrait';
  if (tablesWidth > room.width * (isUpright ? 1 : most)) return null;
  const smallHeight = (): number => Math.max(...smallColumns(kit, input).map(heightOf(kit)));
  return createCompareLayout(input.spec, input.box, { tablesWidth, smallHeight });
}

/** Plans and lines to sign in one column, the legend in the other. */
function smallColumns(kit: FurnitureKit, input: CompareSheetContent & { readonly spec: CompareSheetSpec }) {
  const legend = createLegendPanel(kit, input, getComparePaper(input.spec));
  return [[createPlansPanel(kit, input), createSignPanel(kit)], [legend]] as const;
}

const heightOf =
  (kit: FurnitureKit) =>
  (panels: readonly { leastHeight(width: number): number }[]): number =>
    panels.reduce((sum, panel) => sum + panel.leastHeight(0), kit.em.table * (panels.length - 1));

function placeSmall(
  kit: FurnitureKit,
  input: CompareSheetContent & { readonly spec: CompareSheetSpec },
  { small, gap }: CompareLayout,
): PanelFlow {
  const [first, second] = smallColumns(kit, input);
  if (input.spec.orientation === 'portrait') return flowPanels([...first, ...second], [small], gap);
  const columns = splitColumns(small, 2, gap * 2);
  const flows = [first, second].map((panels, i) => flowPanels(panels, [columns[i] as Rect], kit.em.table));
  return { placed: flows.flatMap(({ placed }) => placed), leftOut: flows.flatMap(({ leftOut }) => leftOut), rest: [] };
}
