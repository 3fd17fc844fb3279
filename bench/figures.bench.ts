import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import { buildFeatures } from '#core/cartography/features/build-features.ts';
import { FEATURE_LAYERS } from '#core/cartography/map-definition.ts';
import type { County } from '#core/county/county.ts';
import { MAP_KINDS } from '#core/county/kinds.ts';
import { computeFigures } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { type BenchResult, summarise, timeRuns } from './measure.ts';
import type { ServerProcess } from './server-process.ts';

const RUNS = 15;

/** The county that every fresh folder holds. */
const SAMPLE_COUNTY = '529901';

/** As-of dates that no run repeats, so that nothing of an earlier run can answer. */
const dateOfRun = (run: number): string => `2025-${String(((run + 1) % 12) + 1).padStart(2, '0')}-1${(run + 1) % 10}`;

/** Layers that exist below the county only. */
const VILLAGE_LAYERS: readonly string[] = ['households'];

/** Figures, map definitions and features of the sample county; the county is loaded, no answer is kept between runs. */
export async function benchFigures(county: County): Promise<readonly BenchResult[]> {
  const all = await timeRuns(RUNS, () => computeFigures(createIndicatorContext(county), county.code));
  const context = createIndicatorContext(county);
  computeFigures(context, county.code);
  const warm = await timeRuns(RUNS, () => computeFigures(context, county.code));
  const newDate = await timeRuns(RUNS, (run) =>
    computeFigures(createIndicatorContext(county, dateOfRun(run)), county.code),
  );
  const areas = await timeRuns(5, (run) => {
    const fresh = createIndicatorContext(county, dateOfRun(run));
    return county.areas.map((area) => computeFigures(fresh, area.code));
  });
  const results = [
    summarise('county, all indicators, new snapshot state', 'ms', all, null),
    summarise('county, all indicators, warm', 'ms', warm, 20),
    summarise('county, all indicators, at a new date', 'ms', newDate, 150),
    summarise(`all indicators of all ${county.areas.length} areas, at a new date`, 'ms', areas, null),
  ];
  return [...results, ...(await benchMaps(county)), ...(await benchFeatures(county))];
}

/** Figures of the county and of everything below it in one request each, parsed; the first of a date and the same again. */
export async function benchServedFigures({ address }: ServerProcess): Promise<readonly BenchResult[]> {
  const ask = async (path: string): Promise<number> => {
    const response = await fetch(`${address}/api/areas/${SAMPLE_COUNTY}/indicators?${path}`);
    if (response.status !== 200) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
    return ((await response.json()) as { readonly items: readonly unknown[] }).items.length;
  };
  const areas = await ask('of=all');
  const cold = await timeRuns(RUNS, (run) => ask(`of=all&asOf=${dateOfRun(run)}`));
  const warm = await timeRuns(RUNS, () => ask('of=all'));
  const one = await timeRuns(RUNS, () => ask('of=self'));
  return [
    summarise(`one request, all indicators of the ${areas} areas below, at a new date`, 'ms', cold, 400),
    summarise('the same, warm', 'ms', warm, 400),
    summarise('one request, all indicators of the county with parts, warm', 'ms', one, null),
  ];
}

async function benchMaps(county: County): Promise<readonly BenchResult[]> {
  const context = createIndicatorContext(county);
  const results: BenchResult[] = [];
  for (const map of MAP_KINDS) {
    const times = await timeRuns(RUNS, () =>
      createMapDefinition({ context, map, areaCode: county.code, palette: 'light', language: 'zh' }),
    );
    results.push(summarise(`map definition ${map}`, 'ms', times, 50));
  }
  return results;
}

async function benchFeatures(county: County): Promise<readonly BenchResult[]> {
  const context = createIndicatorContext(county);
  const layers = FEATURE_LAYERS.filter((layer) => !VILLAGE_LAYERS.includes(layer));
  const times = await timeRuns(RUNS, () =>
    layers.map((layer) => JSON.stringify(buildFeatures({ context, layer, areaCode: county.code, language: 'zh' }))),
  );
  return [summarise('features of the county, every layer as GeoJSON text', 'ms', times, 300)];
}
