import { describe, expect, it } from 'vitest';
import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import { buildFeatures } from '#core/cartography/features/build-features.ts';
import { FEATURE_LAYERS } from '#core/cartography/map-definition.ts';
import { composeSheet } from '#core/cartography/sheet/compose-sheet.ts';
import {
  createCellTable,
  getCountyDisclosure,
  listReleases,
} from '#core/cartography/sheet/edition/county-disclosure.ts';
import { createEditionView } from '#core/cartography/sheet/edition/create-edition-view.ts';
import { PUBLIC_STATISTICS, type PublicStatisticName } from '#core/cartography/sheet/edition/public-figures.ts';
import { createPublicTable } from '#core/cartography/sheet/edition/public-tables.ts';
import { DEFAULT_SHEET_OPTIONS } from '#core/cartography/sheet/sheet-spec.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { MAP_KINDS } from '#core/county/kinds.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext, type IndicatorContext } from '#core/indicators/context.ts';
import { INDICATOR_CODES, type IndicatorCode } from '#core/indicators/figure.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { createSheetSpec, listTexts, measurePlainly } from '../../../../support/sheets.ts';

const sample = createIndicatorContext(buildCounty(await loadSampleCounty(), 1));
const { county } = sample;
const NAMES = Object.keys(PUBLIC_STATISTICS) as PublicStatisticName[];
const publicView = (context: IndicatorContext) =>
  createEditionView(context, { edition: 'public', language: 'zh', options: DEFAULT_SHEET_OPTIONS });

describe('PUBLIC_STATISTICS', () => {
  it.each(NAMES)('add up from villages to towns and the county: %s', (name) => {
    const table = createCellTable(sample, PUBLIC_STATISTICS[name], listReleases(county));
    for (const [index] of table.areas.entries()) {
      const children = table.areas.flatMap(({ parent }, child) => (parent === index ? [child] : []));
      if (children.length === 0) continue;
      for (const day of table.days)
        expect(
          table.columns.map((_, column) => children.reduce((sum, child) => sum + (day[child]?.[column] ?? 0), 0)),
        ).toEqual(day[index]);
    }
  });

  it('leave no figure of households and people outside that is printed all the same', () => {
    const view = publicView(sample);
    for (const code of INDICATOR_CODES) {
      const { countUnit, pair } = computeFigure(sample, code, county.code, { parts: false });
      const isCounted = countUnit === 'households' || countUnit === 'people' || pair !== null;
      if (isCounted && view.allowsFigure(code))
        expect(NAMES.some((name) => (PUBLIC_STATISTICS[name].figures as readonly IndicatorCode[]).includes(code))).toBe(
          true,
        );
    }
  });
});

describe('getCountyDisclosure', () => {
  it('publishes counts once a year', () => {
    const { releaseOf } = getCountyDisclosure(sample);
    expect([releaseOf('2024-06-30'), releaseOf('2024-12-31'), releaseOf('2026-11-22')]).toEqual([
      null,
      '2024-12-31',
      '2025-12-31',
    ]);
  });

  it('hides the same areas whatever the day of the sheet', () => {
    const hidden = (asOf: string) =>
      county.areas.flatMap(({ code }) =>
        publicView(sample.at(asOf)).mark({ statistic: 'relocation', areaCode: code, unit: 'households' }) === 'shown'
          ? []
          : [code],
      );
    expect(hidden('2025-06-30')).toEqual(hidden('2026-11-22'));
  });
});

/** What all public sheets of the county print of a column at a release day: counts of areas, and nothing of the hidden. */
interface Published {
  readonly known: ReadonlyMap<number, number>;
  readonly hidden: readonly number[];
}

/** One who collects every count that figures and tables of all public sheets print, as they print it. */
function collect(name: PublicStatisticName, asOf: string): Published[] {
  const context = sample.at(asOf);
  const view = publicView(context);
  const { figures, columns, count } = PUBLIC_STATISTICS[name];
  const printed = county.areas.map(({ code }) => figures.map((figure) => view.figure(figure, code)));
  return columns.map((_, column) => {
    const known = new Map<number, number>();
    for (const [area, own] of printed.entries())
      if (own.every((one) => one !== null && one.hidden === null))
        known.set(area, count(own.flatMap((one) => (one ? [one.figure] : [])))[column] ?? 0);
    return { known, hidden: county.areas.flatMap((_area, area) => (known.has(area) ? [] : [area])) };
  });
}

/** Hidden areas whose count follows from the sums of areas: Gauss-Jordan elimination over the hidden ones; all factors are 1 or -1. */
function solve({ known, hidden }: Published, parents: readonly number[]): Map<number, number> {
  const place = new Map(hidden.map((area, i) => [area, i]));
  const rows = parents.flatMap((_, parent) => {
    const children = parents.flatMap((of, child) => (of === parent ? [child] : []));
    if (children.length === 0) return [];
    const row = new Float64Array(hidden.length + 1);
    for (const [area, factor] of [[parent, -1] as const, ...children.map((child) => [child, 1] as const)]) {
      const at = place.get(area);
      if (at === undefined) row[hidden.length] = (row[hidden.length] ?? 0) - factor * (known.get(area) ?? 0);
      else row[at] = factor;
    }
    return [row];
  });
  const pivots: [column: number, row: Float64Array][] = [];
  for (const row of rows) {
    for (const [column, pivot] of pivots) addTimes(row, pivot, -(row[column] ?? 0));
    const column = row.subarray(0, hidden.length).findIndex((factor) => Math.abs(factor) > 1e-9);
    if (column < 0) continue;
    const lead = row[column] ?? 1;
    for (const [i, value] of row.entries()) row[i] = value / lead;
    for (const [, pivot] of pivots) addTimes(pivot, row, -(pivot[column] ?? 0));
    pivots.push([column, row]);
  }
  const found = new Map<number, number>();
  for (const [column, row] of pivots)
    if (row.subarray(0, hidden.length).every((factor, i) => i === column || Math.abs(factor) < 1e-9))
      found.set(hidden[column] ?? -1, row[hidden.length] ?? 0);
  return found;
}

function addTimes(row: Float64Array, other: Float64Array, factor: number): void {
  if (factor !== 0) for (const [i, value] of other.entries()) row[i] = (row[i] ?? 0) + factor * value;
}

describe('all public sheets of the sample county, at two release days', () => {
  const parents = createCellTable(sample, PUBLIC_STATISTICS.targets, ['2025-12-31']).areas.map(({ parent }) => parent);
  const DAYS = ['2025-01-15', '2026-11-22'] as const;

  it('let no hidden count be computed from those printed', () => {
    for (const name of NAMES)
      for (const asOf of DAYS)
        for (const published of collect(name, asOf)) expect([...solve(published, parents)]).toEqual([]);
  });

  it('would let it be computed if only small cells were hidden', () => {
    const table = createCellTable(sample, PUBLIC_STATISTICS.threatened, ['2025-12-31']);
    const counts = table.areas.map((_, area) => table.days[0]?.[area]?.[0] ?? 0);
    const isSmall = (count: number): boolean => count > 0 && count < 3;
    const known = new Map(counts.flatMap((count, area) => (isSmall(count) ? [] : [[area, count] as const])));
    const hidden = counts.flatMap((count, area) => (isSmall(count) ? [area] : []));
    expect(solve({ known, hidden }, parents).size).toBeGreaterThan(0);
  });

  it('print no small count, none of what is left under a total, and no small change between the days', () => {
    for (const name of NAMES) {
      const [earlier = [], later = []] = DAYS.map((asOf) => collect(name, asOf));
      for (const [column, { unit }] of PUBLIC_STATISTICS[name].columns.entries()) {
        const least = unit === 'households' ? 3 : 10;
        const isSmall = (count: number): boolean => count !== 0 && Math.abs(count) < least;
        const [before, after] = [earlier[column], later[column]].map((one) =>
          one ? withRests(one, parents) : new Map<string, number>(),
        );
        for (const [key, count] of after ?? []) {
          expect(isSmall(count), `${name} ${column} ${key}`).toBe(false);
          const then = before?.get(key);
          if (then !== undefined) expect(isSmall(count - then), `${name} ${column} ${key}`).toBe(false);
        }
      }
    }
  });
});

/** Counts printed, and what remains of each printed total for its hidden children together. */
function withRests({ known, hidden }: Published, parents: readonly number[]): Map<string, number> {
  const all = new Map<string, number>([...known].map(([area, count]) => [`${area}`, count]));
  for (const [parent, total] of known) {
    const children = parents.flatMap((of, child) => (of === parent ? [child] : []));
    if (!children.some((child) => hidden.includes(child))) continue;
    all.set(`rest of ${parent}`, total - children.reduce((sum, child) => sum + (known.get(child) ?? 0), 0));
  }
  return all;
}

describe('createEditionView', () => {
  const view = publicView(sample);
  const village = county.areas.find(
    ({ code, level }) =>
      level === 'village' && view.mark({ statistic: 'targets', areaCode: code, unit: 'households' }) !== 'shown',
  );

  it('draws no layer that was not named: a new one is hidden until somebody decides', () => {
    expect(view.allowsLayer('households-photographs')).toBe(false);
    for (const map of MAP_KINDS)
      for (const area of [county.code, '529901001', '529901001001']) {
        const definition = createMapDefinition({
          context: sample,
          map,
          areaCode: area,
          palette: 'paper',
          language: 'zh',
        });
        const ids = view.define(definition).layers.map(({ id }) => id);
        expect(
          ids.filter((id) => /household|settlement|flow|homestead|gap|task|category|share-label|threatened/.test(id)),
        ).toEqual([]);
        const source = { ...definition, layers: [...definition.layers, { id: 'new', type: 'background' } as const] };
        expect(view.define(source).layers.map(({ id }) => id)).toEqual(ids);
      }
  });

  it('explains no circle where none is drawn', () => {
    const groupsOf = (areaCode: string) =>
      view
        .define(createMapDefinition({ context: sample, map: 'targets', areaCode, palette: 'paper', language: 'zh' }))
        .legend.filter(({ layout }) => layout === 'nested_circles').length;
    expect([groupsOf(county.code), groupsOf('529901001')]).toEqual([1, 0]);
  });

  it('lets through named properties of named feature layers alone', () => {
    for (const layer of FEATURE_LAYERS) {
      if (layer === 'households') continue;
      const features = buildFeatures({ context: sample, layer, areaCode: '529901001', language: 'zh' });
      const published = view.publish(layer, features).features;
      const names = new Set(published.flatMap(({ properties }) => Object.keys(properties)));
      for (const name of [
        'responsible',
        'assignedHouseholds',
        'householdsLinked',
        'capacityLabel',
        'targetNote',
        'shareLabel',
        'targetPeople',
        'measures',
        'planLabel',
        'costYuan',
        'threatenedPeople',
      ])
        expect(names.has(name), `${layer} ${name}`).toBe(false);
      if (['settlements', 'flows', 'homesteads', 'gaps', 'tasks', 'threatened_areas', 'constraints'].includes(layer))
        expect(published).toEqual([]);
    }
  });

  it('gives areas whose counts are hidden no circle and no shade', () => {
    const features = buildFeatures({ context: sample, layer: 'seats', areaCode: county.code, language: 'zh' });
    const properties = view
      .publish('seats', features)
      .features.find(({ properties: { code } }) => code === village?.code)?.properties;
    expect(properties).toMatchObject({ targetHouseholds: 0, relocationHouseholds: 0, shareClass: 'none' });
    for (const { properties: one } of view.publish('seats', features).features)
      if (Number(one.targetHouseholds) > 0)
        expect(one.targetHouseholds).toBe(
          computeFigure(sample.at('2025-12-31'), 'T1', one.code, { parts: false }).value,
        );
  });

  it('takes the numbers out of a hidden figure', () => {
    const printed = view.figure('T1', village?.code ?? '');
    expect(printed?.hidden).toBe('不公开');
    expect(printed?.figure).toMatchObject({
      value: null,
      numerator: null,
      denominator: null,
      pair: null,
      light: 'grey',
    });
    expect(view.figure('T3', county.code)).toBeNull();
    expect(view.figure('Q1', county.code)).toBeNull();
  });

  it('prints figures of roads and money as they are, counts of the last release', () => {
    expect(view.figure('R6', county.code)?.figure).toBe(computeFigure(sample, 'R6', county.code, { parts: false }));
    expect(view.figure('T1', county.code)?.figure).toBe(
      computeFigure(sample.at('2025-12-31'), 'T1', county.code, { parts: false }),
    );
  });

  it('prints no counts before the first release, and none under a draft', () => {
    expect(publicView(sample.at('2024-06-30')).figure('T1', county.code)?.hidden).toBe('不公开');
    const draft = createEditionView(sample, {
      edition: 'public',
      language: 'zh',
      options: { ...DEFAULT_SHEET_OPTIONS, plan: 'p1' },
    });
    expect(draft.countedOn).toBeNull();
    expect(draft.count({ statistic: 'targets', areaCode: county.code, unit: 'people' })).toBe('不公开');
  });

  it('lets everything through on an internal edition', () => {
    const internal = createEditionView(sample, { edition: 'internal', language: 'zh', options: DEFAULT_SHEET_OPTIONS });
    const definition = createMapDefinition({
      context: sample,
      map: 'targets',
      areaCode: county.code,
      palette: 'paper',
      language: 'zh',
    });
    expect(internal.define(definition)).toBe(definition);
    expect(internal.figure('T3', county.code)?.hidden).toBeNull();
  });
});

describe('createPublicTable', () => {
  const { area } = sample.scope('529901001');
  const scope = { context: sample, area, language: 'zh' } as const;

  it('counts towns and villages without causes, hidden cells as marks', () => {
    const table = createPublicTable('towns_by_cause', { scope, view: publicView(sample) }, () => null);
    expect(table?.columns).toHaveLength(4);
    expect(table?.rows.flat()).toContain('不公开');
    expect(table?.rows[0]?.slice(1, 3)).toEqual(['1,064', '3,447']);
  });

  it('is left out where it would hide every area', () => {
    const view = publicView(sample);
    const towns = county.areas.filter(({ level }) => level === 'town');
    const printed = towns.map((area) =>
      createPublicTable('villages', { scope: { context: sample, area, language: 'zh' }, view }, () => null),
    );
    expect(printed.some((table) => table === null)).toBe(true);
    for (const table of printed)
      if (table) expect(table.rows.slice(1).some((row) => /\d/.test(row.slice(1).join('')))).toBe(true);
  });

  it('has no ranking, no late tasks, no households', () => {
    for (const name of [
      'ranking',
      'late_tasks',
      'households',
      'responsibility',
      'sites',
      'projects',
      'gaps',
      'timetable',
    ] as const)
      expect(
        createPublicTable(name, { scope, view: publicView(sample) }, () => ({
          id: name,
          title: name,
          columns: [],
          rows: [],
        })),
      ).toBeNull();
  });
});

describe('composeSheet of a public edition', () => {
  it('has no grid, no coordinates, no code, no index and no internal panel', () => {
    const sheet = composeSheet({
      spec: createSheetSpec({ map: 'targets', areaCode: '529901001', edition: 'review', relief: false, paper: 'A2' }),
      context: sample,
      measure: measurePlainly,
      hasGlyph: () => true,
      liveCode: [[true]],
    });
    const texts = listTexts(sheet.items).map(({ text }) => text);
    expect(texts.filter((text) => /\d{2,3}°\d{2}′/.test(text))).toEqual([]);
    expect(texts).not.toContain('扫码看实时数据');
    expect(sheet.report.panels.map(({ id }) => id)).not.toContain('name_index');
    expect(sheet.report.panels.map(({ id }) => id)).toContain('villages');
  });
});
