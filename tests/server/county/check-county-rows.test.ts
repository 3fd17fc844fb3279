import { describe, expect, it } from 'vitest';
import type { CountyRows } from '#core/county/county-rows.ts';
import { InvalidInputError } from '#core/errors.ts';
import { checkCountyRows, checkThingKinds } from '#server/county/check-county-rows.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

/** What the check says about the tiny county with some lists replaced. */
function explain(overrides: Partial<CountyRows>): string {
  try {
    checkCountyRows(createTinyCountyRows(overrides));
    return '';
  } catch (error) {
    if (error instanceof InvalidInputError && error.code === 'county_rows_invalid') return error.message;
    throw error;
  }
}

const ROWS = createTinyCountyRows();
const first = <T>(list: readonly T[]): T => {
  const [item] = list;
  if (item === undefined) throw new Error('The tiny county lacks such a row.');
  return item;
};
const SEGMENT = first(ROWS.segments);
const SITE = first(ROWS.sites);
const HOUSEHOLD = first(ROWS.households);
const TASK = first(ROWS.tasks);
const AREA = first(ROWS.areas);

describe('checkCountyRows', () => {
  it('finds nothing wrong with the tiny county', () => {
    expect(explain({})).toBe('');
  });

  it.each<[string, Partial<CountyRows>, string]>([
    ['a code used twice', { tasks: [TASK, { ...TASK }] }, 'task task-1: got the code of a task before'],
    [
      'a code used by things of two kinds',
      { tasks: [{ ...TASK, code: 'site-1' }] },
      'task site-1: got the code of a site before',
    ],
    ['a code with other characters', { tasks: [{ ...TASK, code: 'a b' }] }, 'task code: got "a b"'],
    [
      'an unknown reference',
      { tasks: [{ ...TASK, projectCode: 'prj-0' }] },
      'got unknown code prj-0, expected project',
    ],
    [
      'a reference to a thing of another kind',
      { tasks: [{ ...TASK, areaCode: 'site-1' }] },
      'task-1 areaCode: got site-1, a site, expected area',
    ],
    [
      'a household outside its settlement',
      { households: [{ ...HOUSEHOLD, code: '5299021022020020001' }], homesteads: [] },
      'expected its settlement 529902101201001 and four digits',
    ],
    [
      'an area without its parent',
      { areas: ROWS.areas.map((area) => (area.level === 'town' ? { ...area, parentCode: null } : area)) },
      'area 529902101: got parent null, expected the county of its code',
    ],
    ['a county that is not among its areas', { areas: ROWS.areas.slice(1) }, 'areas: got no county 529902'],
    [
      'a boundary that crosses itself',
      {
        areas: [
          {
            ...AREA,
            boundary: {
              type: 'Polygon',
              coordinates: [
                [
                  [107, 27],
                  [108, 28],
                  [108, 27],
                  [107, 28],
                  [107, 27],
                ],
              ],
            },
          },
          ...ROWS.areas.slice(1),
        ],
      },
      'area 529902 boundary: got self_intersection at 107,27',
    ],
    [
      'a line of one position',
      {
        segments: [{ ...SEGMENT, line: { type: 'LineString', coordinates: [[107.5, 27]] } }, ...ROWS.segments.slice(1)],
      },
      'segment seg-01 line: got too_few_positions at 107.5,27',
    ],
    [
      'a date that is not in the calendar',
      { tasks: [{ ...TASK, deadline: '2026-02-30' }] },
      'deadline: got 2026-02-30',
    ],
    [
      'an event on a day that does not exist',
      { tasks: [{ ...TASK, events: [{ kind: 'completed', on: '2026-13-01' }] }] },
      'task task-1 event completed: got 2026-13-01',
    ],
    [
      'a surface that is not in the list',
      {
        segments: [
          { ...SEGMENT, events: [{ kind: 'surface', on: '2020-01-01', value: 'gold' }] },
          ...ROWS.segments.slice(1),
        ],
      },
      'segment seg-01 event surface: got gold, expected asphalt_concrete',
    ],
    [
      'a facility since a day that does not exist',
      {
        sites: [{ ...SITE, facilities: [{ kind: 'clinic', presentSince: '2025-9-1' }] }, ...ROWS.sites.slice(1)],
      },
      'site site-1 facility clinic presentSince: got 2025-9-1',
    ],
    ['a county code of five digits', { code: '52990' }, 'county code: got 52990, expected six digits'],
  ])('finds %s', (_, overrides, sentence) => {
    expect(explain(overrides)).toContain(sentence);
  });

  it('lists every problem at once and tells the first and their number as details', () => {
    const tasks = [
      { ...TASK, deadline: 'soon' },
      { ...TASK, code: 'task-9', projectCode: 'prj-0' },
    ];
    expect(explain({ tasks }).split('\n')).toHaveLength(3);
    try {
      checkCountyRows(createTinyCountyRows({ tasks }));
    } catch (error) {
      expect(error).toMatchObject({ details: { count: 2, got: 'unknown code prj-0', expected: 'project' } });
    }
  });
});

describe('checkThingKinds', () => {
  it('accepts known codes of the same kind and refuses those of another', () => {
    const rows = createTinyCountyRows();
    expect(() => checkThingKinds(rows, new Map([['site-1', 'site']]))).not.toThrow();
    expect(() => checkThingKinds(rows, new Map([['site-1', 'park']]))).toThrow(
      'site site-1: got a code that is a park',
    );
  });
});
