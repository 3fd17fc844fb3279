import { describe, expect, it } from 'vitest';
import type { ChoiceRequest, ChoiceResult } from '#core/api/choices.ts';
import { buildCounty } from '#core/county/build-county.ts';
import type { CommandServices } from '#server/cli/command-services.ts';
import { optimiseCommand } from '#server/cli/commands/optimise-command.ts';
import { choiceToCsv } from '#server/planning/choices-csv.ts';
import { solveChoice } from '#server/planning/solve-choice.ts';
import { createChoiceCounty } from '#tests/support/site-choices.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const HOOKS = { now: () => 0, isCancelled: () => false, tell: () => undefined };

/** The command over the tiny county, with the lines that it says. */
async function run(args: readonly string[], { language = 'en' as 'en' | 'zh', counties = ['529902'] } = {}) {
  const lines: string[] = [];
  const asked: ChoiceRequest[] = [];
  const services = {
    listCountyCodes: async () => counties,
    async optimise(request: ChoiceRequest & { readonly lang: 'en' | 'zh' }) {
      asked.push(request);
      const county = request.kind === 'choose_sites' ? createChoiceCounty() : buildCounty(createTinyCountyRows(), 1);
      const answer: ChoiceResult = await solveChoice(
        county,
        {
          request,
          draft: { basedOn: null, commands: [] },
          basis: { county: county.code, plan: null, version: null, revision: 1 },
          batch: 'b',
          language: request.lang,
        },
        HOOKS,
      );
      return { answer, csv: choiceToCsv(JSON.stringify(answer), request.lang).csv };
    },
  } as unknown as CommandServices;
  const call = {
    args,
    language,
    locateFile: (name: string) => `/home/${name}`,
    sayLine: (line: string) => lines.push(line),
  };
  const { files = [] } = await optimiseCommand.run(call, services);
  return {
    lines,
    asked,
    files: files.map(({ path, bytes }) => ({ path, content: Buffer.from(bytes).toString('utf8') })),
  };
}

describe('optimiseCommand', () => {
  it('says which sites to open and what would be without each', async () => {
    const { lines, asked } = await run(['sites', '--problem', 'p_median', '--sites', '2', '--seed', '7']);
    expect(asked[0]).toMatchObject({ county: '529902', plan: null, sites: 2, seed: 7, demand: 'relocation' });
    expect(lines[0]).toBe('Proved optimal');
    expect(lines[1]).toMatch(/^Objective [\d.]+ household-minutes, bound [\d.]+, gap 0%, 0 s, seed 7$/);
    expect(lines[2]).toMatch(
      /^site-1\tShiping Site\t2\t2\tServes 2 households of 2 settlements, [\d.]+ minutes away on average and [\d.]+ minutes at most; without it the nearest other site would be [\d.]+ minutes away on average; all of them would then go to “Liuhe Site”$/,
    );
    expect(lines.at(-2)).toBe('4 commands make this part of a plan (--output file.json keeps them)');
  });

  it('speaks Chinese, and says how many cannot be placed and where', async () => {
    const { lines } = await run(['sites', '--problem', 'capacitated_p_median', '--sites', '2'], { language: 'zh' });
    expect(lines).toEqual([
      '无解，原因见下',
      '容量不够：5 户要安置，允许的安置点最多还有 4 户容量，1 户无法安置。缺口最大的乡镇：西溪镇（缺 2 户）。',
    ]);
  });

  it('names the settlements that no allowed place covers, and the least budget', async () => {
    const cover = await run(['sites', '--problem', 'set_cover', '--limit', '0.1']);
    expect(cover.lines[1]).toMatch(
      /^\d settlements \(\d households\) have no allowed place within 0.1 minutes: .*Yakou/,
    );
    const budget = await run(['sites', '--problem', 'p_median', '--required', 'site-2', '--budget', '10']);
    expect(budget.lines[1]).toBe('The budget is too small: at least 60 × 10,000 yuan are needed, the budget is 10.');
  });

  it('writes the answer as JSON and its list as CSV', async () => {
    const json = await run(['sites', '--problem', 'p_median', '--sites', '1', '--output', 'a.json']);
    expect(json.lines).toEqual(['Proved optimal']);
    expect(JSON.parse(json.files[0]?.content ?? '')).toMatchObject({ kind: 'choose_sites', status: 'optimal' });
    const csv = await run(['roads', '--all', '--emptied', '--years', '2026,2027:500', '--output', 'a.csv']);
    expect(csv.files[0]?.path).toBe('/home/a.csv');
    expect(csv.files[0]?.content.split('\r\n')[0]).toContain('Year,Step,Segment code,Segment name,km');
    expect(csv.asked[0]).toMatchObject({
      goal: { kind: 'join_all' },
      includesEmptied: true,
      years: [
        { year: 2026, budgetWanYuan: null },
        { year: 2027, budgetWanYuan: 500 },
      ],
    });
  });

  it('plans roads with what each step joins', async () => {
    const { lines } = await run(['roads', '--share', '1', '--years', '2027']);
    expect(lines[0]).toBe('Proved optimal');
    expect(lines.some((line) => /^Joined \(R2\): \d before, \d after, of \d that must be joined$/.test(line))).toBe(
      true,
    );
  });

  it('refuses what it cannot read, in a sentence', async () => {
    const refusalOf = (args: readonly string[], options = {}) =>
      run(args, options).then(
        () => null,
        (error: { code: string; details: { field?: unknown } }) => [error.code, error.details.field],
      );
    expect(await refusalOf([])).toEqual(['missing_argument', 'sites | roads']);
    expect(await refusalOf(['bridges'])).toEqual(['invalid_argument', 'bridges']);
    expect(await refusalOf(['sites'])).toEqual(['missing_argument', '--problem']);
    expect(await refusalOf(['sites', '--problem', 'p_median', '--sites', '-3'])).toEqual([
      'invalid_argument',
      expect.anything(),
    ]);
    expect(await refusalOf(['sites', '--problem', 'p_median', '--sites', 'many'])).toEqual([
      'invalid_argument',
      '--sites',
    ]);
    expect(await refusalOf(['sites', '--problem', 'p_median', '--sites=-3'])).toEqual(['invalid_argument', '--sites']);
    expect(await refusalOf(['sites', '--problem', 'p_median', '--points', '107,27'])).toEqual([
      'invalid_argument',
      '--points',
    ]);
    expect(await refusalOf(['roads'])).toEqual(['missing_argument', '--budget | --share | --all']);
    expect(await refusalOf(['roads', '--all', '--share', '0.5'])).toEqual(['invalid_argument', '--all --share 0.5']);
    expect(await refusalOf(['roads', '--all'], { counties: ['529901', '529902'] })).toEqual([
      'missing_argument',
      '--county',
    ]);
    expect(await refusalOf(['sites', '--problem', 'p_median'])).toEqual(['choice_needs_sites', undefined]);
  });
});
