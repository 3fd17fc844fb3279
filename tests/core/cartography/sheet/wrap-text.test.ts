import { describe, expect, it } from 'vitest';
import { shortenText, wrapEvenly, wrapText } from '#core/cartography/sheet/wrap-text.ts';
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

  it('ends an English text with three dots, as the fonts have the ellipsis as wide as a Chinese character', () => {
    expect(shortenText('Hardening of Huoba', style)).toBe('Hardeni...');
    expect(shortenText('C012 火坝村公路硬化工程', style).endsWith('…')).toBe(true);
  });
});

describe('wrapEvenly', () => {
  const style = { measure: measurePlainly, font: 'sans', size: 1, width: 10 } as const;

  it('breaks into lines of about the same length, no more than are needed', () => {
    expect(wrapEvenly('杉沟食用菌专业合作社', style)).toEqual(['杉沟食用菌专业合作社']);
    expect(wrapEvenly('茶园电子元件帮扶车间一号', style)).toEqual(['茶园电子元件', '帮扶车间一号']);
  });

  it('breaks between words rather than within a name', () => {
    expect(wrapEvenly('高寨幸福安置点 102/115', style)).toEqual(['高寨幸福安置点', '102/115']);
  });
});
