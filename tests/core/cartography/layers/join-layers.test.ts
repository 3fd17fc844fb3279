import { describe, expect, it } from 'vitest';
import { gapsQuerySchema } from '#core/api/network.ts';
import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import { buildFeatures } from '#core/cartography/features/build-features.ts';
import { getGapParts } from '#core/cartography/features/gap-parts.ts';
import { countJoins } from '#core/cartography/features/join-view.ts';
import { listLegend } from '#core/cartography/list-legend.ts';
import type { FeatureLayer, LegendEntry } from '#core/cartography/map-definition.ts';
import { composeSheet } from '#core/cartography/sheet/compose-sheet.ts';
import type { County } from '#core/county/county.ts';
import { computeFigure } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createNetworkService } from '#server/coverage/network/network-service.ts';
import { createGapCounty } from '#tests/support/gap-county.ts';
import { createSheetSpec, listTexts, measurePlainly } from '#tests/support/sheets.ts';
import { COUNTY, VILLAGES, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

/** Legend lines of joined settlements and gaps on a progress map. */
function legendOf(areaCode: string, county: County = createGapCounty()): readonly LegendEntry[] {
  const context = createIndicatorContext(county);
  const definition = createMapDefinition({ context, map: 'progress', areaCode, palette: 'light', language: 'zh' });
  const features = Object.fromEntries(
    (['gaps', 'settlements'] as const satisfies readonly FeatureLayer[])
      .filter((layer) => layer in definition.sources)
      .map((layer) => [layer, buildFeatures({ context, layer, areaCode, language: 'zh' })]),
  );
  return listLegend(definition, features)
    .flatMap(({ entries }) => entries)
    .filter(({ id }) => /^(gap|joined)-/.test(id));
}

const [, , , NORTH_EAST] = VILLAGES;

describe('createJoinLegend', () => {
  it('shows on a county map the settlements not joined alone, with their number', () => {
    expect(legendOf(COUNTY).map(({ id, label }) => [id, label])).toEqual([
      ['gap-settlement', '未通 2处'],
      ['gap-segment', '缺口路段 1.2公里'],
      ['gap-new_road', '缺口需新建 0.3公里'],
    ]);
  });

  it('shows on a town’s map every mark that occurs', () => {
    expect(legendOf(WEST_TOWN).map(({ id, label }) => [id, label])).toEqual([
      ['joined-joined', '已通 3处'],
      ['joined-unjoined', '未通 1处'],
      ['gap-segment', '缺口路段 0.6公里'],
    ]);
  });

  it('has no line for what does not occur', () => {
    expect(legendOf(COUNTY, createTinyCounty())).toEqual([]);
    expect(legendOf(VILLAGES[0]).map(({ id }) => id)).toEqual(['joined-joined']);
  });

  it('draws every line with a swatch', () => {
    for (const { swatches } of [...legendOf(COUNTY), ...legendOf(WEST_TOWN)]) expect(swatches).not.toEqual([]);
  });

  it('says on paper the number that R2 leaves open, in legend and table alike', () => {
    const context = createIndicatorContext(createGapCounty());
    const { numerator, denominator } = computeFigure(context, 'R2', COUNTY);
    const open = (denominator ?? 0) - (numerator ?? 0);
    const sheet = composeSheet({
      spec: createSheetSpec({ relief: false }),
      context,
      measure: measurePlainly,
      hasGlyph: () => true,
      liveCode: null,
    });
    const texts = listTexts(sheet.items).map(({ text }) => text);
    expect(texts).toContain(`未通 ${open}处`);
    expect(texts).toContain(`未通硬化路自然村及缺口路段 ${open}`);
    expect(sheet.report.panels.map(({ id }) => id)).toContain('gaps');
  });

  it.each([COUNTY, WEST_TOWN, NORTH_EAST])(
    'says the number and the kilometres that the interface lists for %s',
    async (areaCode) => {
      const context = createIndicatorContext(createGapCounty());
      const service = createNetworkService({ listCounties: async () => [], getContext: async () => context });
      const answer = await service.listGaps(areaCode, gapsQuerySchema.parse({}), 'zh');
      const { gaps, hardenMeters, newRoadMeters } = getGapParts(context, areaCode);
      expect(gaps.length).toBe(answer.total);
      expect(countJoins(context, areaCode).unjoined).toBe(answer.total);
      expect(hardenMeters / 1000).toBeCloseTo(answer.totalKm, 2);
      expect(newRoadMeters / 1000).toBeCloseTo(answer.totalNewRoadKm, 2);
    },
  );
});
