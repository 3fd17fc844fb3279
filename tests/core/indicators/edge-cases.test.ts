import { describe, expect, it } from 'vitest';
import { computeFigure } from '#core/indicators/compute.ts';
import { listFigureRows } from '#core/indicators/figure-rows.ts';
import { COUNTY, VILLAGES, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';
import { createTinyContext } from '#tests/support/worked-worlds.ts';

const [SOUTH_WEST, NORTH_WEST, SOUTH_EAST] = VILLAGES;
const rows = createTinyCountyRows();
const [template] = rows.segments;
if (!template) throw new Error('The tiny county has no segment.');

const line = (...coordinates: readonly (readonly [number, number])[]) => ({ type: 'LineString', coordinates }) as const;

const noteOf = (context: ReturnType<typeof createTinyContext>, code: 'R2' | 'D1', settlement: string) => {
  const row = listFigureRows(context, code, COUNTY).find((candidate) => candidate.code === settlement);
  return [row?.counts, row?.note];
};

describe('computeFigure, edge cases', () => {
  it('empty village: nothing applies, and nothing is 0 % or 100 %', () => {
    const isElsewhere = ({ code }: { readonly code: string }) => !code.startsWith(NORTH_WEST);
    const context = createTinyContext({
      settlements: rows.settlements.filter(isElsewhere),
      households: rows.households.filter(isElsewhere),
    });
    for (const code of ['T2', 'R2', 'R3', 'R4', 'D1', 'D2', 'I1', 'I2', 'S3'] as const) {
      const figure = computeFigure(context, code, NORTH_WEST);
      expect([code, figure.value, figure.reason, figure.light]).toEqual([code, null, 'empty_denominator', 'grey']);
    }
  });

  it('village without roads: R1 does not apply, the village and its settlements are not joined', () => {
    const context = createTinyContext({ segments: rows.segments.filter(({ code }) => code === 'seg-03') });
    const R1 = computeFigure(context, 'R1', SOUTH_WEST);
    expect([R1.value, R1.denominator, R1.reason]).toEqual([null, 0, 'empty_denominator']);
    expect(computeFigure(context, 'R0', SOUTH_WEST).value).toBe(0);
    expect(noteOf(context, 'R2', `${SOUTH_WEST}001`)).toEqual([true, 'join_no_hardened_near']);
  });

  it('county without any road: unreachable is a reason, never 0 or infinity', () => {
    const context = createTinyContext({ segments: [] });
    expect([computeFigure(context, 'D1', COUNTY).value, noteOf(context, 'D1', `${SOUTH_WEST}001`)]).toEqual([
      null,
      [false, 'reason_no_road'],
    ]);
    expect(computeFigure(context, 'D2', COUNTY).value).toBe(0);
    for (const { value, reason } of computeFigure(context, 'D1', COUNTY).parts) {
      expect(value === null ? reason !== null : Number.isFinite(value)).toBe(true);
    }
  });

  it('as of a day before any event: there were no roads, no targets and no items', () => {
    const context = createTinyContext({}, '2009-12-31');
    expect(computeFigure(context, 'T1', COUNTY).value).toBe(0);
    expect(computeFigure(context, 'R1', COUNTY).reason).toBe('empty_denominator');
    expect(computeFigure(context, 'R2', COUNTY).numerator).toBe(0);
    expect(computeFigure(context, 'P4', COUNTY).reason).toBe('empty_denominator');
  });

  it('as of a day in the future: refused with the latest day', () => {
    expect(() => createTinyContext({}, '2026-11-23')).toThrow(
      expect.objectContaining({ code: 'invalid_date', details: { date: '2026-11-23', latest: '2026-11-22' } }),
    );
  });

  it('settlement on an island component: hardened road at the door, joined to nothing, no place in reach', () => {
    const island = `${SOUTH_EAST}003`;
    const [settlement] = rows.settlements;
    if (!settlement) throw new Error('The tiny county has no settlement.');
    const context = createTinyContext({
      settlements: [
        ...rows.settlements,
        { ...settlement, code: island, villageCode: SOUTH_EAST, position: [107.539, 27.0092] },
      ],
      segments: [...rows.segments, { ...template, code: 'seg-99', line: line([107.5385, 27.009], [107.5395, 27.009]) }],
    });
    expect(noteOf(context, 'R2', island)).toEqual([true, 'join_not_joined_to_seat']);
    expect(noteOf(context, 'D1', island)).toEqual([false, 'reason_other_component']);
    const [before, after] = [createTinyContext(), context].map((world) => computeFigure(world, 'D1', COUNTY));
    expect(after?.numerator).toBe(before?.numerator);
    const reach = computeFigure(context, 'D2', COUNTY);
    expect([reach.denominator, reach.numerator]).toEqual([567 + 120, 567]);
  });

  it('excluded settlements are listed with the reason', () => {
    const context = createTinyContext();
    expect(noteOf(context, 'R2', `${VILLAGES[3]}002`)).toEqual([false, 'join_to_be_moved']);
    expect(noteOf(context, 'R2', `${NORTH_WEST}002`)).toEqual([false, 'join_too_small']);
    expect(computeFigure(context, 'R2', COUNTY).denominator).toBe(5);
  });

  it('rule "all": near one of town, park and central village is no longer enough', () => {
    const { closeness } = rows.settings;
    const near = { ...closeness, townMeters: 500, parkMeters: 100, centralVillageMeters: 100 };
    const read = (rule: 'any' | 'all') =>
      computeFigure(createTinyContext({ settings: { ...rows.settings, closeness: { ...near, rule } } }), 'D3', COUNTY);
    // site-1 stands 198 m, site-2 298 m from the seat of its town; neither is near a park
    expect([read('any').value, read('all').value]).toEqual([1, 0]);
    expect(read('any').parts.map(({ part, numerator }) => [part, numerator])).toEqual([
      ['near:town', 2],
      ['near:park', 0],
      ['near:central_village', 0],
    ]);
  });

  it('names the version of the speeds exactly where minutes decide', () => {
    const context = createTinyContext();
    const versions = (code: 'D1' | 'D2' | 'D3' | 'I2' | 'R2') => {
      const { speedVersion, parts } = computeFigure(context, code, WEST_TOWN);
      return [
        speedVersion,
        ...new Set(parts.map(({ part, speedVersion: version }) => `${part?.split(':')[0]} ${version}`)),
      ];
    };
    expect([versions('I2')[0], versions('D3')[0], versions('R2')[0]]).toEqual([1, null, null]);
    expect(versions('D1')).toEqual([
      1,
      'road null',
      'drive 1',
      'tricycle 1',
      'walk 1',
      'straight null',
      'farming 1',
      'straight_farming null',
    ]);
    expect(versions('D2').filter((words) => String(words).endsWith(' 1'))).toEqual([
      'drive 1',
      'drive_not_reached 1',
      'drive_full 1',
    ]);
  });
});
