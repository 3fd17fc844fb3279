import { describe, expect, it } from 'vitest';
import { createFiguresPanel, type NamedFigure } from '#core/cartography/sheet/furniture/figures-panel.ts';
import { createFurnitureKit } from '#core/cartography/sheet/furniture-kit.ts';
import { getPaper } from '#core/cartography/sheet/paper.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { listTexts, measurePlainly } from '#tests/support/sheets.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const context = createIndicatorContext(createTinyCounty());
const kit = createFurnitureKit(getPaper('A1'), 'en', measurePlainly);

function setAt(width: number, named: Partial<NamedFigure> = {}) {
  const figure = computeFigure(context, 'S1', COUNTY, { parts: false });
  const panel = createFiguresPanel(kit, {
    title: 'Main figures',
    second: null,
    remark: '',
    figures: [{ figure, name: 'Centralised rate', ...named }],
  });
  const height = panel.naturalHeight?.(width) ?? 0;
  return { height, texts: listTexts(panel.set(width, height).items) };
}

describe('createFiguresPanel', () => {
  it('breaks what stands below a name into two lines before it cuts any of it', () => {
    const [wide, narrow] = [setAt(400), setAt(120)];
    const words = wide.texts.at(-1)?.text ?? '';
    expect(narrow.height).toBeGreaterThan(wide.height);
    const lines = narrow.texts.slice(-2).map(({ text }) => text);
    expect(lines.join('   ')).toBe(words);
  });

  it('says the parts of a figure in place of its fraction, as many as there is room for, none cut', () => {
    const parts = Array.from({ length: 30 }, (_, i) => `Cause ${i} 12 households`);
    const said = setAt(120, { parts })
      .texts.slice(4)
      .flatMap(({ text }) => text.split('   '))
      .filter((text) => text.startsWith('Cause'));
    expect(said.length).toBeGreaterThan(2);
    expect(said).toEqual(parts.slice(0, said.length));
  });

  it('keeps the parts of a hidden figure to itself', () => {
    const { texts } = setAt(120, { parts: ['Illness 2 households'], hidden: '<3' });
    expect(texts.some(({ text }) => text.includes('Illness'))).toBe(false);
  });
});
