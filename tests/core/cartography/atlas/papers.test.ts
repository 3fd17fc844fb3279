import { describe, expect, it } from 'vitest';
import { createPaper } from '#core/cartography/atlas/papers/create-paper.ts';
import { drawPaper } from '#core/cartography/atlas/papers/paper-pages.ts';
import { PAPER_CONTENT, PAPER_PAGE } from '#core/cartography/atlas/papers/paper-style.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { listTasks } from '#core/indicators/tasks.ts';
import { listTexts, measurePlainly } from '#tests/support/sheets.ts';
import { loadSampleCounty } from '../../../../data/load-sample-county.ts';

const county = buildCounty(await loadSampleCounty(), 1);
const context = createIndicatorContext(county);
const scope = { context, language: 'zh', asOf: county.dataDate, measure: measurePlainly } as const;

describe('drawPaper', () => {
  it('writes every task of a town once into its letter, late ones with their days', () => {
    const tasks = listTasks(context, '529901001');
    const paper = createPaper({ kind: 'task_letters', areaCode: '529901001' }, scope);
    const rows = paper.rows.filter(({ kind }) => kind === 'row');
    expect(rows).toHaveLength(tasks.length);
    expect(rows.filter((row) => row.kind === 'row' && row.isLate)).toHaveLength(
      tasks.filter(({ state }) => state === 'late').length,
    );
    expect(paper.to).toBe('城关镇人民政府：');
  });

  it('repeats the heading of the table on each page and numbers the pages', () => {
    const pages = drawPaper({ kind: 'task_letters', areaCode: '529901001' }, scope);
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((items, index) => {
      const words = listTexts(items).map(({ text }) => text);
      expect(words).toContain('责任单位');
      expect(words).toContain(`第${index + 1}页 共${pages.length}页`);
    });
  });

  it('keeps every line inside the margins', () => {
    for (const kind of ['timetable', 'responsibilities'] as const)
      for (const items of drawPaper({ kind, areaCode: '529901' }, scope))
        for (const { text, x, y, size, anchor = 'start' } of listTexts(items)) {
          const width = measurePlainly(text, 'sans', size);
          const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
          expect(left).toBeGreaterThan(PAPER_CONTENT.x - 0.1);
          expect(y).toBeLessThan(PAPER_PAGE.height - 10);
        }
  });

  it('ends with places to sign, and lists only who answers on the day', () => {
    const paper = createPaper({ kind: 'responsibilities', areaCode: '529901' }, scope);
    const held = county.responsibilities.filter(
      ({ aboutCode, from, to }) =>
        /^\d{6,12}$/.test(aboutCode) && from <= county.dataDate && (to === null || to >= county.dataDate),
    );
    expect(paper.rows.filter(({ kind }) => kind === 'row')).toHaveLength(held.length);
    expect(paper.signatures).toEqual(['审核']);
  });
});
