import { describe, expect, it } from 'vitest';
import { shortenText, wrapText } from '#core/cartography/sheet/wrap-text.ts';
import { measurePlainly } from '#tests/support/sheets.ts';

const style = { measure: measurePlainly, font: 'sans', size: 1, width: 6 } as const;

describe('wrapText', () => {
  it('breaks between Chinese characters but never before closing punctuation', () => {
    expect(wrapText('村界为工作界线，本图', style)).toEqual(['村界为工作界', '线，本图']);
    expect(wrapText('村界为工作界，线', style)).toEqual(['村界为工作', '界，线']);
  });

  it('breaks English at spaces', () => {
    expect(wrapText('the road is hardened', style)).toEqual(['the road', 'is', 'hardened']);
  });
});

describe('shortenText', () => {
  it('ends a text that is too long with an ellipsis', () => {
    expect(shortenText('火坝村公路硬化工程', style).endsWith('…')).toBe(true);
    expect(shortenText('火坝村', style)).toBe('火坝村');
  });
});
