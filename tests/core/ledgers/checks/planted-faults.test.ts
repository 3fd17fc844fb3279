import { describe, expect, it } from 'vitest';
import type { CountyRows } from '#core/county/county-rows.ts';
import type { AreaGeometry, LineGeometry } from '#core/geo/geometry.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { RULE_SEVERITIES } from '#core/ledgers/checks/rule-severities.ts';
import { IMPORT_RULES, type ImportRule, type RepairChoice } from '#core/ledgers/import-finding.ts';
import { type ListedKind, listOf } from '#core/ledgers/ledgers.ts';
import { text } from '#core/texts/text.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import {
  cellAt,
  checkTables,
  createMappedTable,
  exportLedger,
  type MappedTable,
  pickRows,
  repeatRow,
  setCell,
  setGeometry,
} from '#tests/support/checked-import.ts';

const whole = await loadSampleCounty();

/** The sample county with its first towns' households only: every check reads the whole county. */
const households = whole.households.slice(0, 6_000);
const known = new Set(households.map(({ code }) => code));
const sample: CountyRows = {
  ...whole,
  households,
  homesteads: whole.homesteads.filter(({ householdCode }) => known.has(householdCode)),
  ledgerRows: [],
};

/** Rows of a ledger that are enough to hide a fault among. */
const ROWS = 150;

/** The first rows of a ledger of the sample county as they would be exported. */
const take = (kind: ListedKind, count = ROWS): MappedTable =>
  exportLedger({ ...sample, [listOf(kind)]: sample[listOf(kind)].slice(0, count) }, kind);

const relocated = exportLedger(
  { ...sample, households: sample.households.filter(({ relocation }) => relocation?.siteCode).slice(0, ROWS) },
  'households',
);

/** Where the fault is, a fault put in on purpose, and what the check must say of it. */
interface Planted {
  readonly table: MappedTable;
  readonly rows?: CountyRows;
  /** Row of the finding as a person counts it; by default the sixth of the table. */
  readonly row?: number;
  readonly also?: readonly MappedTable[];
}

const AT = 5;
const rowAt = ({ table }: MappedTable, at = AT): number => table.rows[at]?.row ?? 0;
const within = (table: MappedTable): Planted => ({ table, row: rowAt(table) });
const change = (kind: ListedKind, field: string, cell: string | number | null): Planted =>
  within(setCell(take(kind), [AT, field], cell));

/** A surface with each of its rings changed. */
const mapOuter = (area: AreaGeometry, edit: (ring: readonly LonLat[]) => readonly LonLat[]): AreaGeometry =>
  area.type === 'Polygon'
    ? { type: 'Polygon', coordinates: area.coordinates.map((ring, index) => (index === 0 ? edit(ring) : ring)) }
    : {
        ...area,
        coordinates: area.coordinates.map((rings) => rings.map((ring, index) => (index === 0 ? edit(ring) : ring))),
      };

function editArea(
  kind: 'constraints' | 'areas',
  at: number,
  edit: (ring: readonly LonLat[]) => readonly LonLat[],
): Planted {
  const table = take(kind);
  const geometry = table.table.rows[at]?.geometry;
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') throw new Error('the row has a surface');
  return { table: setGeometry(table, at, mapOuter(geometry, edit)), row: rowAt(table, at) };
}

/** A village away from its town's border, so that moving one vertex concerns its neighbours alone. */
function editVillage(pull: number): Planted {
  const towns = new Map(sample.areas.filter(({ level }) => level === 'town').map((town) => [town.code, town.boundary]));
  const table = exportLedger(sample, 'areas');
  for (const [at, area] of sample.areas.entries()) {
    const parent = towns.get(area.parentCode ?? '');
    if (area.level !== 'village' || area.boundary.type !== 'Polygon' || parent === undefined) continue;
    const ring = area.boundary.coordinates[0] ?? [];
    const onParent = new Set(
      (parent.type === 'Polygon' ? parent.coordinates : parent.coordinates.flat()).flat().map(String),
    );
    const place = ring.findIndex(
      (position, index) =>
        index > 0 && [-1, 0, 1].every((step) => !onParent.has(String(ring[index + step]))) && position !== ring.at(-1),
    );
    if (place < 1) continue;
    const moved = ring.map(
      ([lon, lat], index): LonLat =>
        index === place ? [lon + pull * (area.seat[0] - lon), lat + pull * (area.seat[1] - lat)] : [lon, lat],
    );
    return { table: setGeometry(table, at, { type: 'Polygon', coordinates: [moved] }), row: rowAt(table, at) };
  }
  throw new Error('the sample county has villages inside their towns');
}

/** A new road beside one that is there. */
const newRoad = (line: readonly LonLat[]): MappedTable => ({
  ...createMappedTable('segments', ['code', 'roadClass'], [['LD99999', '村道']], {
    mapping: { position: { kind: 'geometry' } },
  }),
  table: {
    ...createMappedTable('segments', ['code', 'roadClass'], [['LD99999', '村道']]).table,
    rows: [{ row: 2, cells: ['LD99999', '村道'], geometry: { type: 'LineString', coordinates: line } }],
  },
});

const segment = sample.segments.find(({ line }) => line.coordinates.length > 3)?.line as LineGeometry;

/** A dead end some metres short of the middle of a road, far from other roads' ends. */
function roadShortOf(): MappedTable {
  const middle = Math.floor(segment.coordinates.length / 2);
  const [a = [0, 0], b = [0, 0]] = [segment.coordinates[middle - 1], segment.coordinates[middle]];
  const [mx, my] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  // a few metres beside the road, then a few hundred away from it
  const at = (meters: number): LonLat => [
    mx - (dy / length) * (meters / 111_320),
    my + (dx / length) * (meters / 111_320),
  ];
  return newRoad([at(300), at(5)]);
}

const total = (kind: ListedKind, field: string, add: number): Planted => {
  const table = take(kind);
  const sum = table.table.rows.reduce((all, _, at) => all + Number(cellAt(table, at, field) ?? 0), 0);
  const cells = table.table.columns.map((_, column) => (column === table.mapping.columns[field] ? sum + add : null));
  return { table: { ...table, table: { ...table.table, totals: [{ row: 999, cells, geometry: null }] } }, row: 999 };
};

const reported = (value: number, explanation: string | null) =>
  createMappedTable(
    'reported_totals',
    ['areaCode', 'subject', 'value', 'unit', 'on', 'recipient', 'signedBy', 'explanation'],
    [
      ['529901', '搬迁户数', 2895, '户', '2026-06-30', '市发展改革委', '县长', null],
      ['529901', '搬迁户数', value, '户', '2026-09-30', '市发展改革委', '县长', explanation],
    ],
  );

/** New schools some 50 m north of services that are there. */
function newSchools(): MappedTable {
  const columns = ['name', 'areaCode', 'kind', 'east', 'north'];
  const rows = sample.services
    .slice(0, 8)
    .map(({ position: [lon, lat], areaCode }, index) => [`新${index}号学校`, areaCode, '学校', lon, lat + 0.0005]);
  const position = { kind: 'two_columns', first: 3, second: 4 } as const;
  const { table, mapping } = createMappedTable('services', columns, rows, { mapping: { position } });
  // columns of coordinates are no fields of the ledger: the tests reach them by these names
  return { table, mapping: { ...mapping, columns: { ...mapping.columns, east: 3, north: 4 } } };
}

const village = sample.areas.find(({ level }) => level === 'village');
const household = sample.households[AT]?.code ?? '';

const PLANTED: Readonly<Record<ImportRule, () => Planted>> = {
  required_missing: () => within(setCell(newSchools(), [AT, 'name'], null)),
  number_unreadable: () => change('households', 'people', '若干'),
  number_out_of_range: () => change('households', 'people', 400),
  date_unreadable: () => change('hazards', 'struckOffOn', '前年冬天'),
  date_in_future: () => change('sites', 'water', '2027-05-01'),
  choice_unknown: () => change('segments', 'surface', '琉璃瓦'),
  boolean_unreadable: () => change('households', 'safeWater', '看情况'),
  code_malformed: () =>
    within(
      setCell(setCell(take('settlements', 12), [AT, 'code'], '529901001001X'), [AT, 'villageCode'], '529901001001'),
    ),
  code_from_number: () => {
    const table = take('homesteads');
    const place = [AT, 'householdCode'] as const;
    return within(setCell(table, place, `${cellAt(table, AT, 'householdCode')}.0`));
  },
  code_unknown: () => change('services', 'areaCode', '529901001999'),
  code_of_other_kind: () => change('homesteads', 'householdCode', sample.settlements[0]?.code ?? ''),
  name_differs_from_code: () => change('settlements', 'villageName', '别处村'),
  name_ambiguous: () => {
    const twins = {
      ...sample,
      settlements: sample.settlements.map((each, index) => (index < 2 ? { ...each, name: '同名组' } : each)),
    };
    const table = createMappedTable(
      'households',
      ['villageCode', 'settlementName', 'people'],
      [[sample.settlements[0]?.villageCode ?? '', '同名组', 3]],
    );
    return { table, rows: twins, row: 2 };
  },
  text_damaged: () => change('services', 'name', '锟斤拷学校'),
  duplicate_in_file: () => {
    const table = repeatRow(take('households'), AT);
    return { table, row: rowAt(table, ROWS) };
  },
  same_person_twice: () => {
    const table = take('households');
    return {
      table: { ...table, table: { ...table.table, samePersons: [[rowAt(table, 2), rowAt(table)]] } },
      row: rowAt(table),
    };
  },
  household_split: () =>
    within(setCell(setCell(take('households'), [2, 'registeredHousehold'], 'H-7'), [AT, 'registeredHousehold'], 'H-7')),
  household_in_two_sites: () => {
    const site = cellAt(relocated, AT, 'siteCode');
    const other = sample.sites.find(({ code }) => code !== site)?.code ?? '';
    const table = repeatRow(relocated, AT);
    return { table: setCell(table, [ROWS, 'siteCode'], other), row: rowAt(table, ROWS) };
  },
  people_differ_from_members: () =>
    within(setCell(take('households'), [AT, 'members'], Number(sample.households[AT]?.people) + 1)),
  causes_do_not_add_up: () => {
    const table = createMappedTable(
      'ledger_rows',
      ['source', 'rowNumber', 'villageCode', 'values'],
      [1, 2, 3].map((n) => [
        '原因汇总',
        n,
        village?.code ?? '',
        JSON.stringify({ households: 10, cause_illness: 4, cause_other: n === 2 ? 5 : 6 }),
      ]),
    );
    return { table, row: 3 };
  },
  capacity_exceeded: () => {
    const index = sample.sites.findIndex(({ code }) => code === cellAt(relocated, 0, 'siteCode'));
    return { table: setCell(take('sites'), [index, 'capacityHouseholds'], 1), row: rowAt(take('sites'), index) };
  },
  position_missing: () => within(setCell(setCell(newSchools(), [AT, 'east'], null), [AT, 'north'], null)),
  position_unreadable: () =>
    within(
      createMappedTable(
        'services',
        ['code', 'at'],
        sample.services
          .slice(0, 8)
          .map(({ code, position }, index) => [code, index === AT ? '107.30.36' : position.join(', ')]),
        { mapping: { position: { kind: 'one_column', column: 1 } } },
      ),
    ),
  axes_swapped: () => {
    const table = take('services');
    const geometry = table.table.rows[AT]?.geometry;
    const [lon, lat] = geometry?.type === 'Point' ? geometry.coordinates : [0, 0];
    return within(setGeometry(table, AT, { type: 'Point', coordinates: [lat, lon] }));
  },
  outside_county: () => within(setGeometry(take('services'), AT, { type: 'Point', coordinates: [104.1, 30.6] })),
  outside_village: () => {
    const table = take('services', 400);
    const [own] = [sample.services[AT]];
    const other = sample.areas.find(
      ({ level, code }) => level === 'village' && !code.startsWith(own?.areaCode.slice(0, 9) ?? ''),
    );
    return { table: setGeometry(table, AT, { type: 'Point', coordinates: other?.seat ?? [0, 0] }), row: rowAt(table) };
  },
  geometry_wrong_kind: () => {
    const table = take('services');
    const constraint = sample.constraints[0]?.boundary ?? null;
    return within(setGeometry(table, AT, constraint));
  },
  ring_open: () => editArea('constraints', AT, (ring) => ring.slice(0, -1)),
  self_crossing: () =>
    editArea('constraints', AT, (ring) => {
      const [lon = 0, lat = 0] = ring[0] ?? [];
      const [w, s, e, n] = [lon, lat, lon + 0.002, lat + 0.002];
      return [
        [w, s],
        [e, n],
        [e, s],
        [w, n],
        [w, s],
      ];
    }),
  no_length: () =>
    within(
      setGeometry(take('segments'), AT, {
        type: 'LineString',
        coordinates: [
          [107.5, 27],
          [107.5, 27],
        ],
      }),
    ),
  sliver: () => {
    const table = take('constraints');
    const geometry = table.table.rows[AT]?.geometry;
    if (geometry?.type !== 'Polygon') throw new Error('the row has a polygon');
    const [lon, lat] = geometry.coordinates[0]?.[0] ?? [0, 0];
    const thin: LonLat[] = [
      [lon, lat + 0.05],
      [lon + 0.01, lat + 0.05],
      [lon + 0.01, lat + 0.050001],
      [lon, lat + 0.050001],
      [lon, lat + 0.05],
    ];
    return within(setGeometry(table, AT, { type: 'MultiPolygon', coordinates: [geometry.coordinates, [thin]] }));
  },
  areas_overlap: () => editVillage(-0.3),
  areas_gap: () => editVillage(0.3),
  road_end_unjoined: () => ({ table: roadShortOf(), row: 2 }),
  segment_doubled: () => ({ table: newRoad(segment.coordinates), row: 2 }),
  totals_differ: () => total('households', 'people', 3),
  reported_total_differs: () => ({ table: reported(117, null), row: 3 }),
  removed_but_needed: () => {
    const exported = exportLedger(sample, 'hazards');
    const needed = sample.households.find(({ hazardCode }) => hazardCode !== null)?.hazardCode;
    const table = pickRows(exported, ({ cells }) => cells[exported.mapping.columns.code ?? 0] !== needed);
    return { table: { ...table, mapping: { ...table.mapping, mode: 'replace' } }, row: 0 };
  },
};

describe('a fault put into the sample county on purpose', () => {
  it.each(IMPORT_RULES)('%s is found where it is, and nothing else', (rule) => {
    const { table, rows = sample, row, also = [] } = PLANTED[rule]();
    const { findings, ...result } = checkTables(rows, [table, ...also]);
    expect(findings.map((finding) => [finding.rule, finding.row, finding.severity])).toEqual([
      [rule, row ?? 2, RULE_SEVERITIES[rule]],
    ]);
    const isError = RULE_SEVERITIES[rule] === 'error';
    expect([result.rowsHeld, result.tableErrors]).toEqual([isError && row !== 0 ? 1 : 0, isError && row === 0 ? 1 : 0]);
    expect(result.rowsWritten + result.rowsUnchanged + result.rowsHeld + result.rowsLeftOut).toBe(result.rowsRead);
  });

  it.each(IMPORT_RULES)('%s does not hold anything any more when its rows are left out', (rule) => {
    const { table, rows = sample } = PLANTED[rule]();
    const repairs: readonly RepairChoice[] = [{ rule, file: 0, table: 0, row: null, repair: { kind: 'leave_out' } }];
    const result = checkTables(rows, [table], { repairs });
    expect([result.rowsHeld, result.tableErrors]).toEqual([0, 0]);
    expect(
      result.findings.filter(
        (finding) => finding.rule === rule && finding.settledBy === null && finding.severity === 'error',
      ),
    ).toEqual([]);
  });

  it('is said in both languages', () => {
    for (const rule of IMPORT_RULES) {
      for (const language of ['zh', 'en'] as const) {
        expect(
          text(language, 'importRules', `rule_${rule}`, { field: 'F', width: 10, got: 'G', expected: 'E', code: 'C' }),
        ).not.toMatch(/[{}]/);
        expect(text(language, 'importRules', `about_${rule}`).length).toBeGreaterThan(3);
      }
    }
  });
});

describe('a repair', () => {
  const settle = (rule: ImportRule, repair: RepairChoice['repair'] = { kind: 'proposed' }) => {
    const { table, rows = sample } = PLANTED[rule]();
    return checkTables(rows, [table], { repairs: [{ rule, file: 0, table: 0, row: null, repair }] });
  };

  it('puts back what was swapped, closed rings and crossings', () => {
    for (const rule of ['axes_swapped', 'ring_open'] as const) {
      const result = settle(rule);
      expect(result.findings[0]?.settledBy?.kind).toBe(rule === 'axes_swapped' ? 'swap_axes' : 'mend_geometry');
      expect(result.rowsUnchanged).toBe(result.rowsRead);
    }
    const untied = settle('self_crossing').differences[0];
    expect(untied).toMatchObject({ kind: 'changed', geometryChanged: true });
  });

  it('joins the end of a road to the road that it misses', () => {
    const result = settle('road_end_unjoined');
    const [road] = result.change.upserts.segments ?? [];
    const again = checkTables({ ...sample, segments: [...sample.segments, ...(road ? [road] : [])] }, [roadShortOf()]);
    expect(again.findings.filter(({ rule }) => rule === 'road_end_unjoined')).toHaveLength(1);
    expect(result.findings.map(({ settledBy }) => settledBy?.kind)).toEqual(['mend_geometry']);
    expect(road?.line.coordinates).not.toEqual(roadShortOf().table.rows[0]?.geometry);
  });

  it('takes a value that a person typed, when the field can hold it', () => {
    const set = (value: number) => settle('number_unreadable', { kind: 'set', field: 'people', value });
    expect(set(Number(sample.households[AT]?.people)).rowsUnchanged).toBe(ROWS);
    expect(set(400).rowsHeld).toBe(1);
  });

  it('finds the nearest name and the nearest code', () => {
    const known = village?.name ?? '';
    const written = `${known.slice(0, -2)}某${known.slice(-1)}`;
    const table = createMappedTable(
      'settlements',
      ['name', 'townName', 'villageName', 'lon', 'lat'],
      [
        [
          '新组',
          sample.areas.find(({ code }) => code === village?.parentCode)?.name ?? '',
          written,
          ...(village?.seat ?? [0, 0]),
        ],
      ],
      { mapping: { position: { kind: 'two_columns', first: 3, second: 4 } } },
    );
    const [finding] = checkTables(sample, [table]).findings;
    expect(finding).toMatchObject({ rule: 'code_unknown', field: 'villageName', got: written });
    expect(finding?.expected.split('、')).toContain(known);
    const repaired = checkTables(sample, [table], {
      repairs: [
        {
          rule: 'code_unknown',
          file: 0,
          table: 0,
          row: 2,
          repair: { kind: 'set', field: 'villageName', value: known },
        },
      ],
    });
    expect(repaired.change.upserts.settlements?.[0]?.villageCode).toBe(village?.code);
    const typo = setCell(take('homesteads', 10), [AT, 'householdCode'], household.replace(/.$/, 'x'));
    expect(checkTables(sample, [typo]).findings[0]?.rule).toBe('code_unknown');
  });

  it('keeps what is needed when its removal is given up', () => {
    const result = settle('removed_but_needed');
    expect(result.change.removed).toEqual({});
  });

  it('does not ask why a reported total differs that says so', () => {
    expect(checkTables(sample, [reported(117, '重新核查后剔除重复')]).findings).toEqual([]);
  });
});
