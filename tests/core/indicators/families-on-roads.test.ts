import { describe, expect, it } from 'vitest';
import type { HouseholdRow } from '#core/county/things.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { listFigureRows } from '#core/indicators/figure-rows.ts';
import { measureTrip } from '#core/network/trips.ts';
import { COUNTY, VILLAGES } from '#tests/support/tiny/areas.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';
import { createTinyContext } from '#tests/support/worked-worlds.ts';

const [SOUTH_WEST, NORTH_WEST] = VILLAGES;

/** One target household at Yanjiao that moved in as said. */
const createMoved = (relocation: HouseholdRow['relocation']): readonly HouseholdRow[] => {
  const [template] = createTinyCountyRows().households;
  if (!template) throw new Error('The tiny county has no household.');
  const settlementCode = `${NORTH_WEST}002`;
  const moved = { kind: 'moved_in', on: '2025-10-01' } as const;
  return [
    { ...template, code: `${settlementCode}0001`, settlementCode, hazardCode: null, relocation, events: [moved] },
  ];
};

const arranged = (kind: 'centralised' | 'self_built' | 'purchased', siteCode: string | null) =>
  ({ kind, siteCode, plannedYear: 2025, retainedReason: null }) as const;

describe('I2', () => {
  it('counts a household that moved into a site from there, from the day it moved', () => {
    const households = createMoved(arranged('centralised', 'site-1'));
    const context = createTinyContext({ households });
    const [after] = listFigureRows(context, 'I2', COUNTY);
    const [before] = listFigureRows(context.at('2025-09-30'), 'I2', COUNTY);
    const minutesFrom = (code: string) => {
      const from = context.county.settlements.find((row) => row.code === code)?.position ?? [0, 0];
      return Math.round(measureTrip(context.network(), { from, to: [107.504, 27.005], mode: 'drive' }).minutes ?? -1);
    };
    expect(after?.noteValues).toMatchObject({ minutes: minutesFrom(`${SOUTH_WEST}002`) });
    expect(before?.noteValues).toMatchObject({ minutes: minutesFrom(`${NORTH_WEST}002`) });
    expect(after?.noteValues).not.toEqual(before?.noteValues);
  });

  it('lists one that moved elsewhere without counting it; one that built for itself stays', () => {
    const read = (relocation: HouseholdRow['relocation']) => {
      const context = createTinyContext({ households: createMoved(relocation) });
      return listFigureRows(context, 'I2', COUNTY).map(({ counts, note }) => [counts, note]);
    };
    expect(read(arranged('purchased', null))).toEqual([[false, 'moved_elsewhere']]);
    expect(read(arranged('self_built', null))).toEqual([[true, 'nearest_by_minutes']]);
  });
});

describe('D1', () => {
  it('is the mean of the minutes of each settlement to the nearest town government', () => {
    const context = createTinyContext();
    const { settlements, services } = context.county;
    const towns = services.filter(({ kind }) => kind === 'town_government');
    const minutes = settlements.map(({ position: from }) =>
      Math.min(
        ...towns.map(
          ({ position: to }) => measureTrip(context.network(), { from, to, mode: 'drive' }).minutes ?? Infinity,
        ),
      ),
    );
    const figure = computeFigure(context, 'D1', COUNTY, { parts: false });
    expect(figure.denominator).toBe(8);
    expect(figure.numerator).toBeCloseTo(
      minutes.reduce((sum, each) => sum + each, 0),
      4,
    );
  });

  it('says that there is no road where an assigned site cannot be reached for that', () => {
    const notesOf = (context: ReturnType<typeof createTinyContext>) =>
      ['road:assigned_site', 'farming:3000:30'].map(
        (part) => new Set(listFigureRows(context, 'D1', COUNTY, part).map(({ note }) => note)),
      );
    const [there, back] = notesOf(createTinyContext({ segments: [] }));
    expect(there).toEqual(new Set(['reason_no_road', 'no_site']));
    expect(back).toEqual(new Set(['reason_no_road', 'no_site']));
  });

  it('is farther along roads than straight, on foot slower than by vehicle', () => {
    const { parts } = computeFigure(createTinyContext(), 'D1', COUNTY);
    const value = (part: string) => parts.find((each) => each.part === part)?.value ?? Number.NaN;
    for (const place of ['school', 'clinic', 'market', 'park', 'site']) {
      expect(value(`road:${place}`)).toBeGreaterThanOrEqual(value(`straight:${place}`));
      expect(value(`walk:${place}`)).toBeGreaterThan(value(`tricycle:${place}`));
      expect(value(`tricycle:${place}`)).toBeGreaterThan(value(`drive:${place}`));
    }
  });
});

describe('R2', () => {
  it('under the definition that equals the county’s own is the headline', () => {
    const { value, parts } = computeFigure(createTinyContext(), 'R2', COUNTY);
    expect(parts.find(({ part }) => part === 'definition:30_150:any:bituminous')?.value).toBe(value);
  });

  it('says of all that are not joined why, and the shares add up', () => {
    const { value, parts } = computeFigure(createTinyContext({}, '2025-01-01'), 'R2', COUNTY);
    const unjoined = parts.filter(({ part }) => part?.startsWith('unjoined:'));
    expect(unjoined.reduce((sum, part) => sum + (part.value ?? 0), value ?? 0)).toBeCloseTo(1, 12);
  });
});

describe('D2', () => {
  it('divides residents along roads and by minutes as it does straight: the shares add up to all', () => {
    const { parts } = computeFigure(createTinyContext(), 'D2', COUNTY);
    for (const [way, limit] of [
      ['road', 1000],
      ['drive', 15],
    ] as const) {
      const values = [way, `${way}_full`, `${way}_not_reached`].map(
        (kind) => parts.find(({ part }) => part === `${kind}:site:${limit}`)?.numerator ?? Number.NaN,
      );
      expect(values.reduce((sum, each) => sum + each, 0)).toBe(567);
    }
  });
});

describe('rows whose amount is not known', () => {
  it('say so: costs of segments in R5, residents in D2', () => {
    const rows = createTinyCountyRows();
    const [first, ...others] = rows.settlements;
    if (!first) throw new Error('The tiny county has no settlement.');
    const context = createTinyContext({
      segments: rows.segments.map((segment) => ({ ...segment, costYuan: null })),
      settlements: [{ ...first, residentPeople: null }, ...others],
    });
    const notesOf = (code: 'R5' | 'D2', part: string | null) =>
      listFigureRows(context, code, COUNTY, part).map(({ note }) => note);
    expect(new Set(notesOf('R5', 'cost'))).toEqual(new Set(['cost_unknown']));
    expect(notesOf('D2', null).filter((note) => note === 'people_unknown')).toHaveLength(1);
    expect(notesOf('D2', 'road:school:1000').filter((note) => note === 'people_unknown')).toHaveLength(1);
  });
});
