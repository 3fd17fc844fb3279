import { type ChoiceResult, type ChosenSites, choiceResultSchema, type RoadProgramme } from '#core/api/choices.ts';
import type { Language } from '#core/texts/language.ts';
import { type TextKey, text } from '#core/texts/text.ts';
import { type CsvCell, formatCsv } from '../http/csv-text.ts';

/** A stored result as a table: the programme one segment a line by year, the sites one flow a line. */
export function choiceToCsv(json: string, language: Language): { readonly fileName: string; readonly csv: string } {
  const result = choiceResultSchema.parse(JSON.parse(json));
  const lines = result.kind === 'choose_sites' ? listSiteLines(result, language) : listProgrammeLines(result, language);
  return { fileName: `${nameChoiceFile(result)}.csv`, csv: formatCsv(lines) };
}

/** File name of a result without its ending, in plain letters. */
export const nameChoiceFile = ({ kind, basis }: ChoiceResult): string =>
  [basis.county, basis.plan ?? 'today', kind === 'choose_sites' ? 'sites' : 'roads'].join('-');

const createHead = (language: Language, keys: readonly TextKey<'choices'>[]): readonly string[] =>
  keys.map((key) => text(language, 'choices', key));

function listProgrammeLines({ steps }: RoadProgramme, language: Language): readonly (readonly CsvCell[])[] {
  const head = createHead(language, [
    'csv_year',
    'csv_number',
    'csv_segment',
    'csv_segment_name',
    'csv_km',
    'csv_cost',
    'csv_estimate',
    'csv_step_settlements',
    'csv_step_households',
  ]);
  const byYear = steps.toSorted((a, b) => a.year - b.year || a.number - b.number);
  const lines = byYear.flatMap(({ year, number, segments, settlements, households }) =>
    segments.map(({ code, name, km, wanYuan, isEstimate }): readonly CsvCell[] => [
      year,
      number,
      code,
      name,
      km,
      wanYuan,
      text(language, 'choices', isEstimate ? 'yes' : 'no'),
      settlements.map((settlement) => settlement.name).join(' '),
      households,
    ]),
  );
  return [head, ...lines];
}

function listSiteLines({ sites, flows }: ChosenSites, language: Language): readonly (readonly CsvCell[])[] {
  const head = createHead(language, [
    'csv_site',
    'csv_site_name',
    'csv_is_new',
    'csv_lon',
    'csv_lat',
    'csv_capacity',
    'csv_reason',
    'csv_settlement',
    'csv_households',
    'csv_minutes',
    'csv_km',
  ]);
  const lines = sites.flatMap((site) => {
    const own: readonly CsvCell[] = [
      site.siteCode,
      site.name,
      text(language, 'choices', site.isNew ? 'yes' : 'no'),
      ...site.position,
      site.capacityHouseholds,
      site.reason,
    ];
    const served = flows.filter(({ siteCode }) => siteCode === site.siteCode);
    if (served.length === 0) return [[...own, null, null, null, null]];
    return served.map(({ settlementCode, households, minutes, km }) => [
      ...own,
      settlementCode,
      households,
      minutes,
      km,
    ]);
  });
  return [head, ...lines];
}
