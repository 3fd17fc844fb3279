import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CompareSheetSpec, columnLetter } from '#core/cartography/sheet/compare/compare-sheet-spec.ts';
import { composeCompareSheet } from '#core/cartography/sheet/compare/compose-compare-sheet.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { formatNumber, writeFigureValue } from '#core/indicators/format-figure.ts';
import { comparePlans, type PlanComparison } from '#core/planning/compare-plans.ts';
import { createPlannedContext } from '#core/planning/planned-context.ts';
import { getPlannedCounty } from '#core/planning/planned-county.ts';
import { yuanToWan } from '#core/units.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { createCompareSheet } from '#server/sheets/create-compare-sheet.ts';
import { numberCommands } from '#tests/support/plan-commands.ts';
import { measurePlainly } from '#tests/support/sheets.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guatu-compare-sheet-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Today, the published plan of the sample county and as many drafts over it as asked. */
async function createWorld(drafts: number) {
  const county = buildCounty(await loadSampleCounty(), 1);
  const planned = getPlannedCounty(county);
  const [site] = county.sites.slice(-1);
  const draft = planned.withDraft(
    'FA2024',
    numberCommands([{ kind: 'close_site', input: { siteCode: site?.code ?? '' } }]),
  ).county;
  const plans = [
    { plan: 'today', county: planned.at(county.dataDate), isCarriedOut: false },
    ...Array.from({ length: drafts }, (_, i) => ({ plan: `FA000${i + 1}`, county: draft, isCarriedOut: true })),
  ];
  const comparison = comparePlans(plans);
  const columns = plans.map(({ plan, isCarriedOut }) => ({
    plan,
    name: isCarriedOut ? `方案${plan}` : '今天',
    version: isCarriedOut ? 3 : null,
    asOf: isCarriedOut ? '2027-12-31' : '2026-11-22',
  }));
  return { content: { comparison, columns }, context: createPlannedContext(county) };
}

const sample = createWorld(1);

/** The text of a page in the order in which it is set. */
async function readPage(spec: CompareSheetSpec): Promise<string> {
  const { content, context } = await sample;
  const file = join(folder, `${spec.paper}-${spec.orientation}-${spec.language}.pdf`);
  writeFileSync(file, await createCompareSheet(spec, { content, context }));
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Pages:\s+1\n/);
  // a place that is no number ends the page for readers of PDF without a word
  const { stderr } = spawnSync('pdftotext', [file, '-'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' ');
}

const LYING = { paper: 'A3', orientation: 'landscape', language: 'zh' } as const;

/** Values of the last column as the page writes them. */
const listValues = ({ rows, columns, towns }: PlanComparison): string[] => [
  ...rows.map(({ figures }) => {
    const figure = figures.at(-1);
    return figure ? writeFigureValue(figure, { language: 'zh' }).value : '';
  }),
  ...columns.map(({ evaluation }) => formatNumber(yuanToWan(evaluation.siteCostYuan + evaluation.roadCostYuan), 2)),
  ...towns.map(({ costYuan }) => formatNumber(yuanToWan(costYuan.at(-1) ?? 0), 2)),
];

describe('createCompareSheet', () => {
  it.each([
    LYING,
    { ...LYING, paper: 'A4' as const },
    { ...LYING, paper: 'A4' as const, orientation: 'portrait' as const },
  ])(
    'writes the figures of the comparison to the digit on $paper $orientation',
    async (spec) => {
      const page = await readPage(spec);
      for (const value of listValues((await sample).content.comparison)) expect(page).toContain(value);
      expect(page).toContain('选址结果为选址初筛');
      expect(page).toContain('批准：');
      expect(page).toContain('示例');
      expect(page).toContain('方案FA0001');
      // no name gives way to its units
      expect(page).not.toContain('…');
    },
    60_000,
  );

  it('writes in English, with every town', async () => {
    const page = await readPage({ ...LYING, language: 'en' });
    expect(page).toContain('relocation plans compared');
    expect(page).toContain('first screening');
    const { context } = await sample;
    for (const { level, nameEn } of context.county.areas) if (level === 'town') expect(page).toContain(nameEn);
  }, 60_000);

  it('gives the same bytes for the same comparison', async () => {
    const { content, context } = await sample;
    const [one, two] = [
      await createCompareSheet(LYING, { content, context }),
      await createCompareSheet(LYING, { content, context }),
    ];
    expect(Buffer.compare(one, two)).toBe(0);
  }, 60_000);
});

describe('composeCompareSheet', () => {
  it('leaves nothing out for up to six plans on A3', async () => {
    const { content, context } = await createWorld(5);
    const sheet = composeCompareSheet({ spec: LYING, ...content, context, measure: measurePlainly });
    expect([sheet.leftOut, sheet.omitted]).toEqual([[], {}]);
    expect(columnLetter(content.columns.length - 1)).toBe('F');
  }, 60_000);
});
