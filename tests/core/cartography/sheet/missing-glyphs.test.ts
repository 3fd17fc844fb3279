import { describe, expect, it } from 'vitest';
import type { DrawItem, TextItem } from '#core/cartography/sheet/drawing.ts';
import { listMissingGlyphs } from '#core/cartography/sheet/missing-glyphs.ts';

const createText = (text: string): TextItem => ({
  kind: 'text',
  text,
  x: 0,
  y: 0,
  size: 3,
  font: 'sans',
  color: '#000000',
  anchor: 'start',
});

describe('listMissingGlyphs', () => {
  it('lists each missing character once, groups opened, in ascending order', () => {
    const items: readonly DrawItem[] = [
      createText('石坪村😀'),
      { kind: 'group', items: [createText('\u{20BB7}野村\u{20BB7}')] },
    ];
    const hasGlyph = (character: string) => (character.codePointAt(0) ?? 0) < 0x1_0000;
    expect(listMissingGlyphs(items, hasGlyph)).toEqual(['U+1F600', 'U+20BB7']);
  });
});
