import type { ChosenSites, RoadProgramme } from '#core/api/choices.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';

/** A number as a person reads it; a dash where there is none. */
const formatNumber = (value: number | null, decimals = 1): string =>
  value === null ? '–' : String(Number(value.toFixed(decimals)));

const formatGap = (gap: number | null): string => (gap === null ? '–' : `${formatNumber(gap * 100, 2)}%`);

/** Chosen sites: how good, what stands against it, then one a line, tab-separated: code, name, households, capacity, reason. */
export function formatSites(answer: ChosenSites, language: Language): readonly string[] {
  const { objective, bound, gap, unit, elapsedSeconds, seed, sites, problems, commands, note } = answer;
  const values = { unit, seed, gap: formatGap(gap), seconds: formatNumber(elapsedSeconds) };
  const found = text(language, 'choices', 'cli_objective', {
    ...values,
    objective: formatNumber(objective),
    bound: formatNumber(bound),
  });
  return [
    answer.statusText,
    ...(objective === null ? [] : [found]),
    ...problems.map((problem) => problem.text),
    ...sites.map((site) =>
      [site.siteCode, site.name, site.households, site.capacityHouseholds ?? '–', site.reason].join('\t'),
    ),
    ...(objective === null ? [] : [text(language, 'choices', 'cli_commands', { count: commands.length }), note]),
  ];
}

/** A road programme: how good, by year, then its steps, tab-separated: number, year, what, segments. */
export function formatProgramme(answer: RoadProgramme, language: Language): readonly string[] {
  const { steps, years, joined, impossible, leftOut, unplaced, seed } = answer;
  const say = (key: Parameters<typeof text<'choices'>>[2], values: Readonly<Record<string, string | number>> = {}) =>
    text(language, 'choices', key, values);
  return [
    answer.statusText,
    say('cli_programme', {
      cost: formatNumber(answer.wanYuan),
      gained: answer.gained,
      bound: formatNumber(answer.bound),
      gap: formatGap(answer.gap),
      seconds: formatNumber(answer.elapsedSeconds),
      seed,
    }),
    say('cli_joined', joined),
    ...years.map(({ year, km, wanYuan, settlements, households }) =>
      say('cli_year', { year, km: formatNumber(km), cost: formatNumber(wanYuan), settlements, households }),
    ),
    ...steps.map((step) =>
      [step.number, step.year, step.text, step.segments.map(({ code }) => code).join(' ')].join('\t'),
    ),
    ...unplaced.map((step) => [step.text, step.segments.join(' ')].join('\t')),
    ...(impossible.length > 0
      ? [say('cli_impossible', { count: impossible.length, names: impossible.map(({ name }) => name).join(', ') })]
      : []),
    ...(leftOut.length > 0 ? [say('cli_left_out', { count: leftOut.length })] : []),
    ...(answer.hasSampleCosts ? [say('cli_sample_costs')] : []),
    say('cli_commands', { count: answer.commands.length }),
  ];
}
