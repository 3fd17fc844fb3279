import type { ImportRequest } from '#core/api/imports.ts';
import { DEFAULT_SETTINGS } from '#core/county/campaign.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { text } from '#core/texts/text.ts';

/**
 * A county with a campaign of its data's year and no things: what files do not bring.
 *
 * @param since first day of the campaign, `YYYY-MM-DD`
 */
export function createEmptyCounty(
  request: ImportRequest,
  code: string,
  since: string,
): Omit<CountyRows, 'areas' | 'settlements' | 'segments' | 'sites' | 'parks'> {
  const year = since.slice(0, 4);
  return {
    code,
    dataDate: request.dataDate,
    origin: text('zh', 'imports', 'origin_import', { files: request.files.map((file) => file.name).join(', ') }),
    campaign: {
      code: 'import',
      name: text('zh', 'imports', 'default_campaign_name'),
      nameEn: text('en', 'imports', 'default_campaign_name_en'),
      startsOn: since,
      deadline: `${year}-12-31`,
      baseYear: Number(year),
      documents: [],
      targetWordSet: 'regular_assistance',
      relocationWordSet: 'hazard_relocation',
    },
    settings: DEFAULT_SETTINGS,
    households: [],
    homesteads: [],
    hazards: [],
    services: [],
    constraints: [],
    projects: [],
    tasks: [],
    items: [],
    responsibilities: [],
    benchmarks: [],
    calendarStops: [],
    ledgerRows: [],
    reportedTotals: [],
    rivers: [],
    plans: [],
    dem: null,
  };
}
