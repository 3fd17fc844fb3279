import { describe, expect, it } from 'vitest';
import { stripAreaNames } from '#core/ledgers/checks/strip-area-names.ts';
import { checkTables, createMappedTable } from '#tests/support/checked-import.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const county = { name: '青岭县', code: '529901' };
const town = { name: '城关镇', code: '529901001' };

describe('stripAreaNames', () => {
  it('takes off county and town, and a province before them', () => {
    const left = { name: '杉田村', code: town.code };
    expect(stripAreaNames('青岭县城关镇杉田村', [county, town])).toEqual(left);
    expect(stripAreaNames('某省某州青岭县 城关镇 杉田村', [county, town])).toEqual(left);
    expect(stripAreaNames('城关镇杉田村', [county, town])).toEqual(left);
  });

  it('leaves a name that has nothing before it, or nothing after', () => {
    expect(stripAreaNames('杉田村', [county, town])).toBeNull();
    expect(stripAreaNames('城关镇', [county, town])).toBeNull();
  });
});

describe('names of areas in a ledger', () => {
  const tiny = createTinyCountyRows();
  const areaOf = (code: string) => tiny.areas.find((area) => area.code === code)?.name ?? '';
  const [west, east, village] = ['529902101', '529902102', '529902101201'].map(areaOf);
  const check = (...rows: readonly (readonly string[])[]) => {
    const columns = ['townName', 'villageName', 'name'];
    const { findings, change } = checkTables(tiny, [createMappedTable('settlements', columns, rows)]);
    return {
      found: findings.map(({ rule, field }) => `${rule} ${field}`).filter((each) => each.startsWith('code_unknown')),
      villages: (change.upserts.settlements ?? []).map(({ villageCode }) => villageCode),
    };
  };

  it('are known with the county and town before them and with the office behind', () => {
    const rows = [`${areaOf('529902')}${west}${village}`, `${west}${village}`, village ?? ''];
    expect(check(...rows.map((name, index) => [`${west}人民政府`, name, `新${index}组`])).found).toEqual([]);
  });

  it('give the place too, where the village stands for it', () => {
    const columns = ['villageName', 'name'];
    const rows = [
      [`${areaOf('529902')}${west}${village}`, '甲组'],
      [`${west}${village}`, '乙组'],
    ];
    const mapping = { position: { kind: 'village', column: 0 } } as const;
    const { findings, change } = checkTables(tiny, [createMappedTable('settlements', columns, rows, { mapping })]);
    const seat = tiny.areas.find(({ code }) => code === '529902101201')?.seat;
    expect(findings.map(({ rule }) => rule)).toEqual([]);
    expect(change.upserts.settlements?.map(({ position }) => position)).toEqual([seat, seat]);
  });

  it('are not taken for a village of another town than the one that is written', () => {
    expect(check([west ?? '', `${east}${village}`, '新组']).found).toEqual(['code_unknown villageName']);
  });
});
