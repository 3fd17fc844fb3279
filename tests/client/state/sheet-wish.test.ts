import { describe, expect, it } from 'vitest';
import {
  DEFAULT_WISH,
  formatSheetQuery,
  formatSheetWish,
  moveFurniture,
  parseSheetWish,
  previewWish,
  type SheetWish,
  switchFurniture,
  wishToPrint,
  wishToTemplate,
} from '#client/state/sheet-wish.ts';
import { sheetWishSchema } from '#core/api/sheet-spec.ts';

const OWN: SheetWish = {
  ...DEFAULT_WISH,
  paper: '1200x900',
  orientation: 'portrait',
  scale: 50_000,
  edition: 'public',
  relief: false,
  language: 'en',
  options: {
    ...DEFAULT_WISH.options,
    plan: 'plan-2',
    approval: { number: 'GS(2026)1', date: '2026-11-01' },
    colors: 'mono',
    bleedMillimeters: 3,
    isHandKept: true,
    ranking: 'none',
    secondLanguage: 'zh',
    signatures: ['a', 'b'],
    title: 'A & B',
    notes: 'one\ntwo',
    hidden: ['legend', 'curve'],
    places: { north: 'left_top' },
  },
};

describe('formatSheetWish', () => {
  it('leaves out what is as it comes', () => {
    expect(formatSheetQuery(DEFAULT_WISH)).toEqual({});
    expect(formatSheetWish(DEFAULT_WISH)).toBeNull();
  });

  it('is read back as it was', () => {
    expect(parseSheetWish(formatSheetWish(OWN))).toEqual(OWN);
    expect(parseSheetWish(null)).toEqual(DEFAULT_WISH);
  });
});

describe('parseSheetWish', () => {
  it('takes what does not parse as it comes', () => {
    expect(parseSheetWish('paper=A99')).toEqual(DEFAULT_WISH);
    expect(parseSheetWish('in=fr')).toEqual(DEFAULT_WISH);
  });
});

describe('moveFurniture', () => {
  it('puts a piece in its place and shows it, or lets it find its own', () => {
    const moved = moveFurniture(switchFurniture(DEFAULT_WISH, 'legend', false), 'legend', 'panel');
    expect(moved.options.places).toEqual({ legend: 'panel' });
    expect(moved.options.hidden).toEqual([]);
    expect(moveFurniture(moved, 'legend', null).options.places).toEqual({});
  });
});

describe('previewWish', () => {
  it('shows a public edition without approval number as its review copy', () => {
    expect(previewWish({ ...DEFAULT_WISH, edition: 'public' }).edition).toBe('review');
    expect(previewWish(OWN)).toBe(OWN);
  });
});

describe('wishToTemplate', () => {
  it('leaves behind what belongs to one sheet', () => {
    const { options, paper, map } = wishToTemplate(OWN, 'progress');
    expect({ paper, map }).toEqual({ paper: '1200x900', map: 'progress' });
    expect(options).toMatchObject({ title: null, approval: null, plan: null, notes: 'one\ntwo', colors: 'mono' });
  });
});

describe('wishToPrint', () => {
  it('is what the register takes', () => {
    const body = wishToPrint(OWN, { map: 'progress', asOf: '2026-11-22', language: 'zh' });
    expect(sheetWishSchema.parse(body)).toEqual(body);
    expect(body.language).toBe('en');
  });
});
