import { describe, expect, it } from 'vitest';
import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import { createEditionView } from '#core/cartography/sheet/edition/create-edition-view.ts';
import { keepByHand } from '#core/cartography/sheet/hand-kept/keep-by-hand.ts';
import { DEFAULT_SHEET_OPTIONS } from '#core/cartography/sheet/sheet-spec.ts';
import { readTable } from '#core/cartography/sheet/tables/read-table.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { composeTinySheet, listTexts } from '#tests/support/sheets.ts';
import { COUNTY, VILLAGES, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const context = createIndicatorContext(createTinyCounty());
const options = { ...DEFAULT_SHEET_OPTIONS, isHandKept: true };
const composeTexts = (overrides: Parameters<typeof composeTinySheet>[0] = {}): string[] =>
  listTexts(composeTinySheet({ options, ...overrides }, context).items).map(({ text }) => text);
const define = (areaCode: string) =>
  createMapDefinition({ context, map: 'progress', areaCode, palette: 'paper', language: 'zh' });

describe('keepByHand', () => {
  it('says in the title that the sheet is kept by hand, in an own title too', () => {
    expect(composeTexts().some((text) => text.includes('（手工销号版）'))).toBe(true);
    const own = composeTexts({ options: { ...options, title: '作战室挂图' } });
    expect(own.some((text) => text.includes('作战室挂图（手工销号版）'))).toBe(true);
  });

  it('prints a log with empty rows to write in', () => {
    expect(composeTexts()).toEqual(expect.arrayContaining(['销号登记表', '日期', '销号事项', '经办人', '签字']));
  });

  it('draws neither lights nor late tasks nor gaps, which are wrong in a week', () => {
    const kept = keepByHand(define(COUNTY), 80);
    const ids = kept.layers.map(({ id }) => id);
    expect(ids).not.toContain('lights');
    expect(ids).not.toContain('areas-light');
    expect(ids).not.toContain('tasks-late');
    expect(ids).toContain('hand-villages');
    expect(kept.tables).not.toContain('ranking');
    expect(kept.tables).not.toContain('late_tasks');
  });

  it('puts boxes on segments of towns that are long enough for one', () => {
    const boxes = keepByHand(define(WEST_TOWN), 40).layers.find(({ id }) => id === 'hand-segments');
    expect(JSON.stringify(boxes)).toContain('"lengthMeters"],0],320');
    expect(keepByHand(define(COUNTY), 80).layers.some(({ id }) => id === 'hand-segments')).toBe(false);
  });

  it('leaves the states of a table to the pen: a box in each row, ticked where the thing was done', () => {
    const scope = { context, area: context.scope(VILLAGES[0]).area, language: 'zh' as const };
    const edition = createEditionView(context, { edition: 'internal', language: 'zh', options });
    const printed = readTable('households', { scope, edition, options: DEFAULT_SHEET_OPTIONS, rankedBy: 'P1' });
    const kept = readTable('households', { scope, edition, options, rankedBy: 'P1' });
    expect(kept?.columns.map(({ title }) => title)).toEqual(['销', '户编码', '人数', '主要原因', '措施', '安置点']);
    const done = printed?.rows.map((row) => (row.at(-1) === '是' ? 'done' : 'open'));
    expect(kept?.rows.map(([box]) => box)).toEqual(done?.map((box) => ({ box })));
  });
});
