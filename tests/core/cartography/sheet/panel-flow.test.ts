import { describe, expect, it } from 'vitest';
import type { Panel } from '#core/cartography/sheet/furniture-kit.ts';
import { flowInSequence, flowOntoSheets, flowPanels } from '#core/cartography/sheet/panel-flow.ts';

const ROW = 10;

/** A panel of rows 10 mm high under a heading of 10 mm; it is begun for four rows. */
const createRows = (id: string, rows: number, more: Partial<Panel> = {}): Panel => ({
  id,
  title: id,
  leastHeight: () => ROW * Math.min(rows + 1, 3),
  naturalHeight: () => ROW * (rows + 1),
  usefulHeight: () => ROW * (Math.min(rows, 4) + 1),
  continueAfter: (count) => createRows(id, rows - count, more),
  set: (_width, height) => {
    const shown = Math.min(rows, Math.floor(height / ROW) - 1);
    return { height: ROW * (shown + 1), items: [], omitted: rows - shown, shown };
  },
  ...more,
});

const columnsOf = (count: number, height: number) =>
  Array.from({ length: count }, (_, index) => ({ x: index * 60, y: 0, width: 50, height }));
const idsOf = ({ placed }: ReturnType<typeof flowOntoSheets>): string[] => placed.map(({ panel }) => panel.id);

describe('flowInSequence', () => {
  it('finishes a table before the next begins', () => {
    const flow = flowInSequence([createRows('a', 12), createRows('b', 12)], columnsOf(3, 100), 5);
    expect(idsOf(flow)).toEqual(['a', 'a', 'b', 'b']);
    expect(flow.rest).toEqual([]);
  });

  it('keeps what is left for the next sheet, begun tables first', () => {
    const flow = flowInSequence([createRows('a', 30), createRows('b', 30)], columnsOf(2, 100), 5);
    expect(idsOf(flow)).toEqual(['a', 'a']);
    expect(flow.rest.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('flowPanels', () => {
  it('shows two tables whole and names the others rather than the first rows of all of them', () => {
    const panels = ['a', 'b', 'c', 'd'].map((id) => createRows(id, 10));
    // 230 mm hold two tables of 110 mm and what stands between them
    const { placed, leftOut } = flowPanels(panels, columnsOf(1, 230), 5);
    expect(placed.map(({ panel, omitted }) => [panel.id, omitted])).toEqual([
      ['a', 0],
      ['b', 0],
    ]);
    expect(leftOut.map(({ id }) => id)).toEqual(['c', 'd']);
  });

  it('shows the first rows of a table that is longer than the page rather than leave it out', () => {
    const { placed } = flowPanels([createRows('a', 10), createRows('b', 200)], columnsOf(1, 230), 5);
    expect(placed.map(({ panel }) => panel.id)).toEqual(['a', 'b']);
  });
});

describe('flowOntoSheets', () => {
  it('begins as many tables as are worth it, and gives the foot of a column to one of which most of that fits', () => {
    const panels = [createRows('a', 30), createRows('b', 30), createRows('c', 30)];
    // 50 + 5 + 50 + 5 leave 40 of the 50 that c is worth beginning for
    expect(idsOf(flowOntoSheets(panels, columnsOf(1, 150), 5))).toEqual(['a', 'b', 'c']);
    expect(idsOf(flowOntoSheets(panels, columnsOf(1, 130), 5))).toEqual(['a', 'b']);
  });

  it('breaks a legend that no column holds, and puts what has to be whole before the rest of tables', () => {
    const legend = createRows('legend', 12, { isBreakable: true, leastHeight: () => 130, usefulHeight: () => 130 });
    const whole = createRows('figures', 6, { isWhole: true, usefulHeight: () => 70 });
    expect(idsOf(flowOntoSheets([legend, whole, createRows('a', 60)], columnsOf(2, 100), 5))).toEqual([
      'legend',
      'legend',
    ]);
    const flow = flowOntoSheets([createRows('a', 60), whole], columnsOf(2, 100), 5);
    expect(idsOf(flow)).toEqual(['a', 'figures']);
  });
});
