import type { FigureAnswer } from '#core/api/figures.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import type { OutColumn, OutRow, OutTable, OutType } from './out-table.ts';

const COLUMNS = [
  ['area', 'figure_area', 'AREA', 'text'],
  ['areaName', 'figure_area_name', 'AREANAME', 'text'],
  ['code', 'figure_code', 'CODE', 'text'],
  ['name', 'figure_name', 'NAME', 'text'],
  ['part', 'figure_part', 'PART', 'text'],
  ['asOf', 'figure_as_of', 'ASOF', 'date'],
  ['value', 'figure_value', 'VALUE', 'number'],
  ['unit', 'figure_unit', 'UNIT', 'text'],
  ['numerator', 'figure_numerator', 'NUMERATOR', 'number'],
  ['denominator', 'figure_denominator', 'DENOMINAT', 'number'],
  ['target', 'figure_target', 'TARGET', 'number'],
  ['light', 'figure_light', 'LIGHT', 'text'],
  ['reason', 'figure_reason', 'REASON', 'text'],
] as const satisfies readonly (readonly [string, Parameters<typeof text<'exports'>>[2], string, OutType])[];

/** Figures of areas as a table: each part a row of its own, with numerator and denominator, in readers' units like the interface. */
export function createFigureTable(
  figures: readonly FigureAnswer[],
  { language, areaNames }: { readonly language: Language; readonly areaNames: ReadonlyMap<string, string> },
): OutTable {
  return {
    name: 'indicators',
    title: text(language, 'exports', 'figures'),
    columns: COLUMNS.map(
      ([name, key, shortName, type]): OutColumn => ({
        name,
        title: text(language, 'exports', key),
        shortName,
        type,
        words: null,
      }),
    ),
    rows: figures.flatMap((figure) =>
      [figure, ...figure.parts].map((part): OutRow => ({ geometry: null, values: toValues(figure, part, areaNames) })),
    ),
    geometries: [],
  };
}

const toValues = (
  figure: FigureAnswer,
  part: FigureAnswer | FigureAnswer['parts'][number],
  areaNames: ReadonlyMap<string, string>,
): OutRow['values'] => [
  figure.area,
  areaNames.get(figure.area) ?? null,
  figure.code,
  figure.name,
  part.partName ?? null,
  figure.asOf,
  part.value,
  part.unit,
  part.numerator,
  part.denominator,
  part.target?.value ?? null,
  part.light,
  figure.reasonText,
];
