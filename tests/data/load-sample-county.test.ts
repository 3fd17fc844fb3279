import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadSampleCounty } from '#data/load-sample-county.ts';

/** Figures of domain.md section 5 and issue item 5, as of 2026-11-22. */
describe('loadSampleCounty', async () => {
  const county = await loadSampleCounty();
  const targets = county.households.filter(({ category }) => category !== null);
  const relocated = county.households.filter(({ relocation }) => relocation !== null);
  const villages = county.areas.filter(({ level }) => level === 'village');

  it('has 18 towns and 175 villages, 147 of them priority, leaving 30, 30, 40 and 47', () => {
    expect(county.areas.filter(({ level }) => level === 'town')).toHaveLength(18);
    expect(villages).toHaveLength(175);
    expect(villages.filter(({ priority }) => priority)).toHaveLength(147);
    const exits = [2024, 2025, 2026, 2027].map((year) => villages.filter((row) => row.plannedExitYear === year).length);
    expect(exits).toEqual([30, 30, 40, 47]);
  });

  it('takes the villages with a market for its central villages', () => {
    const markets = county.services.filter(({ kind }) => kind === 'market').map(({ areaCode }) => areaCode);
    expect(county.settings.closeness.centralVillages).toEqual([...new Set(markets)].sort());
    expect(county.settings.closeness.centralVillages).toHaveLength(42);
  });

  it('has unique village names in each town, 云台镇 and 石坪村 among them', () => {
    const names = villages.map(({ parentCode, name }) => `${parentCode} ${name}`);
    expect(new Set(names).size).toBe(names.length);
    const shiping = villages.find(({ name }) => name === '石坪村');
    expect(shiping?.nameEn).toBe('Shiping Village');
    expect(county.areas.find(({ code }) => code === shiping?.parentCode)).toMatchObject({
      name: '云台镇',
      nameEn: 'Yuntai Town',
    });
  });

  it('has about 62,000 households and 230,000 people in some 2,400 settlements, 900 of 30 households or more', () => {
    expect(Math.abs(county.households.length - 62_000)).toBeLessThan(2_000);
    const people = county.households.reduce((sum, household) => sum + household.people, 0);
    expect(Math.abs(people - 230_000)).toBeLessThan(7_000);
    expect(Math.abs(county.settlements.length - 2_400)).toBeLessThan(20);
    expect(county.settlements.filter(({ registeredHouseholds }) => (registeredHouseholds ?? 0) >= 30)).toHaveLength(
      900,
    );
  });

  it('counts registered people of settlements as the members of their households', () => {
    const registered = county.settlements.reduce((sum, { registeredPeople }) => sum + (registeredPeople ?? 0), 0);
    expect(registered).toBe(county.households.reduce((sum, { people }) => sum + people, 0));
  });

  it('has 10,750 target households of 34,677 people, 3,219 of the main category industry, each with a main cause', () => {
    expect(targets).toHaveLength(10_750);
    expect(targets.reduce((sum, { people }) => sum + people, 0)).toBe(34_677);
    expect(targets.filter(({ category }) => category === 'industry')).toHaveLength(3_219);
    expect(targets.filter(({ mainCause }) => mainCause !== null)).toHaveLength(10_750);
  });

  it('has 6,820 relocation households, all of them targets, 3,270 with the structure done', () => {
    expect(relocated).toHaveLength(6_820);
    expect(relocated.every(({ category }) => category !== null)).toBe(true);
    expect(relocated.filter(({ events }) => events.some(({ kind }) => kind === 'structure_done'))).toHaveLength(3_270);
  });

  it('settles 78 to 82 % of them in sites', () => {
    const share = relocated.filter(({ relocation }) => relocation?.kind === 'centralised').length / relocated.length;
    expect(share).toBeGreaterThan(0.78);
    expect(share).toBeLessThan(0.82);
  });

  it('never dates a household before its site', () => {
    const sites = new Map(county.sites.map((site) => [site.code, site]));
    for (const { code, relocation, events } of relocated) {
      const site = sites.get(relocation?.siteCode ?? '');
      if (!site) continue;
      for (const stage of ['structure_done', 'handed_over', 'moved_in'] as const) {
        const own = events.find(({ kind }) => kind === stage)?.on;
        const sites = site.events.find(({ value }) => value === stage)?.on;
        if (own !== undefined) expect(sites !== undefined && sites <= own, `${code} ${stage}`).toBe(true);
      }
      const isDone = site.events.some(({ value }) => value === 'structure_done');
      expect(
        events.some(({ kind }) => kind === 'structure_done'),
        code,
      ).toBe(isDone);
    }
  });

  it('has 1,769 projects begun, 1,421 of them completed, and the benchmark 87.91 %', () => {
    const has = (stage: string): number =>
      county.projects.filter(({ events }) => events.some(({ value }) => value === stage)).length;
    expect(has('begun')).toBe(1_769);
    expect(has('completed')).toBe(1_421);
    expect(county.benchmarks).toContainEqual(
      expect.objectContaining({ indicator: 'P1', level: 'province', value: 0.8791 }),
    );
  });

  it('reports 117 rows of 89 households in 双河村, 28 of them twice', () => {
    const shuanghe = villages.find(({ name }) => name === '双河村')?.code;
    const rows = county.ledgerRows.filter(({ villageCode }) => villageCode === shuanghe);
    expect(rows).toHaveLength(117);
    expect(new Set(rows.map(({ householdCode }) => householdCode)).size).toBe(89);
  });

  it('writes the surface on the day a hardening is completed', () => {
    for (const { code, events } of county.segments) {
      const completed = events.find(({ value }) => value === 'completed');
      if (!completed) continue;
      const isWritten = events.some(
        ({ kind, on, value }) => kind === 'surface' && on === completed.on && value === 'cement_concrete',
      );
      expect(isWritten, code).toBe(true);
    }
  });

  it('has nothing dated after the data date and every list of events in order', () => {
    const { areas, households, sites, segments, hazards, parks, projects, tasks, items } = county;
    for (const { code, events } of [
      areas,
      households,
      sites,
      segments,
      hazards,
      parks,
      projects,
      tasks,
      items,
    ].flat()) {
      const days = events.map(({ on }) => on);
      expect(
        days.every((day) => day <= county.dataDate),
        code,
      ).toBe(true);
      expect([...days].sort(), code).toEqual(days);
    }
  });

  it('gives every thing its own code', () => {
    const { areas, settlements, households, sites, homesteads, segments, hazards, parks, services } = county;
    const { constraints, projects, tasks, items, responsibilities, benchmarks, calendarStops, rivers, plans } = county;
    const lists = [areas, settlements, households, sites, homesteads, segments, hazards, parks, services];
    const more = [constraints, projects, tasks, items, responsibilities, benchmarks, calendarStops, rivers, plans];
    const codes = [...lists, ...more].flatMap((list) => list.map(({ code }) => code));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('names a file that was changed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'guatu-sample-'));
    await cp(new URL('../../data/sample/', import.meta.url), folder, { recursive: true });
    await writeFile(join(folder, 'sites.ndjson'), '');
    await expect(loadSampleCounty(pathToFileURL(`${folder}/`))).rejects.toMatchObject({
      code: 'sample_damaged',
      details: { file: 'sites.ndjson' },
    });
    await rm(folder, { recursive: true });
  });
});
