import { describe, expect, it } from 'vitest';
import { geodesicAreaSquareMeters } from '#core/geo/geodesic-area.ts';
import type { AreaGeometry } from '#core/geo/geometry.ts';
import { findLongestNeighbour } from '#core/ledgers/checks/rules/mend-borders.ts';
import type { ImportRule, RepairChoice } from '#core/ledgers/import-finding.ts';
import { checkTables, exportLedger, setGeometry } from '#tests/support/checked-import.ts';
import { createBox, VILLAGES } from '#tests/support/tiny/areas.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const tiny = createTinyCountyRows();
const [SOUTH_WEST, NORTH_WEST, , NORTH_EAST] = VILLAGES;
/** 0.0001 degrees of latitude are 11.08 m at 27 N, 0.00005 are 5.54 m; a village is 1,984.6 m wide. */
const NARROW = 0.00005;
const WIDE = 0.00025;

/** The ledger of areas with some villages drawn anew, checked; each finding with whether it can be mended. */
function check(borders: Readonly<Record<string, AreaGeometry>>, ...rules: readonly ImportRule[]) {
  const exported = exportLedger(tiny, 'areas');
  const drawn = Object.entries(borders).reduce(
    (table, [code, border]) =>
      setGeometry(
        table,
        tiny.areas.findIndex((area) => area.code === code),
        border,
      ),
    exported,
  );
  const proposed = { kind: 'proposed' } as const;
  const repairs = rules.map((rule): RepairChoice => ({ rule, file: 0, table: 0, row: null, repair: proposed }));
  const { findings, change } = checkTables(tiny, [drawn], { repairs });
  return {
    found: findings.map(({ rule: of, code, got, repairs: [first], settledBy }) => [
      of,
      code,
      got.replace(/^.*\d{12}, /, ''),
      (settledBy ?? first)?.kind ?? null,
      settledBy !== null,
    ]),
    areas: change.upserts.areas ?? [],
  };
}

const southOf = (north: number): AreaGeometry => createBox(107.5, 27, 107.52, north);
const northOf = (south: number): AreaGeometry => createBox(107.5, south, 107.52, 27.02);
const surface = geodesicAreaSquareMeters(northOf(27.01));

describe('borders of areas drawn twice', () => {
  it('overlap in a narrow strip that is cut from the later one, which then is as it was', () => {
    const borders = { [NORTH_WEST]: northOf(27.01 - NARROW) };
    const finding = ['areas_overlap', NORTH_WEST, '1.10 ha, < 10 m', 'mend_geometry'];
    expect(check(borders).found).toEqual([[...finding, false]]);
    expect(check(borders).areas).toHaveLength(1);
    expect(check(borders, 'areas_overlap')).toEqual({ found: [[...finding, true]], areas: [] });
  });

  it('leave a narrow strip to nobody that is given to the one that was drawn', () => {
    const borders = { [NORTH_WEST]: northOf(27.01 + NARROW) };
    const finding = ['areas_gap', NORTH_WEST, '1.10 ha, < 10 m', 'mend_geometry'];
    expect(check(borders).found).toEqual([[...finding, false]]);
    const { found, areas } = check(borders, 'areas_gap');
    expect(found).toEqual([[...finding, true]]);
    // the strip keeps its corners, so the row changes although its surface does not
    const [before] = tiny.areas.filter(({ code }) => code === NORTH_WEST);
    for (const { boundary } of areas)
      expect(geodesicAreaSquareMeters(boundary)).toBeCloseTo(geodesicAreaSquareMeters(before?.boundary ?? boundary), 0);
  });

  it('are mended one after the other where the same row overlaps and leaves a gap', () => {
    const crooked: AreaGeometry = {
      type: 'Polygon',
      coordinates: [
        [
          [107.5, 27.01],
          [107.505, 27.01 - NARROW],
          [107.515, 27.01 + NARROW],
          [107.52, 27.01],
          [107.52, 27.02],
          [107.5, 27.02],
          [107.5, 27.01],
        ],
      ],
    };
    const found = [
      ['areas_overlap', NORTH_WEST, '0.28 ha, < 10 m', 'mend_geometry'],
      ['areas_gap', NORTH_WEST, '0.27 ha, < 10 m', 'mend_geometry'],
    ];
    const borders = { [NORTH_WEST]: crooked };
    expect(check(borders).found).toEqual(found.map((finding) => [...finding, false]));
    const { found: mended, areas } = check(borders, 'areas_overlap', 'areas_gap');
    expect(mended).toEqual(found.map((finding) => [...finding, true]));
    for (const { boundary } of areas) expect(geodesicAreaSquareMeters(boundary)).toBeCloseTo(surface, 0);
  });

  it('stay as they are drawn where they are wider: somebody must say what was meant', () => {
    expect(check({ [NORTH_WEST]: northOf(27.01 - WIDE) }, 'areas_overlap').found).toEqual([
      ['areas_overlap', NORTH_WEST, '5.50 ha', null, false],
    ]);
    expect(check({ [SOUTH_WEST]: southOf(27.01 - WIDE) }, 'areas_gap').found).toEqual([
      ['areas_gap', SOUTH_WEST, '5.50 ha', null, false],
    ]);
  });

  it('are found where one area is drawn over its neighbour with the very same corners, with the half that is then left to nobody', () => {
    const hectares = (geodesicAreaSquareMeters(southOf(27.01)) / 10_000).toFixed(2);
    expect(check({ [NORTH_WEST]: southOf(27.01) }).found.map(([rule, code, got]) => [rule, code, got])).toEqual(
      expect.arrayContaining([
        ['areas_overlap', NORTH_WEST, `${hectares} ha`],
        ['areas_gap', NORTH_WEST, `${(surface / 10_000).toFixed(2)} ha`],
      ]),
    );
  });

  it('leave a gap on one side where villages were moved by 3 m against their town, though their surface is the same', () => {
    const east = 0.00003;
    const { found } = check({
      [SOUTH_WEST]: createBox(107.5 + east, 27, 107.52 + east, 27.01),
      [NORTH_WEST]: createBox(107.5 + east, 27.01, 107.52 + east, 27.02),
    });
    // 2.97 m wide, 2,216 m long
    expect(found).toEqual([
      ['areas_overlap', SOUTH_WEST, '0.33 ha, < 10 m', 'mend_geometry', false],
      ['areas_gap', SOUTH_WEST, '0.66 ha, < 10 m', 'mend_geometry', false],
      ['areas_overlap', NORTH_WEST, '0.33 ha, < 10 m', 'mend_geometry', false],
    ]);
  });

  it('name no gap where a village of the next town reaches over the line of towns: nothing is left to nobody', () => {
    const east = 0.00003;
    const { found } = check({
      [NORTH_WEST]: createBox(107.5, 27.01, 107.52 - east, 27.02),
      [NORTH_EAST]: createBox(107.52 - east, 27.01, 107.54, 27.02),
    });
    expect(found).toEqual([]);
  });

  it('name the narrow and the wide gap of one town apart', () => {
    const notched: AreaGeometry = {
      type: 'Polygon',
      coordinates: [
        [
          [107.5, 27.01 + NARROW],
          [107.51, 27.01 + NARROW],
          [107.51, 27.01],
          [107.512, 27.01],
          [107.512, 27.01 + WIDE],
          [107.52, 27.01 + WIDE],
          [107.52, 27.02],
          [107.5, 27.02],
          [107.5, 27.01 + NARROW],
        ],
      ],
    };
    expect(check({ [NORTH_WEST]: notched }, 'areas_gap').found).toEqual([
      ['areas_gap', NORTH_WEST, '0.55 ha, < 10 m', 'mend_geometry', true],
      ['areas_gap', NORTH_WEST, '2.20 ha', null, false],
    ]);
  });
});

describe('findLongestNeighbour', () => {
  it('is the one with the longest common edge, none where nothing touches', () => {
    const strip = createBox(107.5, 27.01, 107.52, 27.0101);
    const beside = { boundary: createBox(107.5, 27, 107.52, 27.01) };
    const half = { boundary: createBox(107.505, 27.0101, 107.52, 27.02) };
    const atEnd = { boundary: createBox(107.52, 27, 107.54, 27.02) };
    const far = { boundary: createBox(107.6, 27, 107.61, 27.02) };
    expect(findLongestNeighbour(strip, [far, atEnd, half, beside])).toBe(beside);
    expect(findLongestNeighbour(strip, [far])).toBeUndefined();
  });
});
