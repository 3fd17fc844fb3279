import { describe, expect, it } from 'vitest';
import {
  DEFAULT_WISH,
  formatSheetQuery,
  formatSheetWish,
  moveFurniture,
  parseSheetWish,
  type SheetWish,
  switchFurniture,
  wishToPrint,
  wishToTemplate,
} from '#client/state/sheet-wish.ts';
import { sheetWishSchema } from '#core/api/sheet-spec.ts';

const HERE = { area: '529901001', map: 'targets' } as const;
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
    signatures: ['局长, 主任', '100% 审核', 'b'],
    title: 'A & B',
    notes: 'one\ntwo',
    hidden: ['legend', 'curve'],
    places: { north: 'left_top' },
  },
};

describe('formatSheetWish', () => {
  it('leaves out what is as it comes', () => {
    expect(formatSheetQuery(DEFAULT_WISH)).toEqual({});
    expect(formatSheetWish(DEFAULT_WISH, HERE)).toBeNull();
  });

  it('is read back as it was', () => {
    expect(parseSheetWish(formatSheetWish(OWN, HERE), HERE)).toEqual(OWN);
    expect(parseSheetWish(null, HERE)).toEqual(DEFAULT_WISH);
  });
});

describe('parseSheetWish', () => {
  it('takes what does not parse as it comes', () => {
    expect(parseSheetWish('paper=A99', HERE)).toEqual(DEFAULT_WISH);
    expect(parseSheetWish('in=fr', HERE)).toEqual(DEFAULT_WISH);
  });

  it('leaves title and approval number behind when another area or map is opened, unless the title is one for many', () => {
    const written = formatSheetWish(OWN, HERE);
    for (const of of [
      { ...HERE, area: '529901002' },
      { ...HERE, map: 'progress' as const },
    ]) {
      const { options } = parseSheetWish(written, of);
      expect(options).toEqual({ ...OWN.options, title: null, approval: null });
    }
    const forMany = { ...OWN, options: { ...OWN.options, title: '{area}一览' } };
    expect(parseSheetWish(formatSheetWish(forMany, HERE), { ...HERE, area: '529901002' }).options.title).toBe(
      '{area}一览',
    );
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
