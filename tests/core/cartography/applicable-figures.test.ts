import { describe, expect, it } from 'vitest';
import { preferApplicable } from '#core/cartography/applicable-figures.ts';
import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { MAP_KINDS } from '#core/county/kinds.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import type { IndicatorCode } from '#core/indicators/figure.ts';
import { createRoadCounty } from '#tests/support/road-county.ts';
import { COUNTY } from '#tests/support/tiny/areas.ts';
import { createTinyCounty, createTinyCountyRows } from '#tests/support/tiny-county.ts';

const PROGRESS: { readonly figures: readonly IndicatorCode[]; readonly rankedBy: IndicatorCode } = {
  figures: ['P1', 'R6', 'S3', 'P3', 'S4', 'P2'],
  rankedBy: 'P1',
};

describe('preferApplicable', () => {
  it('leaves the figures of a county that holds everything as they are', () => {
    expect(preferApplicable(createTinyCounty(), PROGRESS)).toEqual(PROGRESS);
  });

  it('puts what a county of roads and places can say first, and ranks by it', () => {
    const { figures, rankedBy } = preferApplicable(createRoadCounty(), PROGRESS);
    expect([figures[0], rankedBy, figures.length]).toEqual(['R1', 'R1', 6]);
    expect(figures.indexOf('P1')).toBeGreaterThan(figures.indexOf('R4'));
  });

  it('moves figures without data behind the others', () => {
    const county = buildCounty({ ...createTinyCountyRows(), projects: [] }, 1);
    expect(preferApplicable(county, PROGRESS).figures).toEqual(['R6', 'S3', 'P3', 'S4', 'P1', 'P2']);
  });

  it('gives every map of a county of roads and places a first figure with a value', () => {
    const context = createIndicatorContext(createRoadCounty());
    for (const map of MAP_KINDS) {
      const definition = createMapDefinition({ context, map, areaCode: COUNTY, palette: 'light', language: 'zh' });
      const [first] = definition.figures;
      expect([map, first && computeFigure(context, first, COUNTY).value]).not.toEqual([map, null]);
      expect(computeFigure(context, definition.rankedBy, COUNTY).value).not.toBeNull();
      expect(definition.tables).not.toContain('late_tasks');
    }
  });
});
