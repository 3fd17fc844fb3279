import { describe, expect, it } from 'vitest';
import { countJoins } from '#core/cartography/features/join-view.ts';
import { createGapsTable } from '#core/cartography/sheet/tables/gaps-table.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { DEFAULT_SETTINGS } from '#core/county/campaign.ts';
import type { County } from '#core/county/county.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import type { Language } from '#core/texts/language.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { createGapCounty } from '#tests/support/gap-county.ts';
import { COUNTY, VILLAGES, WEST_TOWN } from '#tests/support/tiny/areas.ts';
import { createSegments } from '#tests/support/tiny/roads.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const [, NORTH_WEST] = VILLAGES;

function tableOf(areaCode: string, county: County = createGapCounty(), language: Language = 'zh') {
  const context = createIndicatorContext(county);
  return createGapsTable({ context, area: context.scope(areaCode).area, language });
}

const titlesOf = (table: ReturnType<typeof createGapsTable>) => table?.columns.map(({ title }) => title);

describe('createGapsTable', () => {
  it('lists settlement, village, kilometres, cost and segments, the shortest gap first', () => {
    const table = tableOf(COUNTY);
    expect(table?.title).toBe('未通硬化路自然村及缺口路段 2');
    expect(titlesOf(table)).toEqual(['自然村', '所属村', '缺口公里', '万元（示例）', '缺口路段']);
    // seg-06 has a cost of its own, 400,000 yuan
    expect(table?.rows[0]).toEqual(['岩脚组', '云台村', '0.60', '40.00', 'seg-06']);
    expect(table?.rows[1]?.[0]).toBe('垭口');
    expect(table?.rows[1]?.[4]).toMatch(/^seg-07、新建0\.\d\d公里$/);
  });

  it('lists every gap of the sample county, not only the first: what finds no room goes on on the next sheet', async () => {
    const context = createIndicatorContext(buildCounty(await loadSampleCounty(), 1));
    const table = createGapsTable({ context, area: context.scope('529901').area, language: 'zh' });
    expect(table?.rows).toHaveLength(countJoins(context, '529901').unjoined);
    expect(table?.rows.length).toBeGreaterThan(200);
    expect(table?.isWhole ?? false).toBe(false);
    const lengths = (table?.rows ?? []).map((row) => Number(row[2])).filter(Number.isFinite);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
  });

  it('names no village on a village’s own sheet', () => {
    expect(titlesOf(tableOf(NORTH_WEST))).toEqual(['自然村', '缺口公里', '万元', '缺口路段']);
  });

  it('marks costs as samples only where the sample table was used', () => {
    // the one gap of the western town has the cost of its segment
    expect(titlesOf(tableOf(WEST_TOWN))).toContain('万元');
    const own = createGapCounty({
      settings: { ...DEFAULT_SETTINGS, hardeningCosts: { ...DEFAULT_SETTINGS.hardeningCosts, isSample: false } },
    });
    expect(titlesOf(tableOf(COUNTY, own))).toContain('万元');
  });

  it('says so where everything is joined, and is absent where nothing must be', () => {
    const joined = tableOf(COUNTY, createTinyCounty());
    expect([joined?.rows, joined?.empty]).toEqual([[], '应通自然村均已通硬化路']);
    const county = createTinyCounty({ settlements: [], households: [] });
    expect(tableOf(COUNTY, county)).toBeNull();
  });

  it('tells why nothing would join a settlement', () => {
    // the group road stands alone: neither end meets another road
    const segments = createSegments().map((segment) =>
      segment.code === 'seg-06'
        ? {
            ...segment,
            line: {
              ...segment.line,
              coordinates: [
                [107.5065, 27.0175],
                [107.505, 27.018],
              ] as const,
            },
          }
        : segment,
    );
    const [row] = tableOf(WEST_TOWN, createGapCounty({ segments }))?.rows ?? [];
    expect(row?.slice(2)).toEqual(['—', '—', '两地所在路网互不连通。']);
  });

  it('has English words', () => {
    expect(tableOf(COUNTY, createGapCounty(), 'en')?.title).toBe('Settlements not joined, and their gaps 2');
  });
});
