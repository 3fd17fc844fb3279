import { describe, expect, it } from 'vitest';
import { buildFeatures } from '#core/cartography/features/build-features.ts';
import type { MapFeature } from '#core/cartography/features/map-feature.ts';
import { FEATURE_LAYERS, type FeatureLayer } from '#core/cartography/map-definition.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { positionsOf } from '#core/geo/bbox.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import type { Language } from '#core/texts/language.ts';
import { COUNTY, createBox, EAST_TOWN, VILLAGES, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCounty, createTinyCountyRows } from '#tests/support/tiny-county.ts';

const [SOUTH_WEST] = VILLAGES;

function build(
  layer: FeatureLayer,
  areaCode: string,
  options: { readonly asOf?: string; readonly language?: Language } = {},
): readonly MapFeature[] {
  const context = createIndicatorContext(createTinyCounty(), options.asOf);
  return buildFeatures({ context, layer, areaCode, language: options.language ?? 'zh' }).features;
}

const findFeature = (features: readonly MapFeature[], code: string): MapFeature => {
  const found = features.find(({ properties }) => properties.code === code);
  if (!found) throw new Error(`Got no feature ${code}.`);
  return found;
};

const sumOf = (features: readonly MapFeature[], property: string): number =>
  features.reduce((sum, { properties }) => sum + Number(properties[property]), 0);

describe('buildFeatures', () => {
  it('gives every layer of a village features with a code and rounded positions', () => {
    for (const layer of FEATURE_LAYERS) {
      for (const { properties, geometry } of build(layer, SOUTH_WEST)) {
        expect(properties.code, layer).toMatch(/./);
        for (const degrees of positionsOf(geometry).flat()) {
          expect(Math.abs(degrees * 1e6 - Math.round(degrees * 1e6)), layer).toBeLessThan(1e-3);
        }
      }
    }
  });

  it('counts 16 target households, the same in areas, seats and settlements', () => {
    expect(findFeature(build('areas', COUNTY), COUNTY).properties.targetHouseholds).toBe(16);
    expect(findFeature(build('seats', COUNTY), COUNTY).properties.targetHouseholds).toBe(16);
    expect(sumOf(build('settlements', COUNTY), 'targetHouseholds')).toBe(16);
  });

  it('makes the ring of a circle the relocation households', () => {
    const settlements = build('settlements', COUNTY);
    expect(sumOf(settlements, 'relocationHouseholds')).toBe(8);
    expect(sumOf(settlements, 'otherHouseholds')).toBe(8);
  });

  it('shows only what lies in the area', () => {
    const west = build('settlements', WEST_TOWN);
    expect(west.every(({ properties }) => String(properties.code).startsWith(WEST_TOWN))).toBe(true);
    expect(west.length + build('settlements', EAST_TOWN).length).toBe(build('settlements', COUNTY).length);
  });

  it('marks the area asked for', () => {
    const mapped = build('areas', WEST_TOWN).filter(({ properties }) => properties.mapped);
    expect(mapped.map(({ properties }) => properties.code)).toEqual([WEST_TOWN]);
  });

  it('draws each common boundary once', () => {
    const edges = build('boundaries', COUNTY).flatMap(({ geometry }) => {
      const positions = positionsOf(geometry);
      return positions.slice(1).map((to, i) => [positions[i], to].map(String).sort().join(' '));
    });
    expect(new Set(edges).size).toBe(edges.length);
  });

  it('ranks boundaries by the widest unit that they bound', () => {
    const ranks = new Set(build('boundaries', COUNTY).map(({ properties }) => properties.rank));
    expect(ranks).toEqual(new Set(['county', 'town', 'village']));
    const ofVillage = build('boundaries', SOUTH_WEST);
    expect(ofVillage.every(({ properties }) => properties.edge)).toBe(true);
  });

  it('cuts a segment at the boundary of the area', () => {
    // seg-02 runs from 107.51 to 107.53, the town boundary is in its middle
    const west = findFeature(build('segments', WEST_TOWN), 'seg-02');
    const east = findFeature(build('segments', EAST_TOWN), 'seg-02');
    const whole = findFeature(build('segments', COUNTY), 'seg-02');
    expect(positionsOf(west.geometry)).toEqual([
      [107.51, 27.005],
      [107.52, 27.005],
    ]);
    expect(Number(west.properties.lengthMeters) + Number(east.properties.lengthMeters)).toBeCloseTo(
      Number(whole.properties.lengthMeters),
      0,
    );
  });

  it('writes the cost of works along the road with two decimals of 万元, in English in yuan', () => {
    const rows = createTinyCountyRows();
    const segments = rows.segments.map((row) => (row.code === 'seg-07' ? { ...row, costYuan: 10_612_249 } : row));
    const context = createIndicatorContext(buildCounty({ ...rows, segments }, 1));
    const labelIn = (language: Language) =>
      findFeature(buildFeatures({ context, layer: 'segments', areaCode: EAST_TOWN, language }).features, 'seg-07')
        .properties.planLabel;
    expect(labelIn('zh')).toContain(' · 1,061.22万元 · ');
    expect(labelIn('en')).toContain(' · ¥10,612,200 · ');
  });

  it('tells hardened, under way, not begun and unplanned segments apart', () => {
    const segments = build('segments', COUNTY);
    const progressOf = (code: string) => findFeature(segments, code).properties.progress;
    expect(progressOf('seg-01')).toBe('hardened');
    expect(progressOf('seg-05')).toBe('hardened');
    expect(progressOf('seg-06')).toBe('under_way');
    expect(progressOf('seg-07')).toBe('not_begun');
  });

  it('follows the date asked for', () => {
    const before = build('segments', COUNTY, { asOf: '2025-08-30' });
    expect(findFeature(before, 'seg-05').properties.progress).toBe('under_way');
    const site = (asOf: string) => findFeature(build('sites', COUNTY, { asOf }), 'site-1').properties.quarters;
    expect(site('2024-01-31')).toBe('0');
    expect(site('2024-07-01')).toBe('1');
    expect(site('2025-06-30')).toBe('2');
    expect(site('2025-09-15')).toBe('3');
    expect(site('2025-10-01')).toBe('4');
  });

  it('gives a planned year its step of the campaign', () => {
    const segments = build('segments', COUNTY);
    expect(findFeature(segments, 'seg-05').properties.yearClass).toBe('2');
    expect(findFeature(segments, 'seg-07').properties.yearClass).toBe('4');
    expect(findFeature(segments, 'seg-01').properties.yearClass).toBe('none');
  });

  it('strikes off a hazard point from its day', () => {
    const markOn = (asOf: string) => findFeature(build('hazards', COUNTY, { asOf }), 'hz-2').properties.mark;
    expect(markOn('2026-04-30')).toBe('rockfall');
    expect(markOn('2026-05-01')).toBe('struck_off');
  });

  it('marks sites that stand where a rule forbids it', () => {
    const [farmland] = createTinyCounty().constraints;
    const constraints = farmland ? [{ ...farmland, boundary: createBox(107.532, 27.005, 107.534, 27.006) }] : [];
    const context = createIndicatorContext(createTinyCounty({ constraints }));
    const sites = buildFeatures({ context, layer: 'sites', areaCode: COUNTY, language: 'zh' }).features;
    expect(sites.map(({ properties }) => [properties.code, properties.refused])).toEqual([
      ['site-1', false],
      ['site-2', true],
    ]);
  });

  it('sends flows from settlements to sites with their households', () => {
    const flows = build('flows', WEST_TOWN);
    expect(sumOf(flows, 'households')).toBeLessThanOrEqual(2);
    for (const { geometry } of flows) expect(geometry.type).toBe('Polygon');
  });

  it('shows households of one village only, by code', () => {
    const households = build('households', SOUTH_WEST);
    expect(households).toHaveLength(4);
    const states = households.map(({ properties }) => properties.state);
    expect(states).toEqual(['done', 'done', 'part', 'part']);
    const text = JSON.stringify(households);
    expect(text).not.toMatch(/illness|disability|lack_of/);
    expect(() => build('households', WEST_TOWN)).toThrow(expect.objectContaining({ code: 'households_need_village' }));
  });

  it('keeps household symbols apart', () => {
    const places = build('households', SOUTH_WEST).map(({ geometry }) => String(positionsOf(geometry)[0]));
    expect(new Set(places).size).toBe(places.length);
  });

  it('names things in the language of the reader', () => {
    const name = (language: Language) => findFeature(build('seats', COUNTY, { language }), WEST_TOWN).properties.label;
    expect(name('zh')).toMatch(/镇$/);
    expect(name('en')).toMatch(/^[\x20-\x7e]+$/);
  });

  it('veils everything but the area', () => {
    const [veil, ...others] = build('neighbours', WEST_TOWN);
    expect(veil?.properties.role).toBe('veil');
    expect(veil?.geometry.type === 'Polygon' && veil.geometry.coordinates.length).toBe(2);
    expect(others.filter(({ properties }) => properties.role === 'name')).toHaveLength(1);
  });

  it('numbers late tasks as the task list does', () => {
    const numbers = build('tasks', COUNTY).map(({ properties }) => Number(properties.number));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  });

  it('refuses an area that the county does not have', () => {
    expect(() => build('areas', '529902999')).toThrow(expect.objectContaining({ code: 'unknown_area' }));
  });
});
