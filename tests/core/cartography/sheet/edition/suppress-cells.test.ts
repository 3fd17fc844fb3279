import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CellTable,
  LEAST_COUNT,
  markCell,
  suppressCells,
} from '#core/cartography/sheet/edition/suppress-cells.ts';

/** A county with towns of villages: parents are the sums of what is given for the villages, by day, village and column. */
function createTable(
  towns: readonly number[],
  days: readonly (readonly (readonly number[])[])[],
  columns: CellTable['columns'] = [{ unit: 'households', isMarked: true }],
): CellTable {
  const areas: { code: string; parent: number }[] = [{ code: '529901', parent: -1 }];
  const villages: number[] = [];
  for (const [town, count] of towns.entries()) {
    const parent = areas.push({ code: `529901${String(town + 1).padStart(3, '0')}`, parent: 0 }) - 1;
    for (let village = 0; village < count; village++)
      villages.push(areas.push({ code: `${areas[parent]?.code}${String(village + 1).padStart(3, '0')}`, parent }) - 1);
  }
  return {
    areas,
    columns,
    days: days.map((day) => {
      const rows = areas.map(() => columns.map(() => 0));
      for (const [i, village] of villages.entries())
        for (let at = village; at >= 0; at = areas[at]?.parent ?? -1)
          for (const [column, count] of (day[i] ?? []).entries())
            rows[at] = (rows[at] ?? []).with(column, (rows[at]?.[column] ?? 0) + count);
      return rows;
    }),
  };
}

const hiddenCodes = (table: CellTable): string[] =>
  [...suppressCells(table)].map((area) => table.areas[area]?.code ?? '').sort();

describe('suppressCells', () => {
  it('hides nothing where no cell is small', () => {
    expect(hiddenCodes(createTable([3], [[[5], [8], [0]]]))).toEqual([]);
  });

  it('hides a second cell with a small one, so that the total does not give it away', () => {
    // 12 - 4 - 6 would be 2
    expect(hiddenCodes(createTable([3], [[[2], [4], [6]]]))).toEqual(['529901001001', '529901001002']);
  });

  it('hides as many as blur the small one: 2 and 3 add up to 5, of which <3 can be 0, 1 or 2', () => {
    expect(hiddenCodes(createTable([3], [[[2], [3], [60]]]))).toHaveLength(2);
    // 1 + 3 = 4 with <3 and at least 3 leaves 0 and 1 alone
    expect(hiddenCodes(createTable([3], [[[1], [3], [60]]]))).toHaveLength(3);
  });

  it('hides the town with its only village, and another town with it', () => {
    expect(hiddenCodes(createTable([1, 2, 2], [[[2], [9], [9], [40], [40]]]))).toEqual([
      '529901001',
      '529901001001',
      '529901002',
      '529901002001',
      '529901002002',
    ]);
  });

  it('hides a cell that changes by one household between two days', () => {
    expect(
      hiddenCodes(
        createTable(
          [3],
          [
            [[20], [30], [40]],
            [[19], [30], [44]],
          ],
        ),
      ),
    ).toEqual(['529901001001', '529901001002', '529901001003']);
  });

  it('keeps hidden at every day what it hides at one', () => {
    const table = createTable(
      [3],
      [
        [[2], [30], [40]],
        [[50], [30], [40]],
      ],
    );
    const hidden = suppressCells(table);
    expect(markCell(table, hidden, { day: 0, area: 2, column: 0 })).toBe('small');
    expect(markCell(table, hidden, { day: 1, area: 2, column: 0 })).toBe('withheld');
  });

  it('hides all columns of an area for one', () => {
    const columns = [
      { unit: 'households', isMarked: true },
      { unit: 'people', isMarked: true },
    ] as const;
    const table = createTable(
      [3],
      [
        [
          [3, 9],
          [40, 120],
          [60, 200],
        ],
      ].map((day) => day),
      columns,
    );
    const hidden = suppressCells(table);
    const village = { day: 0, area: 2 };
    expect(markCell(table, hidden, { ...village, column: 0 })).toBe('withheld');
    expect(markCell(table, hidden, { ...village, column: 1 })).toBe('small');
  });
});

/** Tables of at most two towns and five villages, at two days; small counts are frequent. */
const smallTables = fc
  .record({
    towns: fc.constantFrom([1], [2], [3], [4], [1, 1], [2, 1], [2, 2], [3, 1], [3, 2]),
    counts: fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: -2, max: 4 })), {
      minLength: 6,
      maxLength: 6,
    }),
  })
  .map(({ towns, counts }) =>
    createTable(towns, [
      counts.map(([first]) => [first]),
      counts.map(([first, change]) => [Math.max(0, first + change)]),
    ]),
  );

/** Everything that is printed of a table at a day: counts, and marks in place of counts. */
const printed = (table: CellTable, day: number): string => {
  const hidden = suppressCells(table);
  return table.areas
    .map((_, area) => {
      const mark = markCell(table, hidden, { day, area, column: 0 });
      return mark === 'shown' ? String(table.days[day]?.[area]?.[0]) : mark;
    })
    .join(' ');
};

/** Values of one village over all tables that would be printed alike at a day: counts of villages up to a bound, whatever adds up to what is printed. */
function valuesThatFit(table: CellTable, day: number): readonly ReadonlySet<number>[] {
  const hidden = suppressCells(table);
  const leaves = table.areas.flatMap((_, area) => (table.areas.some(({ parent }) => parent === area) ? [] : [area]));
  const marks = table.areas.map((_, area) => markCell(table, hidden, { day, area, column: 0 }));
  const counts = table.areas.map((_, area) => table.days[day]?.[area]?.[0] ?? 0);
  const found = table.areas.map(() => new Set<number>());
  const trial = table.areas.map(() => 0);
  const fits = (area: number, value: number): boolean => {
    if (marks[area] === 'shown') return value === counts[area];
    const parent = table.areas[area]?.parent ?? -1;
    if (marks[area] === 'small') return value < LEAST_COUNT.households;
    // under a printed parent, what is not small is at least three
    return parent < 0 || hidden.has(parent) || value >= LEAST_COUNT.households;
  };
  const assign = (index: number): void => {
    const leaf = leaves[index];
    if (leaf === undefined) {
      const sums = [...trial];
      for (const [area, { parent }] of [...table.areas.entries()].reverse())
        if (parent >= 0) sums[parent] = (sums[parent] ?? 0) + (sums[area] ?? 0);
      if (sums.every((value, area) => fits(area, value)))
        for (const [area, value] of sums.entries()) found[area]?.add(value);
      return;
    }
    const options = marks[leaf] === 'shown' ? [counts[leaf] ?? 0] : Array.from({ length: 11 }, (_, value) => value);
    for (const value of options) {
      if (!fits(leaf, value)) continue;
      trial[leaf] = value;
      assign(index + 1);
    }
    trial[leaf] = 0;
  };
  assign(0);
  return found;
}

describe('suppressCells against one who tries every table', () => {
  it('leaves a hidden cell at least three values, unless all hidden ones are nought', () => {
    fc.assert(
      fc.property(smallTables, fc.constantFrom(0, 1), (table, day) => {
        const hidden = suppressCells(table);
        const values = valuesThatFit(table, day);
        for (const area of hidden) {
          const parent = table.areas[area]?.parent ?? -1;
          const siblings = [...hidden].filter((other) => table.areas[other]?.parent === parent);
          const sum = siblings.reduce((total, other) => total + (table.days[day]?.[other]?.[0] ?? 0), 0);
          if (sum === 0) continue;
          expect(values[area]?.size, `${table.areas[area]?.code}: ${printed(table, day)}`).toBeGreaterThanOrEqual(3);
        }
      }),
      { seed: 529_901, numRuns: 120 },
    );
  });

  it('leaves parts and rests of hidden totals at least three values', () => {
    const columns = [true, false, false].map((isMarked) => ({ unit: 'households', isMarked }) as const);
    const parts = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(fc.array(parts, { minLength: 3, maxLength: 3 }), (villages) => {
        const table = createTable([3], [villages.map(([part, rest]) => [part + rest, part, rest])], columns);
        const hidden = suppressCells(table);
        // with the town hidden nothing is known of its villages
        if (hidden.has(1)) return;
        const own = [2, 3, 4].filter((area) => hidden.has(area));
        const sums = [0, 1, 2].map((column) =>
          own.reduce((sum, area) => sum + (table.days[0]?.[area]?.[column] ?? 0), 0),
        );
        const found = own.map(() => [new Set<number>(), new Set<number>(), new Set<number>()] as const);
        for (const guess of guessParts(own.length, [sums[1] ?? 0, sums[2] ?? 0])) {
          const fits = own.every((area, i) => {
            const total = (guess[i]?.[0] ?? 0) + (guess[i]?.[1] ?? 0);
            return markCell(table, hidden, { day: 0, area, column: 0 }) === 'small' ? total < 3 : total >= 3;
          });
          if (!fits) continue;
          for (const [i, [part, rest]] of guess.entries()) {
            found[i]?.[0].add(part + rest);
            found[i]?.[1].add(part);
            found[i]?.[2].add(rest);
          }
        }
        for (const values of found)
          for (const [column, set] of values.entries())
            if (sums[column] !== 0) expect(set.size, JSON.stringify(villages)).toBeGreaterThanOrEqual(3);
      }),
      { seed: 529_901, numRuns: 300 },
    );
  });

  it('prints no cell, and lets no sum of cells be computed, that is small or changes by little', () => {
    fc.assert(
      fc.property(smallTables, (table) => {
        const hidden = suppressCells(table);
        const isSmall = (count: number): boolean => count !== 0 && Math.abs(count) < LEAST_COUNT.households;
        for (const [area, { parent }] of table.areas.entries()) {
          const sums = table.days.map((day) =>
            hidden.has(area)
              ? // what is left of a printed parent
                parent >= 0 && !hidden.has(parent)
                ? [...hidden]
                    .filter((other) => table.areas[other]?.parent === parent)
                    .reduce((total, other) => total + (day[other]?.[0] ?? 0), 0)
                : 0
              : (day[area]?.[0] ?? 0),
          );
          expect(sums.some(isSmall)).toBe(false);
          expect(isSmall((sums[1] ?? 0) - (sums[0] ?? 0))).toBe(false);
        }
      }),
      { seed: 529_901, numRuns: 500 },
    );
  });

  it('hides at a later day all that it hid at an earlier one', () => {
    fc.assert(
      fc.property(smallTables, (table) => {
        const later = suppressCells(table);
        for (const area of suppressCells({ ...table, days: table.days.slice(0, 1) }))
          expect(later.has(area)).toBe(true);
      }),
      { seed: 529_901, numRuns: 300 },
    );
  });
});

/** All ways to share two sums among so many villages. */
function* guessParts(
  villages: number,
  [parts, rests]: readonly [number, number],
): Generator<readonly (readonly [number, number])[]> {
  if (villages === 0) {
    if (parts === 0 && rests === 0) yield [];
    return;
  }
  for (let part = 0; part <= parts; part++)
    for (let rest = 0; rest <= rests; rest++)
      for (const others of guessParts(villages - 1, [parts - part, rests - rest])) yield [[part, rest], ...others];
}
