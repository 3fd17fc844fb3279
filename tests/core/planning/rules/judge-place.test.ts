import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/county/campaign.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import {
  DEFAULT_SITE_FACTORS,
  DEFAULT_SITE_RULES,
  RULE_CODES,
  type RuleCode,
  type SiteRule,
} from '#core/county/site-rule.ts';
import type { ConstraintRow } from '#core/county/things.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { straightDistanceMeters } from '#core/geo/straight-distance.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { judgePlace } from '#core/planning/rules/judge-place.ts';
import type { RuleFinding, Suitability } from '#core/planning/rules/site-rule.ts';
import { auditSites } from '#core/planning/suitability/audit-sites.ts';
import { createBox } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const LEVEL = { west: 107.5, north: 27.02, cellDegrees: 0.01, columns: 4, rows: 2, elevations: new Int16Array(8) };
/** Beside the trunk road in the south-west, far from everything. */
const GOOD: LonLat = [107.507, 27.0052];

const createCounty = (overrides: Partial<CountyRows> = {}) => createTinyCounty({ dem: LEVEL, ...overrides });

function withRules(...rules: readonly (Partial<SiteRule> & Pick<SiteRule, 'code'>)[]) {
  const changed = DEFAULT_SITE_RULES.map((rule) => ({ ...rule, ...rules.find(({ code }) => code === rule.code) }));
  return { ...DEFAULT_SETTINGS, siteRules: changed };
}

const findingOf = ({ rules }: Suitability, code: RuleCode): RuleFinding | undefined =>
  rules.find((finding) => finding.code === code);
const broken = ({ rules }: Suitability) => rules.filter(({ isBroken }) => isBroken).map(({ code }) => code);

const constraint = (overrides: Partial<ConstraintRow>): ConstraintRow => ({
  code: 'con-x',
  name: '一片',
  nameEn: 'One',
  kind: 'ecological_redline',
  effect: 'forbidden',
  boundary: createBox(107.505, 27.003, 107.509, 27.007),
  source: '三区三线',
  on: '2023-06-30',
  ...overrides,
});

describe('judgePlace', () => {
  it('finds a place that breaks nothing good, with every rule and factor told in order', () => {
    const place = judgePlace(createCounty(), GOOD);
    expect(broken(place)).toEqual([]);
    expect(place).toMatchObject({ suitabilityClass: 'good', firstForbidden: null });
    expect(place.rules.map(({ code }) => code)).toEqual([...RULE_CODES]);
    expect(place.factors).toHaveLength(DEFAULT_SITE_FACTORS.length);
  });

  it('refuses a threatened area, its edge and its corners included, and says whose it is', () => {
    const county = createCounty();
    for (const at of [
      [107.512, 27.006],
      [107.511, 27.006],
      [107.513, 27.0065],
    ] as const) {
      const place = judgePlace(county, at);
      expect(place.suitabilityClass).toBe('refused');
      expect(place.firstForbidden).toMatchObject({ code: 'threatened_area', about: { code: 'hz-1' } });
    }
    expect(broken(judgePlace(county, [107.5109, 27.006]))).toEqual(['near_threatened_area']);
  });

  it('measures the warning distance straight to the edge, and to the point where no area is known', () => {
    const county = createCounty();
    const east: LonLat = [107.5133, 27.006];
    const near = findingOf(judgePlace(county, east), 'near_threatened_area');
    expect(near).toMatchObject({ isBroken: true, limit: 50, about: { code: 'hz-1' } });
    expect(near?.measured).toBeCloseTo(straightDistanceMeters(east, [107.513, 27.006]), 2);
    const far = findingOf(judgePlace(county, [107.5136, 27.006]), 'near_threatened_area');
    expect(far).toMatchObject({ isBroken: false });
    // hz-2 was struck off and has no area: its slope is where it was
    const atPoint = judgePlace(county, [107.5362, 27.0191]);
    expect(findingOf(atPoint, 'near_threatened_area')).toMatchObject({ isBroken: true, about: { code: 'hz-2' } });
    expect(atPoint.suitabilityClass).toBe('to_be_argued');
  });

  it('refuses what is outside the county and takes its boundary for inside', () => {
    const county = createCounty();
    const outside = judgePlace(county, [107.6, 27.01]);
    expect(outside.firstForbidden?.code).toBe('outside_county');
    expect(judgePlace(county, [107.5, 27.01]).firstForbidden).toBeNull();
  });

  it('minds holes and parts of constraint areas', () => {
    const outer = createBox(107.505, 27.003, 107.509, 27.007).coordinates[0] ?? [];
    const hole = (createBox(107.5065, 27.0045, 107.5075, 27.006).coordinates[0] ?? []).toReversed();
    const withHole = createCounty({
      constraints: [constraint({ boundary: { type: 'Polygon', coordinates: [outer, hole] } })],
    });
    expect(broken(judgePlace(withHole, GOOD))).toEqual([]);
    expect(broken(judgePlace(withHole, [107.5065, 27.0052]))).toEqual(['ecological_redline']);
    const other = createBox(107.53, 27.01, 107.532, 27.012).coordinates[0] ?? [];
    const twoParts = createCounty({
      constraints: [constraint({ boundary: { type: 'MultiPolygon', coordinates: [[outer], [other]] } })],
    });
    expect(broken(judgePlace(twoParts, [107.531, 27.011]))).toContain('ecological_redline');
    expect(broken(judgePlace(twoParts, GOOD))).toEqual(['ecological_redline']);
  });

  it('takes the strength from the strongest area that holds the place, unless the county sets one', () => {
    const constraints = [constraint({ code: 'a', effect: 'hint' }), constraint({ code: 'b', effect: 'forbidden' })];
    const byArea = judgePlace(createCounty({ constraints }), GOOD);
    expect(byArea.firstForbidden).toMatchObject({ code: 'ecological_redline', about: { code: 'b' } });
    const settings = withRules({ code: 'ecological_redline', strength: 'argued' });
    const bySetting = judgePlace(createCounty({ constraints, settings }), GOOD);
    expect(bySetting).toMatchObject({ suitabilityClass: 'to_be_argued', firstForbidden: null });
    expect(findingOf(bySetting, 'ecological_redline')).toMatchObject({ strength: 'argued', about: { code: 'a' } });
  });

  it('tells the first failing rule in the order of the rules, and leaves out those that are off', () => {
    const constraints = [constraint({ kind: 'basic_farmland' }), constraint({ code: 'r', kind: 'river_channel' })];
    expect(judgePlace(createCounty({ constraints }), GOOD).firstForbidden?.code).toBe('river_channel');
    const settings = withRules({ code: 'river_channel', isOn: false });
    const place = judgePlace(createCounty({ constraints, settings }), GOOD);
    expect(place.firstForbidden?.code).toBe('basic_farmland');
    expect(findingOf(place, 'river_channel')).toBeUndefined();
  });

  it('knows a natural slope over 25 %, and none without elevation', () => {
    // 300 m between cells of 0.01 degrees: some 30 % to the east
    const elevations = Int16Array.of(0, 300, 600, 900, 0, 300, 600, 900);
    const steep = judgePlace(createCounty({ dem: { ...LEVEL, elevations } }), GOOD);
    expect(steep.suitabilityClass).toBe('to_be_argued');
    expect(findingOf(steep, 'natural_slope')).toMatchObject({ isBroken: true, limit: 0.25 });
    expect(findingOf(steep, 'natural_slope')?.measured).toBeCloseTo(0.302, 2);
    const unknown = judgePlace(createCounty({ dem: null }), GOOD);
    expect(findingOf(unknown, 'natural_slope')).toMatchObject({ isBroken: false, measured: null });
    expect(unknown.factors.find(({ code }) => code === 'slope')).toMatchObject({ measured: null, score: 0 });
  });

  it('asks for a road, and says so where there is none at all', () => {
    const far = findingOf(judgePlace(createCounty(), [107.501, 27.012]), 'road_access');
    expect(far?.isBroken).toBe(true);
    const none = judgePlace(createCounty({ segments: [] }), GOOD);
    expect(findingOf(none, 'road_access')).toMatchObject({ isBroken: true, measured: null });
    expect(none.factors.filter(({ measured }) => measured === null).map(({ code }) => code)).toEqual([
      'town',
      'park',
      'school',
      'clinic',
      'hardened_road',
    ]);
  });

  it('judges a county without constraints, hazards or areas', () => {
    const place = judgePlace(createCounty({ constraints: [], hazards: [] }), GOOD);
    expect(broken(place)).toEqual([]);
    expect(findingOf(place, 'near_threatened_area')).toMatchObject({ measured: null, about: null });
    const { areas, ...county } = createCounty();
    expect(judgePlace({ ...county, areas: [] }, GOOD).firstForbidden?.code).toBe('outside_county');
  });

  it('hints outside building boundaries where the county has such', () => {
    const inside = constraint({ kind: 'village_boundary', effect: 'hint' });
    const county = createCounty({ constraints: [inside] });
    expect(findingOf(judgePlace(county, GOOD), 'outside_building_boundary')).toMatchObject({ isBroken: false });
    const outside = judgePlace(county, [107.515, 27.0052]);
    expect(findingOf(outside, 'outside_building_boundary')).toMatchObject({ isBroken: true, strength: 'hint' });
    expect(outside.suitabilityClass).not.toBe('to_be_argued');
  });

  it('scores the weighted mean: 1 at best, 0 at worst, linear between', () => {
    const slopeOnly = DEFAULT_SITE_FACTORS.map((factor) => ({ ...factor, weight: factor.code === 'slope' ? 2 : 0 }));
    const elevations = Int16Array.of(0, 165, 330, 495, 0, 165, 330, 495);
    const settings = { ...DEFAULT_SETTINGS, siteFactors: slopeOnly };
    const place = judgePlace(createCounty({ dem: { ...LEVEL, elevations }, settings }), GOOD);
    const slope = place.factors[0]?.measured ?? 0;
    expect(slope).toBeCloseTo(0.166, 3);
    expect(place.score).toBeCloseTo((0.25 - slope) / (0.25 - 0.08), 12);
    expect(place.suitabilityClass).toBe('fair');
    const nothing = slopeOnly.map((factor) => ({ ...factor, weight: 0 }));
    const unweighed = judgePlace(createCounty({ settings: { ...settings, siteFactors: nothing } }), GOOD);
    expect(unweighed).toMatchObject({ score: null, suitabilityClass: 'fair' });
  });

  it('knows hardened roads of the day', () => {
    const at: LonLat = [107.53, 27.012];
    const meters = (asOf: string) =>
      judgePlace(createCounty(), at, { asOf }).factors.find(({ code }) => code === 'hardened_road')?.measured ?? 0;
    expect(meters('2025-08-30')).toBeGreaterThan(500);
    expect(meters('2025-08-31')).toBeLessThan(1);
  });
});

describe('auditSites', () => {
  it('judges every site, and asks those without an assessment for one', () => {
    const audit = auditSites(createCounty());
    expect(audit.map(({ site, isAssessed }) => [site.code, isAssessed])).toEqual([
      ['site-1', true],
      ['site-2', false],
    ]);
    expect(audit.map(({ suitability }) => broken(suitability))).toEqual([[], ['hazard_assessment']]);
    expect(audit[1]?.suitability.suitabilityClass).toBe('to_be_argued');
  });

  it('judges sites where a plan puts them', () => {
    const { county } = applyCommands(createCounty(), [
      {
        id: 'c-1',
        by: 'local',
        at: '2026-11-20T08:00:00Z',
        kind: 'place_site',
        input: { siteCode: 'FA0001-S1', position: [107.512, 27.006], capacityHouseholds: 20 },
      },
    ]);
    const placed = auditSites(county).find(({ site }) => site.code === 'FA0001-S1');
    expect(placed?.suitability.firstForbidden?.code).toBe('threatened_area');
  });
});
