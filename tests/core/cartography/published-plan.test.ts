import { describe, expect, it } from 'vitest';
import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import { buildFeatures } from '#core/cartography/features/build-features.ts';
import { listLegend } from '#core/cartography/list-legend.ts';
import type { FeatureLayer } from '#core/cartography/map-definition.ts';
import { createTable } from '#core/cartography/sheet/list-tables.ts';
import type { County } from '#core/county/county.ts';
import type { IsoDate } from '#core/county/dates.ts';
import type { MapKind } from '#core/county/kinds.ts';
import type { PlanEdit, PlanRow } from '#core/county/plan.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createPlannedContext } from '#core/planning/planned-context.ts';
import { numberCommands } from '#tests/support/plan-commands.ts';
import { composeTinySheet, listTexts } from '#tests/support/sheets.ts';
import { COUNTY, EAST_TOWN, VILLAGES } from '#tests/support/tiny/areas.ts';
import { createTinyCounty, createTinyCountyRows } from '#tests/support/tiny-county.ts';

const [, , SOUTH_EAST] = VILLAGES;
const [came] = createTinyCountyRows().plans as [PlanRow];
const BEFORE = '2026-11-19';
const PUBLISHED = '2026-11-20';

const EDITS: readonly PlanEdit[] = [
  {
    kind: 'place_site',
    input: { siteCode: 'FA2-S1', name: '云台新点', position: [107.532, 27.0145], capacityHouseholds: 8 },
  },
  {
    kind: 'assess_site',
    input: { siteCode: 'FA2-S1', number: '灾评〔2026〕9号', on: '2026-10-01', conclusion: '适宜建设' },
  },
  { kind: 'assign_settlement', input: { settlementCode: '529902102201002', siteCode: 'FA2-S1' } },
  { kind: 'close_site', input: { siteCode: 'site-2' } },
  { kind: 'harden_segment', input: { segmentCode: 'seg-10', year: 2026 } },
  {
    kind: 'add_segment',
    input: {
      segmentCode: 'FA2-R1',
      line: {
        type: 'LineString',
        coordinates: [
          [107.51, 27.015],
          [107.53, 27.015],
        ],
      },
      roadClass: 'C',
      roadFunction: 'group_access',
      surface: 'cement_concrete',
      widthMeters: 4.5,
      year: 2027,
    },
  },
  {
    kind: 'place_park',
    input: {
      parkCode: 'FA2-P1',
      name: '云台园',
      kind: 'agricultural_park',
      product: '茶叶',
      position: [107.531, 27.014],
      jobs: 20,
    },
  },
  {
    kind: 'place_service',
    input: { serviceCode: 'FA2-V1', name: '云台卫生室', kind: 'clinic', position: [107.531, 27.0141] },
  },
];

const COUNTY_WITH_PLAN: County = createTinyCounty({
  plans: [
    came,
    {
      code: 'FA2',
      name: '安置优化方案',
      nameEn: 'Better Homes',
      status: 'published',
      publishedOn: PUBLISHED,
      commands: numberCommands(EDITS),
      schedule: [],
      baseRevision: 7,
      basedOn: null,
    },
  ],
});

const show = (map: MapKind, asOf: IsoDate, areaCode = COUNTY) => {
  const context = createPlannedContext(COUNTY_WITH_PLAN, asOf);
  const definition = createMapDefinition({ context, map, areaCode, palette: 'paper', language: 'zh' });
  const get = (layer: FeatureLayer) => buildFeatures({ context, layer, areaCode, language: 'zh' });
  const layers = Object.values(definition.sources).flatMap((source) =>
    source.kind === 'features' ? [source.layer] : [],
  );
  const legend = listLegend(definition, Object.fromEntries(layers.map((layer) => [layer, get(layer)])));
  const properties = (layer: FeatureLayer, code: string) =>
    get(layer).features.find((feature) => feature.properties.code === code)?.properties;
  const table = (name: 'sites' | 'measures_by_year' | 'parks' | 'road_programme') =>
    createTable(name, { context, area: context.scope(areaCode).area, language: 'zh' }, definition.rankedBy);
  return {
    definition,
    get,
    properties,
    table,
    legendIds: legend.flatMap(({ entries }) => entries.map(({ id }) => id)),
  };
};

const PLAN_MARKS = ['site-placed', 'site-closed', 'programme-new', 'services-planned', 'parks-planned'];

describe('maps of a published plan', () => {
  it.each([COUNTY, EAST_TOWN, SOUTH_EAST])('shows the measures of the plan on the map of %s', (areaCode) => {
    const map = show('measures', PUBLISHED, areaCode);
    expect(map.properties('sites', 'FA2-S1')).toMatchObject({ plan: 'placed', quarters: '0', assessed: true });
    const flows = map.get('flows').features.map(({ properties }) => properties.siteCode);
    expect(flows).toContain('FA2-S1');
    expect(flows).not.toContain('site-2');
    expect(map.legendIds).toContain('site-placed');
    expect(map.definition.notes[0]).toBe('按《安置优化方案》（编号FA2，2026年11月20日发布，依据数据版本7）。');
  });

  it('says how much of the plan does not fit the data any more', () => {
    const gone: PlanEdit = { kind: 'harden_segment', input: { segmentCode: 'seg-gone', year: 2027 } };
    const first: PlanRow = {
      ...came,
      code: 'FA2',
      name: '方案二',
      publishedOn: PUBLISHED,
      baseRevision: 7,
      basedOn: came.code,
      commands: numberCommands([gone]),
    };
    const second: PlanRow = {
      ...first,
      code: 'FA3',
      basedOn: 'FA2',
      commands: numberCommands([{ ...gone }, EDITS[3] as PlanEdit]),
    };
    const county = createTinyCounty({ plans: [came, { ...first, status: 'superseded' }, second] });
    const { notes } = createMapDefinition({
      context: createPlannedContext(county, PUBLISHED),
      map: 'measures',
      areaCode: COUNTY,
      language: 'zh',
      palette: 'light',
    });
    expect(notes[1]).toBe('方案有2项改动与现在的数据不符，未计入本图，明细见规划页。');
  });

  it('draws new roads in their year, hollow, and hardened ones in theirs', () => {
    const { properties, legendIds, definition } = show('measures', PUBLISHED);
    expect(properties('segments', 'FA2-R1')).toMatchObject({ plannedYear: 2027, isNew: true, progress: 'not_begun' });
    expect(properties('segments', 'seg-10')).toMatchObject({ plannedYear: 2026, isNew: false });
    expect(legendIds).toContain('programme-new');
    expect(definition.layers.map(({ id }) => id)).toContain('programme-new');
  });

  it('tells closed sites from new ones, with who answers for them and by when', () => {
    const { properties, table, legendIds } = show('measures', PUBLISHED);
    const { deadline } = COUNTY_WITH_PLAN.campaign;
    expect(properties('sites', 'site-2')).toMatchObject({ plan: 'closed' });
    expect(properties('sites', 'FA2-S1')?.deadline).toBe(deadline);
    expect(properties('sites', 'FA2-S1')?.department).toBe('县自然资源局');
    expect(legendIds).toContain('site-closed');
    const rows = table('sites')?.rows ?? [];
    expect(rows.find(([name]) => name === '云台新点')).toEqual([
      '云台新点',
      '方案新增',
      expect.stringMatching(/^\d+ \/ 8$/),
      '县自然资源局',
      deadline,
    ]);
    expect(rows.filter(([, stage]) => String(stage).startsWith('方案关闭'))).toHaveLength(1);
  });

  it('counts the works of the plan among the measures, by year', () => {
    const [before, after] = [show('measures', BEFORE), show('measures', PUBLISHED)].map(({ table }) =>
      table('measures_by_year'),
    );
    expect(before?.rows.map(([name]) => name)).not.toContain('其中方案新增');
    const wan = (cell: unknown) => Number(String(cell).replaceAll(',', '').replace('—', '0'));
    const plan = after?.rows[1] ?? [];
    expect(plan[0]).toBe('其中方案新增');
    const column = (title: string) => after?.columns.findIndex((one) => one.title === title) ?? -1;
    const was = (title: string) => before?.columns.findIndex((one) => one.title === title) ?? -1;
    expect(wan(plan[column('2027年')])).toBeGreaterThan(0);
    expect(wan(plan[column('2026年')])).toBeGreaterThan(0);
    expect(wan(after?.rows[0]?.[column('计划')])).toBeCloseTo(
      wan(before?.rows[0]?.[was('计划')]) + wan(plan[column('计划')]),
      -0.5,
    );
  });

  it('shows the park and the service of the plan', () => {
    const county = show('industry', PUBLISHED);
    expect(county.properties('parks', 'FA2-P1')).toMatchObject({ isPlanned: true, label: '云台园' });
    expect(county.legendIds).toContain('parks-planned');
    expect(county.table('parks')?.rows.map(([name]) => name)).toContain('云台园（方案新增）');
    const town = show('industry', PUBLISHED, EAST_TOWN);
    expect(town.legendIds).toContain('services-planned');
    expect(town.definition.notes[0]).toContain('按《安置优化方案》');
  });

  it('prints what the screen shows', () => {
    const context = createPlannedContext(COUNTY_WITH_PLAN, PUBLISHED);
    const texts = listTexts(composeTinySheet({ map: 'measures', asOf: PUBLISHED }, context).items).map(
      ({ text }) => text,
    );
    const whole = texts.join('');
    for (const word of [
      '云台新点',
      '方案新增',
      '方案关闭（不再安置）',
      '方案新建道路（颜色为年度）',
      '按《安置优化方案》',
    ]) {
      expect(whole).toContain(word);
    }
  });

  it.each(['measures', 'industry', 'progress', 'targets'] as const)('leaves map %s alone the day before', (map) => {
    const plain = createIndicatorContext(createTinyCounty(), BEFORE);
    for (const areaCode of [COUNTY, EAST_TOWN, SOUTH_EAST]) {
      const shown = show(map, BEFORE, areaCode);
      const expected = createMapDefinition({ context: plain, map, areaCode, palette: 'paper', language: 'zh' });
      expect(shown.definition).toEqual(expected);
      for (const layer of ['sites', 'flows', 'segments', 'parks', 'services'] as const) {
        expect(shown.get(layer)).toEqual(buildFeatures({ context: plain, layer, areaCode, language: 'zh' }));
      }
      expect(shown.legendIds.filter((id) => PLAN_MARKS.includes(id))).toEqual([]);
    }
  });
});
