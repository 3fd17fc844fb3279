import { describe, expect, it } from 'vitest';
import { createTable } from '#core/cartography/sheet/list-tables.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { createRoadCounty } from '#tests/support/road-county.ts';
import { COUNTY, WEST_TOWN } from '#tests/support/tiny/areas.ts';

describe('createTable', () => {
  it('leaves out tables of households where there are none', () => {
    const context = createIndicatorContext(createRoadCounty());
    const scopeOf = (code: string) => ({ context, area: context.scope(code).area, language: 'zh' }) as const;
    expect(createTable('towns_by_cause', scopeOf(COUNTY), 'R1')).toBeNull();
    expect(createTable('villages', scopeOf(WEST_TOWN), 'R1')).toBeNull();
    expect(createTable('ranking', scopeOf(COUNTY), 'R1')?.remark).toMatch(/R1/);
  });
});
