import type { County } from '../../../county/county.ts';
import type { Figure, IndicatorCode } from '../../../indicators/figure.ts';
import {
  formatNumber,
  nameCountUnit,
  nameCountUnits,
  numeratorUnitOf,
  writeAmount,
  writeFigureValue,
} from '../../../indicators/format-figure.ts';
import { describeIndicator } from '../../../indicators/indicator-words.ts';
import { writeChange } from '../../../indicators/write-change.ts';
import type { ComparedRow } from '../../../planning/compare-plans.ts';
import type { Language } from '../../../texts/language.ts';
import { text } from '../../../texts/text.ts';
import { metersToKilometers, yuanToWan } from '../../../units.ts';
import type { TableCell, TableColumn, TableData } from '../furniture/table-data.ts';
import { type CompareSheetContent, columnLetter } from './compare-sheet-spec.ts';

/** What the tables speak of. */
export interface CompareTablesInput extends CompareSheetContent {
  readonly county: County;
  readonly language: Language;
}

/** What stands in brackets at the end of a name is said with the indicator elsewhere. */
const ALIAS = /\s*[（(][^（()）]*[)）]$/u;

const WAN_DECIMALS = 2;

/** The tables of the page, the most important first. */
export const createCompareTables = (input: CompareTablesInput): readonly TableData[] => [
  createFiguresTable(input),
  createCostsTable(input),
  createTownsTable(input),
];

const columnsOf = ({ columns }: CompareTablesInput, first: string): readonly TableColumn[] => [
  { title: first, align: 'start', rank: 0, flexible: true },
  ...columns.map((_, i): TableColumn => ({ title: columnLetter(i), align: 'end', rank: 0 })),
];

/** Two rows for each indicator: the values with their change from the first column; below, the units and what the values are made of. */
function createFiguresTable(input: CompareTablesInput): TableData {
  const { comparison, county, language } = input;
  const bold = new Set<number>();
  const rows: (readonly TableCell[])[] = [];
  for (const { indicator, figures } of comparison.rows) {
    const [first] = figures;
    if (!first) continue;
    const { name } = describeIndicator(language, county.campaign, indicator);
    bold.add(rows.length);
    const isMade = figures.some(({ denominator }) => denominator !== null);
    const unit = nameCountUnit(first.unit, language);
    const title = `${indicator} ${name.replace(ALIAS, '')}`;
    rows.push([
      isMade ? title : withUnit(title, unit, language),
      ...figures.map((figure, i) => {
        const change = i === 0 ? '' : writeChange(first, figure);
        const value = writeBare(figure, language);
        return change === '' ? value : `${value} (${change})`;
      }),
    ]);
    if (!isMade) continue;
    rows.push([`　${writeUnits(first, unit, language)}`, ...figures.map((figure) => writeFraction(figure, language))]);
  }
  return {
    id: 'figures',
    title: text(language, 'compare', 'sheet_figures'),
    remark: text(language, 'compare', 'figures_remark'),
    columns: columnsOf(input, text(language, 'compare', 'indicator')),
    rows,
    boldRows: bold,
    isWhole: true,
  };
}

/** Units of a value and of what it is made of, in a line of their own so that names keep theirs: `% · 公里`, `分钟 / 户`. */
function writeUnits(figure: Figure, unit: string, language: Language): string {
  const { numerator, denominator } = nameCountUnits(figure, language);
  const made = numerator === denominator ? denominator : `${numerator} / ${denominator}`;
  return unit === '' || unit === numerator ? made : `${unit} · ${made}`;
}

const withUnit = (name: string, unit: string, language: Language): string =>
  unit === '' ? name : language === 'zh' ? `${name}（${unit}）` : `${name} (${unit})`;

/** `1,421 / 1,769`, without units. */
function writeFraction(figure: Figure, language: Language): string {
  const { numerator, denominator, countUnit } = figure;
  if (numerator === null || denominator === null) return '';
  const top = writeAmount(numerator, numeratorUnitOf(figure), { language }).value;
  return `${top} / ${writeAmount(denominator, countUnit, { language }).value}`;
}

/** Costs of what is left to build; rows that rest on sample prices are marked. */
function createCostsTable(input: CompareTablesInput): TableData {
  const { comparison, language } = input;
  const evaluations = comparison.columns.map(({ evaluation }) => evaluation);
  const hasSample = evaluations.some(({ hasSampleCosts }) => hasSampleCosts);
  const mark = hasSample ? ` [${text(language, 'compare', 'sample_cost')}]` : '';
  const against = `　${text(language, 'compare', 'against_first')}`;
  const lines = (label: string, amounts: readonly number[], decimals = WAN_DECIMALS): (readonly TableCell[])[] => {
    const changes = amounts.map((amount) => writeSigned(amount - (amounts[0] ?? 0), decimals));
    const values = [label, ...amounts.map((amount) => formatNumber(amount, decimals))];
    return changes.every((change) => change === '') ? [values] : [values, [against, ...changes]];
  };
  const say = (key: 'cost_sites' | 'cost_roads' | 'cost_all') => `${text(language, 'compare', key)}${mark}`;
  const sites = evaluations.map(({ siteCostYuan }) => yuanToWan(siteCostYuan));
  const roads = evaluations.map(({ roadCostYuan }) => yuanToWan(roadCostYuan));
  const all = evaluations.map(({ siteCostYuan, roadCostYuan }) => yuanToWan(siteCostYuan + roadCostYuan));
  return {
    id: 'costs',
    title: text(language, 'compare', 'sheet_costs'),
    columns: columnsOf(input, text(language, 'compare', 'costs')),
    rows: [
      ...lines(say('cost_sites'), sites),
      ...lines(say('cost_roads'), roads),
      ...lines(say('cost_all'), all),
      ...lines(
        text(language, 'compare', 'hardened'),
        evaluations.map(({ hardenedMeters }) => metersToKilometers(hardenedMeters)),
        1,
      ),
    ],
    isWhole: true,
  };
}

/** What of towns is printed beside the cost; where there are many plans the last goes first, then the cost. */
const TOWN_INDICATORS: readonly IndicatorCode[] = ['R2', 'S3'];

/** A row for each town: its figures and what is left to build, column beside column. */
function createTownsTable(input: CompareTablesInput): TableData {
  const { comparison, county, language, columns } = input;
  const areas = new Map(county.areas.map((area) => [area.code, area]));
  const shown = comparison.towns.map(({ rows }) =>
    TOWN_INDICATORS.map((code) => rows.find(({ indicator }) => indicator === code)),
  );
  const numbered = TOWN_INDICATORS.flatMap((code, rank) =>
    columns.map((_, i): TableColumn => {
      const unit = unitOf(shown[0]?.[rank], language);
      return { title: `${code} ${columnLetter(i)}${unit && ` ${unit}`}`, align: 'end', rank: rank * 2 };
    }),
  );
  const cost = text(language, 'compare', 'town_cost_short');
  const costs = columns.map((_, i): TableColumn => ({ title: `${cost} ${columnLetter(i)}`, align: 'end', rank: 1 }));
  return {
    id: 'towns',
    title: text(language, 'compare', 'towns'),
    remark: text(language, 'compare', 'towns_remark'),
    columns: [
      { title: text(language, 'compare', 'town'), align: 'start', rank: 0, flexible: true },
      ...numbered,
      ...costs,
    ],
    rows: comparison.towns.map(({ code, costYuan }, at) => {
      const area = areas.get(code);
      return [
        area ? (language === 'zh' ? area.name : area.nameEn) : code,
        ...(shown[at] ?? []).flatMap((row) => columns.map((_, i) => writeBare(row?.figures[i], language))),
        ...costYuan.map((yuan) => formatNumber(yuanToWan(yuan), WAN_DECIMALS)),
      ];
    }),
  };
}

const unitOf = (row: ComparedRow | undefined, language: Language): string =>
  row?.figures[0] ? nameCountUnit(row.figures[0].unit, language) : '';

const writeBare = (figure: Figure | undefined, language: Language): string =>
  figure ? writeFigureValue(figure, { language }).value : '';

/** `+12.3`, `−4`; empty where it is nothing at these decimals. */
function writeSigned(amount: number, decimals: number): string {
  const written = formatNumber(amount, decimals);
  if (Number(written.replace('−', '-').replaceAll(',', '')) === 0) return '';
  return amount > 0 ? `+${written}` : written;
}
