import type { CompareAnswer } from '#core/api/plans.ts';
import type { FigureWithParts } from '#core/indicators/figure.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';
import { describeIndicator } from '#core/indicators/indicator-words.ts';
import { toReaderUnits } from '#core/indicators/reader-units.ts';
import { INDICATORS } from '#core/indicators/register.ts';
import type { ComparedRow } from '#core/planning/compare-plans.ts';
import type { PlanDifference } from '#core/planning/differences.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { metersToKilometers, yuanToWan } from '#core/units.ts';
import type { ComparedPlan, ComparedPlans } from './compare-service.ts';
import { faultsToAnswers } from './plan-answers.ts';
import { createThingNames } from './thing-names.ts';

/** A comparison as the interface gives it: kilometres, 万元, every difference as a sentence. */
export function comparisonToAnswer(language: Language, { comparison, columns }: ComparedPlans): CompareAnswer {
  const [first] = columns;
  if (!first) throw new RangeError('Got a comparison without columns');
  const { county } = first.state;
  const areaNames = new Map(county.areas.map(({ code, name, nameEn }) => [code, language === 'zh' ? name : nameEn]));
  return {
    county: county.code,
    revision: county.revision,
    year: comparison.year,
    years: [...comparison.years],
    columns: columns.map((column, i) => {
      const evaluation = comparison.columns[i]?.evaluation;
      return {
        plan: column.plan,
        name: nameColumn(language, column),
        status: column.summary?.status ?? 'today',
        version: column.state.version,
        asOf: column.asOf,
        siteWanYuan: yuanToWan(evaluation?.siteCostYuan ?? 0),
        roadWanYuan: yuanToWan(evaluation?.roadCostYuan ?? 0),
        hardenedKm: metersToKilometers(evaluation?.hardenedMeters ?? 0),
        hasSampleCosts: evaluation?.hasSampleCosts ?? false,
        faults: faultsToAnswers(language, createThingNames(language, column.state.county, []), column.state.faults),
      };
    }),
    rows: comparison.rows.map((row) => ({
      ...rowToAnswer(row),
      name: describeIndicator(language, county.campaign, row.indicator).name,
      betterDirection: INDICATORS[row.indicator].betterDirection,
    })),
    towns: comparison.towns.map(({ code, rows, costYuan }) => ({
      code,
      name: areaNames.get(code) ?? code,
      rows: rows.map(rowToAnswer),
      wanYuan: costYuan.map(yuanToWan),
    })),
    differences: comparison.differences.map((difference) => differenceToAnswer(language, difference)),
  };
}

/** What a column is called; today's with no plan of its own. */
export function nameColumn(language: Language, { summary }: Pick<ComparedPlan, 'summary'>): string {
  if (summary === null) return text(language, 'compare', 'today');
  return language === 'en' ? summary.nameEn || summary.name : summary.name;
}

const rowToAnswer = ({ indicator, figures }: ComparedRow) => ({ indicator, figures: figures.map(figureToAnswer) });

function figureToAnswer(figure: FigureWithParts): CompareAnswer['rows'][number]['figures'][number] {
  const { unit, ...own } = toReaderUnits({ ...figure });
  if (unit === 'meters' || unit === 'yuan' || unit === 'meters_per_day')
    throw new TypeError(`Got unit ${unit} when expected one that readers use`);
  return { ...own, unit, partName: null };
}

function differenceToAnswer(
  language: Language,
  { name, nameEn, before, after, ...difference }: PlanDifference,
): CompareAnswer['differences'][number] {
  const { layer, code, state, geometry } = difference;
  const own = language === 'en' ? nameEn : name;
  const write = (count: number | null): string =>
    count === null
      ? text(language, 'figures', 'no_value')
      : layer === 'segments'
        ? String(count)
        : formatNumber(count, 0);
  // of sites and flows what changed may be the place alone
  const key =
    layer === 'sites' && state === 'changed' && before === after ? 'sites_moved' : (`${layer}_${state}` as const);
  const sentence = text(language, 'compare', key, { name: own, before: write(before), after: write(after) });
  return { layer, code, state, name: own, text: sentence, geometry: copyGeometry(geometry) };
}

const copyGeometry = (geometry: PlanDifference['geometry']): CompareAnswer['differences'][number]['geometry'] =>
  geometry.type === 'Point'
    ? { type: 'Point', coordinates: [geometry.coordinates[0], geometry.coordinates[1]] }
    : { type: 'LineString', coordinates: geometry.coordinates.map(([lon, lat]): [number, number] => [lon, lat]) };
