import { describe, expect, it } from 'vitest';
import { changeSettings } from '#core/county/change-settings.ts';
import type { County } from '#core/county/county.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { RULE_CODES } from '#core/county/site-rule.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { judgePlace } from '#core/planning/rules/judge-place.ts';
import { SUITABILITY_CLASSES } from '#core/planning/rules/site-rule.ts';
import {
  createSuitabilityGrid,
  NO_RULE,
  type SuitabilityGridData,
} from '#core/planning/suitability/create-suitability-grid.ts';
import { centreOfCell } from '#core/planning/suitability/grid-frame.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

/** Cells whose centre is judged otherwise than the grid says; to the last digit. */
function listDifferences(county: County, grid: SuitabilityGridData): readonly number[] {
  return Array.from(grid.cells).filter((cell, place) => {
    const judged = judgePlace(county, centreOfCell(grid.frame, cell), { asOf: grid.asOf });
    const argued = judged.rules.find(({ isBroken, strength }) => isBroken && strength === 'argued');
    const numberOf = (finding: { code: (typeof RULE_CODES)[number] } | null | undefined) =>
      finding ? RULE_CODES.indexOf(finding.code) : NO_RULE;
    return !(
      SUITABILITY_CLASSES[grid.classes[place] ?? -1] === judged.suitabilityClass &&
      grid.firstForbidden[place] === numberOf(judged.firstForbidden) &&
      grid.firstArgued[place] === numberOf(argued) &&
      Object.is(grid.scores[place], judged.score ?? Number.NaN)
    );
  });
}

const shares = ({ classes }: SuitabilityGridData) =>
  SUITABILITY_CLASSES.map((_, index) => classes.filter((each) => each === index).length);

describe('createSuitabilityGrid', () => {
  const WORLDS: Readonly<Record<string, Partial<CountyRows>>> = {
    'the tiny county': {},
    'a county without elevation, rivers and hazards': { dem: null, rivers: [], hazards: [] },
    'a county without roads': { segments: [] },
    'a county without constraints, parks and services': { constraints: [], parks: [], services: [] },
  };
  for (const [name, rows] of Object.entries(WORLDS)) {
    it(`says at every centre exactly what the place is judged: ${name}`, () => {
      const county = createTinyCounty(rows);
      const grid = createSuitabilityGrid(county, { cellMeters: 60 });
      expect(grid.cells.length).toBeGreaterThan(1500);
      expect(listDifferences(county, grid)).toEqual([]);
    });
  }

  it('takes roads of the day', () => {
    const county = createTinyCounty();
    const before = createSuitabilityGrid(county, { cellMeters: 150, asOf: '2025-08-30' });
    const after = createSuitabilityGrid(county, { cellMeters: 150 });
    expect(listDifferences(county, before)).toEqual([]);
    expect(before.scores).not.toEqual(after.scores);
  });

  it('combines anew after a change of rules and weights', () => {
    const county = createTinyCounty();
    const before = createSuitabilityGrid(county, { cellMeters: 100 });
    const siteRules = county.settings.siteRules.map((rule) =>
      rule.code === 'natural_slope' ? { ...rule, strength: 'forbidden' as const, limit: 0.05 } : rule,
    );
    const siteFactors = county.settings.siteFactors.map((factor, i) => ({ ...factor, weight: i % 2 }));
    const changed = { ...county, settings: changeSettings(county.settings, { siteRules, siteFactors }) };
    const after = createSuitabilityGrid(changed, { cellMeters: 100 });
    expect(listDifferences(changed, after)).toEqual([]);
    expect(after.cells).toBe(before.cells);
    expect(shares(after)[0]).toBeGreaterThan(shares(before)[0] ?? 0);
  });

  it('sees what a plan places', () => {
    const county = createTinyCounty({ services: [] });
    const planned = applyCommands(county, [
      {
        id: 'c-1',
        by: 'local',
        at: '2026-11-20T08:00:00Z',
        kind: 'place_service',
        input: { serviceCode: 'FA0001-V1', name: '新学校', kind: 'school', position: [107.51, 27.005] },
      },
    ]).county;
    const grid = createSuitabilityGrid(planned, { cellMeters: 150 });
    expect(listDifferences(planned, grid)).toEqual([]);
    expect(grid.scores).not.toEqual(createSuitabilityGrid(county, { cellMeters: 150 }).scores);
  });

  it('scores nothing where nothing is weighed', () => {
    const county = createTinyCounty();
    const siteFactors = county.settings.siteFactors.map((factor) => ({ ...factor, weight: 0 }));
    const unweighed = { ...county, settings: { ...county.settings, siteFactors } };
    const grid = createSuitabilityGrid(unweighed, { cellMeters: 150 });
    expect(grid.scores.every(Number.isNaN)).toBe(true);
    expect(listDifferences(unweighed, grid)).toEqual([]);
  });

  it('refuses cells that would be too many, with the least that can be had', () => {
    expect(() => createSuitabilityGrid(createTinyCounty(), { cellMeters: 1 })).toThrow(
      expect.objectContaining({ code: 'grid_too_fine', details: { got: 1, least: 2 } }),
    );
  });

  it('is empty for a county without areas', () => {
    const grid = createSuitabilityGrid({ ...createTinyCounty(), areas: [] }, { cellMeters: 100 });
    expect(grid.cells).toHaveLength(0);
  });
});
