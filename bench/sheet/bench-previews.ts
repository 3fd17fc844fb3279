import {
  completeSheetSpec,
  DEFAULT_SHEET_OPTIONS,
  type SheetOptions,
  type SheetSpec,
} from '#core/cartography/sheet/sheet-spec.ts';
import type { IsoDate } from '#core/county/dates.ts';
import type { PlanCommand } from '#core/county/plan.ts';
import { createIndicatorContext, type IndicatorContext } from '#core/indicators/context.ts';
import { getCountyUnderDraft } from '#core/planning/county-under-draft.ts';
import { createSheetService } from '#server/sheets/sheet-service.ts';
import { type BenchResult, kept, summarise } from '../measure.ts';

const RUNS = 5;
/** Issue 5: a changed option in half a second. */
const MOST_MILLISECONDS = 500;
/** A person who changes options has seen some previews before. */
const WARMING_RUNS = 5;

/** What is said of a sheet otherwise than by default. */
type Said = Partial<SheetSpec>;

/** An option that is changed, each run to a value that was not drawn before. */
interface Change {
  readonly name: string;
  /** What is looked at when the option is changed; not measured. Without it the sheet of the run before. */
  readonly from?: (run: number) => Said;
  readonly to: (run: number) => Said;
  /** The county under a draft that is changed instead. */
  readonly under?: (run: number) => IndicatorContext;
}

const MAPS = ['targets', 'measures', 'industry', 'progress'] as const;
const mapAt = (run: number) => MAPS[run % MAPS.length] ?? 'progress';
const DAY_MILLISECONDS = 86_400_000;

const withOptions = (options: Partial<SheetOptions>): Said => ({ options: { ...DEFAULT_SHEET_OPTIONS, ...options } });

/** The options of the county's A0 sheet that the sheet room offers. Of an option with few values each run has a paper of its own, a millimetre wider. */
function listChanges({ county }: IndicatorContext): readonly Change[] {
  const closeSites = (count: number): IndicatorContext => {
    const commands = county.sites.slice(0, count).map(({ code: siteCode }, i): PlanCommand => {
      const edit = { kind: 'close_site', input: { siteCode } } as const;
      return { id: `c${i}`, by: 'bench', at: '2026-11-23T09:00:00+08:00', ...edit };
    });
    return createIndicatorContext(getCountyUnderDraft(county, { basedOn: null, commands }));
  };
  const towns = county.areas.filter(({ level }) => level === 'town');
  const daysBefore = (days: number): IsoDate =>
    new Date(Date.parse(county.dataDate) - days * DAY_MILLISECONDS).toISOString().slice(0, 10) as IsoDate;
  const paperAt = (from: number, run: number): Said => ({ paper: `${from + run}x1189` });
  const fewValues = (name: string, wide: number, to: (run: number) => Said): Change => {
    const from = (run: number): Said => ({ ...paperAt(wide, run), map: mapAt(run) });
    return { name, from, to: (run) => ({ ...from(run), ...to(run) }) };
  };
  return [
    { name: 'option, A0 county', to: (run) => withOptions({ notes: `${run}` }) },
    {
      name: 'paper, A0 to A1 and back',
      to: (run) => (run % 2 === 0 ? paperAt(841, run) : { paper: `${594 + run}x841` }),
    },
    { name: 'scale', to: (run) => ({ scale: 100_000 + 1000 * run }) },
    fewValues('map', 860, (run) => ({ map: mapAt(run + 1) })),
    { name: 'date', to: (run) => ({ asOf: daysBefore(run) }) },
    ...MAPS.map((map, index) => ({
      name: `date by a month, ${map} map`,
      to: (run: number) => ({ map, asOf: daysBefore(30 * run + index) }),
    })),
    fewValues('language to English', 880, () => ({ language: 'en' })),
    fewValues('language to both', 900, () => withOptions({ secondLanguage: 'en' })),
    { name: 'draft, one more site closed', to: () => ({ map: 'measures' }), under: closeSites },
    { name: 'area, a town after another', to: (run) => ({ areaCode: towns[run % towns.length]?.code ?? county.code }) },
    fewValues('orientation', 920, () => ({ orientation: 'portrait' })),
    fewValues('edition', 940, () => ({ edition: 'review' })),
    fewValues('colours to black and white', 960, () => withOptions({ colors: 'mono' })),
    fewValues('edition kept by hand', 980, () => withOptions({ isHandKept: true })),
  ];
}

/** Changed options, from the request to the SVG, as the sheet room asks for it. */
export async function benchPreviews(context: IndicatorContext): Promise<readonly BenchResult[]> {
  const service = createSheetService();
  const file = { format: 'svg', page: 1, isPreview: true } as const;
  const { code: areaCode, dataDate: asOf } = context.county;
  const show = (said: Said, under?: IndicatorContext): Promise<Uint8Array> =>
    service.createSheet(completeSheetSpec({ map: 'progress', areaCode, asOf, ...said }), {
      context: under ?? context,
      isUnderPlan: under !== undefined,
      file,
    });
  const results: BenchResult[] = [];
  try {
    for (const { name, from, to, under } of listChanges(context)) {
      const times: number[] = [];
      for (let run = 1; run <= WARMING_RUNS + RUNS; run++) {
        if (from) await show(from(run));
        const start = performance.now();
        kept[0] = await show(to(run), under?.(run));
        if (run > WARMING_RUNS) times.push(performance.now() - start);
      }
      results.push(summarise(`preview of a changed ${name}`, 'ms', times, MOST_MILLISECONDS));
    }
    return results;
  } finally {
    await service.close();
  }
}
