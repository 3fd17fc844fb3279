import { describe, expect, it } from 'vitest';
import { drawRelief } from '#core/cartography/sheet/body/draw-relief.ts';
import { getGround } from '#core/cartography/sheet/keep-ground.ts';
import { createGround } from '#core/cartography/sheet/sheet-ground.ts';
import { DEFAULT_SHEET_OPTIONS, type SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { County } from '#core/county/county.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createSheetSpec } from '../../../support/sheets.ts';
import { createTinyCounty } from '../../../support/tiny-county.ts';

/** Widens the outline of every area. */
const withOtherOutlines = (county: County): County => ({
  ...county,
  areas: county.areas.map((area) => ({ ...area, boundary: { ...area.boundary } })),
});

describe('getGround', () => {
  const county = createTinyCounty();
  const context = createIndicatorContext(county);
  const groundOf = (said: Partial<SheetSpec>) => getGround({ spec: createSheetSpec(said), context });

  it('gives maps, days, languages and editions the same ground', () => {
    const ground = groundOf({});
    const earlier = context.at('2026-01-31');
    expect(groundOf({ map: 'industry' })).toBe(ground);
    expect(getGround({ spec: createSheetSpec({ asOf: '2026-01-31' }), context: earlier })).toBe(ground);
    expect(groundOf({ language: 'en' })).toBe(ground);
    expect(groundOf({ edition: 'review' })).toBe(ground);
    expect(groundOf({ options: { ...DEFAULT_SHEET_OPTIONS, colors: 'mono' } })).toBe(ground);
  });

  it.each<[string, Partial<SheetSpec>]>([
    ['paper', { paper: 'A1' }],
    ['orientation', { orientation: 'portrait' }],
    ['scale', { scale: 1_000_000 }],
    ['area', { areaCode: county.areas.find(({ level }) => level === 'town')?.code ?? '' }],
    ['panels', { options: { ...DEFAULT_SHEET_OPTIONS, hidden: ['panels'] } }],
    ['second title', { options: { ...DEFAULT_SHEET_OPTIONS, secondLanguage: 'en' } }],
  ])('makes another for another %s, as it is made anew', (_, said) => {
    const first = groundOf({});
    const ground = groundOf(said);
    expect(ground).not.toBe(first);
    expect(JSON.stringify(ground)).toBe(JSON.stringify(createGround({ spec: createSheetSpec(said), context })));
  });

  it('makes another for the county with other outlines', () => {
    const other = createIndicatorContext(withOtherOutlines(county));
    expect(getGround({ spec: createSheetSpec({}), context: other })).not.toBe(groundOf({}));
  });

  it('keeps the last few only', () => {
    const first = groundOf({ paper: 'A0' });
    for (const paper of ['A1', 'A2', 'A3']) groundOf({ paper });
    expect(groundOf({ paper: 'A0' })).not.toBe(first);
  });
});

describe('drawRelief', () => {
  const county = createTinyCounty();
  const context = createIndicatorContext(county);
  const projectionOn = (paper: string) => createGround({ spec: createSheetSpec({ paper }), context }).projection;
  const [west, , east, north] = context.scope(county.code).area.bbox;
  const dem = {
    west,
    north,
    cellDegrees: (east - west) / 200,
    columns: 200,
    rows: 200,
    elevations: Int16Array.from({ length: 40_000 }, (_, i) => (i * 37) % 900),
  };

  it('shades a ground once for each terrain and share', () => {
    const projection = projectionOn('A3');
    const image = drawRelief({ dem }, projection, 0.7);
    expect(image).not.toBeNull();
    expect(drawRelief({ dem }, projection, 0.1)).toBe(image);
    const fainter = drawRelief({ dem }, projection, 0.05);
    expect(fainter?.pixels).not.toEqual(image?.pixels);
    const flat = drawRelief({ dem: { ...dem, elevations: new Int16Array(40_000) } }, projection, 0.1);
    expect(flat?.pixels.every((grey) => grey === 255)).toBe(true);
    expect(drawRelief({ dem: null }, projection, 0.1)).toBeNull();
    expect(drawRelief({ dem }, projectionOn('A4'), 0.1)).not.toEqual(image);
  });
});
