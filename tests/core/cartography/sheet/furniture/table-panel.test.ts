import { describe, expect, it } from 'vitest';
import type { TableData } from '#core/cartography/sheet/furniture/table-data.ts';
import { createTablePanel } from '#core/cartography/sheet/furniture/table-panel.ts';
import { createFurnitureKit } from '#core/cartography/sheet/furniture-kit.ts';
import { getPaper } from '#core/cartography/sheet/paper.ts';
import { listTexts, measurePlainly } from '#tests/support/sheets.ts';

const kit = createFurnitureKit(getPaper('A1'), 'zh', measurePlainly);
const WIDTH = 100;

const createTable = (names: readonly string[], more: Partial<TableData> = {}): TableData => ({
  id: 'projects',
  title: '项目一览',
  columns: [
    { title: '名称', align: 'start', rank: 0, flexible: true },
    { title: '万元', align: 'end', rank: 0 },
  ],
  rows: names.map((name) => [name, '1,234,567.89']),
  ...more,
});

const setTable = (table: TableData, height = 1000) => createTablePanel(kit, table).set(WIDTH, height);
const textsOf = (table: TableData): string[] => listTexts(setTable(table).items).map(({ text }) => text);

describe('createTablePanel', () => {
  it('breaks a name that is too long for its column into lines and keeps every character', () => {
    const name = '云台镇二〇二五年农村公路硬化工程第二标段按期完工并通过县级验收且完成资料归档';
    const texts = textsOf(createTable([name]));
    expect(texts).not.toContain(name);
    expect(texts.join('')).toContain(name);
  });

  it('ends a name of 200 characters with an ellipsis after four lines', () => {
    const lines = textsOf(createTable(['长'.repeat(200)])).filter((text) => text.includes('长'));
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toMatch(/…$/);
  });

  it('keeps the spaces of words in a line that is cut', () => {
    const name = `${'hill '.repeat(5).trim()} ${'Natural Resources Bureau '.repeat(30)}`.trim();
    const last = textsOf(createTable([name])).findLast((text) => text.endsWith('...'));
    expect(last).toMatch(/Natural Resources|Resources Bureau|Bureau Natural/);
    expect(last).not.toMatch(/[a-z][A-Z]/);
  });

  it('finds no room where what it is about has none, and leaves out what is less important elsewhere', () => {
    const more = (isSubject: boolean) => ({
      columns: Array.from({ length: 9 }, (_, index) => ({
        ...{ title: `原因${index}`, align: 'end', rank: index === 0 ? 0 : 1 },
        ...(isSubject && index > 0 && { isSubject }),
      })) as TableData['columns'],
      rows: [Array.from({ length: 9 }, () => '1,234,567')],
    });
    const [whole, part] = [true, false].map((isSubject) => createTablePanel(kit, createTable([], more(isSubject))));
    expect(whole?.leastHeight(WIDTH)).toBe(Number.POSITIVE_INFINITY);
    expect(whole?.leastHeight(10 * WIDTH)).toBe(part?.leastHeight(10 * WIDTH));
    expect(part?.leastHeight(WIDTH)).toBeLessThan(WIDTH);
  });

  it('breaks no number', () => {
    expect(textsOf(createTable(['长'.repeat(80)]))).toContain('1,234,567.89');
  });

  it('keeps all texts inside its width', () => {
    const texts = listTexts(setTable(createTable(['长'.repeat(200), '短'])).items);
    for (const { text, x, size, anchor } of texts) {
      const width = measurePlainly(text, 'sans', size);
      const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x;
      expect(left).toBeGreaterThanOrEqual(-0.1);
      expect(left + width).toBeLessThanOrEqual(WIDTH + 0.1);
    }
  });

  it('counts the rows that find no room, high ones too, and goes on with them', () => {
    const table = createTable(Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? '长'.repeat(60) : `第${i}项`)));
    const panel = createTablePanel(kit, table);
    const half = panel.set(WIDTH, panel.leastHeight(WIDTH) * 3);
    expect(half.omitted).toBe(20 - (half.shown ?? 0));
    expect(listTexts(half.items).map(({ text }) => text)).toContain(`另有${half.omitted}项未列`);
    const rest = panel.continueAfter?.(half.shown ?? 0).set(WIDTH, 1000);
    expect(rest?.shown).toBe(half.omitted);
  });

  it('says titles in the second language below those of the first', () => {
    const table = createTable(['一']);
    const [name, money] = table.columns;
    if (!name || !money) throw new Error('A column is missing.');
    const texts = textsOf({
      ...table,
      secondTitle: 'Projects',
      columns: [
        { ...name, secondTitle: 'Name' },
        { ...money, secondTitle: '10,000 yuan' },
      ],
    });
    expect(texts).toEqual(expect.arrayContaining(['项目一览', 'Projects', 'Name']));
  });

  it('prints the stamp with its day as a rectangle', () => {
    const table = createTable([], {
      columns: [{ title: '销号', align: 'middle', rank: 0 }],
      rows: [[{ stamp: '2026-03-01' }]],
    });
    expect(textsOf(table)).toContain('已销号 2026-03-01');
    expect(setTable(table).items.some((item) => item.kind === 'circle')).toBe(false);
  });
});
