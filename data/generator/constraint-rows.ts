import type { ConstraintEffect, ConstraintKind } from '#core/county/kinds.ts';
import type { ConstraintRow, RiverRow } from '#core/county/things.ts';
import type { AreaGeometry } from '#core/geo/geometry.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { createBlob, moveByMeters } from './blob.ts';
import { COUNTY_GRID, cellCentre } from './grid.ts';
import type { Landscape } from './landscape.ts';
import { maskToPatches } from './mask-polygons.ts';
import { createRandom } from './random.ts';
import type { Regions } from './regions.ts';

const NAMES: Readonly<Record<ConstraintKind, string>> = {
  basic_farmland: '永久基本农田',
  ecological_redline: '生态保护红线',
  steep_slope: '25度以上坡地',
  river_channel: '河道管理范围',
  water_source: '饮用水水源保护区',
  fault_zone: '断裂带',
  mineral_overlap: '压覆矿产区',
  town_boundary: '城镇开发边界',
  village_boundary: '村庄建设边界',
};
const NAMES_EN: Readonly<Record<ConstraintKind, string>> = {
  basic_farmland: 'Permanent basic farmland',
  ecological_redline: 'Ecological redline',
  steep_slope: 'Slope over 25 degrees',
  river_channel: 'River channel',
  water_source: 'Water source protection',
  fault_zone: 'Fault zone',
  mineral_overlap: 'Mineral deposit',
  town_boundary: 'Town development boundary',
  village_boundary: 'Village building boundary',
};
const EFFECTS: Readonly<Record<ConstraintKind, ConstraintEffect>> = {
  basic_farmland: 'forbidden',
  ecological_redline: 'forbidden',
  steep_slope: 'forbidden',
  river_channel: 'forbidden',
  water_source: 'forbidden',
  fault_zone: 'argued',
  mineral_overlap: 'argued',
  town_boundary: 'hint',
  village_boundary: 'hint',
};
const SOURCES: Readonly<Record<ConstraintKind, readonly [source: string, on: string]>> = {
  basic_farmland: ['县“三区三线”划定成果（示例）', '2022-10-14'],
  ecological_redline: ['县“三区三线”划定成果（示例）', '2022-10-14'],
  steep_slope: ['由90米高程格网计算（示例）', '2023-12-31'],
  river_channel: ['县河道管理范围划定公告（示例）', '2021-06-30'],
  water_source: ['县集中式饮用水水源保护区划定方案（示例）', '2020-12-25'],
  fault_zone: ['1:20万区域地质图（示例）', '2015-05-01'],
  mineral_overlap: ['县矿产资源规划（示例）', '2021-12-31'],
  town_boundary: ['县“三区三线”划定成果（示例）', '2022-10-14'],
  village_boundary: ['村庄规划（示例）', '2023-06-30'],
};

/** 46.6 %, the tangent of 25 degrees. */
const STEEP_SLOPE = 0.466;
const REDLINE_METERS = 1130;
/** The high valleys with their settlements stay outside the redline. */
const REDLINE_ABOVE_STREAM_METERS = 45;

/** Constraint areas of all kinds, drawn from the terrain or around their places. */
export function createConstraintRows({
  seed,
  landscape,
  regions,
  rivers,
  occupied,
  embanked,
}: {
  seed: number;
  landscape: Landscape;
  regions: Regions;
  rivers: readonly RiverRow[];
  /** Cells that are built on. */
  occupied: Uint8Array;
  /** Cells at relocation sites: the river is kept within its walls there, and its channel area leaves them out. */
  embanked: Uint8Array;
}): ConstraintRow[] {
  const rows: ConstraintRow[] = [];
  const add = (kind: ConstraintKind, boundary: AreaGeometry): void => {
    const number = rows.filter((row) => row.kind === kind).length + 1;
    const [source, on] = SOURCES[kind];
    rows.push({
      code: `YS${String(rows.length + 1).padStart(4, '0')}`,
      name: `${NAMES[kind]}${number}`,
      nameEn: `${NAMES_EN[kind]} ${number}`,
      kind,
      effect: EFFECTS[kind],
      boundary,
      source,
      on,
    });
  };
  for (const [kind, patches] of terrainPatches({ landscape, regions, occupied, embanked }))
    for (const { boundary } of patches) add(kind, boundary);
  for (const [kind, boundary] of placedAreas(seed, regions, rivers)) add(kind, boundary);
  return rows;
}

function terrainPatches({
  landscape,
  regions,
  occupied,
  embanked,
}: {
  readonly landscape: Landscape;
  readonly regions: Regions;
  readonly occupied: Uint8Array;
  readonly embanked: Uint8Array;
}): (readonly [ConstraintKind, ReturnType<typeof maskToPatches>])[] {
  const isCounty = (cell: number): boolean => (regions.village[cell] as number) >= 0;
  const { slope, flatness, heightAboveStream, elevations, flow } = landscape;
  const isFarmland = (cell: number): boolean =>
    isCounty(cell) &&
    !occupied[cell] &&
    (slope[cell] as number) < 0.15 &&
    (flatness[cell] as number) > 0.34 &&
    (heightAboveStream[cell] as number) < 55 &&
    (flow.area[cell] as number) < 3000;
  const isHigh = (cell: number): boolean =>
    isCounty(cell) &&
    (elevations[cell] as number) > REDLINE_METERS &&
    (heightAboveStream[cell] as number) > REDLINE_ABOVE_STREAM_METERS &&
    !occupied[cell];
  const isSteep = (cell: number): boolean => isCounty(cell) && (slope[cell] as number) > STEEP_SLOPE;
  const isChannel = (cell: number): boolean =>
    isCounty(cell) &&
    !embanked[cell] &&
    [0, 1, -1, COUNTY_GRID.columns, -COUNTY_GRID.columns].some((offset) => (flow.area[cell + offset] ?? 0) > 7000);
  return [
    ['basic_farmland', maskToPatches(isFarmland, { minimumCells: 16, most: 320, rounds: 1 })],
    ['ecological_redline', maskToPatches(isHigh, { minimumCells: 260, most: 40, rounds: 4 })],
    ['steep_slope', maskToPatches(isSteep, { minimumCells: 45, most: 220, rounds: 2 })],
    ['river_channel', maskToPatches(isChannel, { minimumCells: 40, most: 60, rounds: 0 })],
  ];
}

function placedAreas(
  seed: number,
  regions: Regions,
  rivers: readonly RiverRow[],
): (readonly [ConstraintKind, AreaGeometry])[] {
  const random = createRandom(seed, 'constraints');
  const areas: (readonly [ConstraintKind, AreaGeometry])[] = [];
  const brooks = random.shuffle(rivers.filter(({ order }) => order <= 2)).slice(0, 9);
  for (const { line } of brooks) {
    const centre = line.coordinates[line.coordinates.length >> 1] as LonLat;
    areas.push([
      'water_source',
      createBlob(
        centre,
        { radiusMeters: random.between(350, 700), stretch: 1.5, direction: random.next() * 3 },
        random,
      ),
    ]);
  }
  areas.push(['fault_zone', createFault([107.24, 26.83], [107.72, 27.12])]);
  for (const centre of [
    [107.38, 27.06],
    [107.61, 26.9],
  ] as const) {
    areas.push(['mineral_overlap', createBlob(centre, { radiusMeters: 1500, stretch: 1.6, direction: 0.6 }, random)]);
  }
  for (const [i, seat] of regions.townSeats.entries()) {
    const radiusMeters = i === 0 ? 1900 : random.between(550, 900);
    areas.push([
      'town_boundary',
      createBlob(cellCentre(seat), { radiusMeters, stretch: 1.5, direction: 0.55 + random.next() * 0.4 }, random),
    ]);
  }
  for (const seat of regions.villageSeats.filter(
    (_, i) => i % 3 === 1 && !regions.townSeats.includes(regions.villageSeats[i] as number),
  )) {
    areas.push([
      'village_boundary',
      createBlob(
        cellCentre(seat),
        { radiusMeters: random.between(160, 280), stretch: 1.4, direction: random.next() * 3 },
        random,
      ),
    ]);
  }
  return areas;
}

/** A strip of 300 m to both sides of a gently bent line. */
function createFault(from: LonLat, to: LonLat): AreaGeometry {
  const line = [0, 0.2, 0.4, 0.6, 0.8, 1].map((t, i): LonLat => {
    const position: LonLat = [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
    return moveByMeters(position, i % 2 === 0 ? -250 : 250, i % 2 === 0 ? 420 : -420);
  });
  const side = (meters: number): LonLat[] =>
    line.map((position) => moveByMeters(position, -meters * 0.56, meters * 0.83));
  const ring = [...side(-300), ...side(300).reverse()];
  return { type: 'Polygon', coordinates: [[...ring, ring[0] as LonLat]] };
}
