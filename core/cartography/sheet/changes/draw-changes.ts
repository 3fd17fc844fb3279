import { text } from '../../../texts/text.ts';
import { DIFFERENCE_SIZES } from '../../difference-look.ts';
import { differenceLine, differenceMark } from '../compare/draw-differences.ts';
import type { DrawItem, Rect } from '../drawing.ts';
import { headingHeight, panelHeading } from '../furniture/panel-heading.ts';
import type { FurnitureKit, Panel } from '../furniture-kit.ts';
import { baselineIn, textItem } from '../shapes.ts';
import type { SheetProjection } from '../sheet-projection.ts';
import type { GroupOfChanges } from './area-changes.ts';
import type { ChangeGroup } from './county-change.ts';

/** How changes are marked; groups that share a look share a line of the legend. */
const LOOKS = [
  { state: 'lost', groups: ['newly_late', 'undone'] },
  { state: 'changed', groups: ['struck_off', 'moved_in'] },
  { state: 'gained', groups: ['completed'] },
] as const satisfies readonly { state: 'gained' | 'lost' | 'changed'; groups: readonly ChangeGroup[] }[];

/** Height of a mark and width of a road, against the em of tables. */
const MARK_EMS = 0.85;
const LINE_EMS = 0.26;
const ROW = 1.75;

/** Marks where something changed: roads as lines, everything with a place as a symbol; what is late lies on top of nothing that was done. */
export function drawChanges(
  kit: FurnitureKit,
  groups: readonly GroupOfChanges[],
  projection: SheetProjection,
): readonly DrawItem[] {
  const sizes = sizesOf(kit);
  const marks = LOOKS.flatMap(({ state, groups: own }) =>
    groups
      .filter(({ group }) => (own as readonly ChangeGroup[]).includes(group))
      .flatMap(({ changes }) => changes.map((change) => ({ state, change }))),
  );
  return [
    ...marks.flatMap(({ state, change: { line } }) =>
      line === null
        ? []
        : [
            differenceLine(
              line.flatMap((position) => projection.toPaper(position)),
              { state, width: sizes.line },
            ),
          ],
    ),
    ...marks.flatMap(({ state, change: { position } }) =>
      position === null
        ? []
        : [differenceMark(projection.toPaper(position), { layer: 'settlements', state, size: sizes.mark })],
    ),
  ];
}

/** Rooms that the marks take: names of places keep off them. */
export const listChangeRooms = (
  kit: FurnitureKit,
  groups: readonly GroupOfChanges[],
  projection: SheetProjection,
): readonly Rect[] => {
  const { mark } = sizesOf(kit);
  return groups.flatMap(({ group, changes }) =>
    LOOKS.some(({ groups: own }) => (own as readonly ChangeGroup[]).includes(group))
      ? changes.flatMap(({ position }) => {
          if (position === null) return [];
          const [x, y] = projection.toPaper(position);
          return [{ x: x - mark / 2, y: y - mark / 2, width: mark, height: mark }];
        })
      : [],
  );
};

const sizesOf = (kit: FurnitureKit) => ({
  mark: kit.em.table * MARK_EMS,
  line: Math.max(kit.em.table * LINE_EMS, kit.line(DIFFERENCE_SIZES.segments.millimeters)),
});

/** Legend and count in one: only of what is on the map. */
export function createChangesLegend(kit: FurnitureKit, groups: readonly GroupOfChanges[]): Panel {
  const title = text(kit.language, 'sheetRegister', 'sheet_legend');
  const size = kit.em.table;
  const row = size * ROW;
  const lines = LOOKS.toReversed().flatMap(({ state, groups: own }) => {
    const shown = groups.filter(({ group }) => (own as readonly ChangeGroup[]).includes(group));
    if (shown.length === 0) return [];
    const names = shown.map(({ group }) => text(kit.language, 'sheetRegister', `group_${group}`));
    return [{ state, label: names.join(text(kit.language, 'sheetRegister', 'joiner')) }];
  });
  const height = headingHeight(kit) + row * lines.length;
  const { mark, line } = sizesOf(kit);
  return {
    id: 'legend',
    title,
    isWhole: true,
    leastHeight: () => height,
    set: (width) => {
      const items = panelHeading(kit, title, { width });
      lines.forEach(({ state, label }, at) => {
        const top = headingHeight(kit) + row * at;
        const middle = top + row / 2;
        items.push(
          differenceMark([size * 0.8, middle], { layer: 'settlements', state, size: mark }),
          differenceLine([size * 1.8, middle, size * 4, middle], { state, width: line }),
          textItem(label, [size * 4.6, baselineIn(top, row, size)], { size }),
        );
      });
      return { height, items, omitted: 0 };
    },
  };
}
