import { composeSheetSet } from '#core/cartography/sheet/compose-sheet-set.ts';
import type { ComposedSheet } from '#core/cartography/sheet/composed-sheet.ts';
import type { MeasureText } from '#core/cartography/sheet/drawing.ts';
import { DEFAULT_SHEET_OPTIONS, type SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { County } from '#core/county/county.ts';
import { MAP_KINDS, type MapKind } from '#core/county/kinds.ts';
import { createIndicatorContext, type IndicatorContext } from '#core/indicators/context.ts';
import { getSheetFonts } from '#server/sheets/sheet-fonts.ts';
import { type BenchResult, summarise } from './measure.ts';
import { checkSheet } from './sheet-checks.ts';

/** Paper that hangs at each level. */
const PAPERS = { county: 'A0', town: 'A2', village: 'A3' } as const;

/** A sheet of the sweep. */
export interface SweptSheet {
  readonly map: MapKind;
  readonly areaCode: string;
  readonly paper: string;
}

/** Every map of the county, each town and each village on the paper that hangs there, the county first. */
export const listSweptSheets = ({ county }: IndicatorContext): readonly SweptSheet[] =>
  county.areas.flatMap(({ code, level }) => MAP_KINDS.map((map) => ({ map, areaCode: code, paper: PAPERS[level] })));

/** A sheet with its continuation sheets, set in the fonts that are printed. */
export function composeAsPrinted(
  context: IndicatorContext,
  asked: SweptSheet,
): { readonly spec: SheetSpec; readonly pages: readonly ComposedSheet[]; readonly measure: MeasureText } {
  const { measure, hasGlyph } = getSheetFonts();
  const spec: SheetSpec = {
    ...asked,
    asOf: context.asOf,
    orientation: 'landscape',
    scale: 'fit',
    edition: 'internal',
    language: 'zh',
    relief: false,
    liveUrl: null,
    options: DEFAULT_SHEET_OPTIONS,
  };
  return { spec, measure, pages: composeSheetSet({ spec, context, measure, hasGlyph, liveCode: null }) };
}

/** Symbols stand where their things are and may cover each other's letters; names give way to them only where they can. */
export const isSoftFault = (fault: string): boolean => /^(symbol|name) over symbol/.test(fault);

/** Composes all sheets of the county and looks for what is wrong with them; every fault goes to the standard error. */
export async function benchSheetsSweep(county: County): Promise<readonly BenchResult[]> {
  const context = createIndicatorContext(county);
  const times: number[] = [];
  let [faults, unplaced, onSymbols] = [0, 0, 0];
  const sheets = listSweptSheets(context);
  for (const asked of sheets) {
    const start = performance.now();
    const { spec, pages, measure } = composeAsPrinted(context, asked);
    times.push(performance.now() - start);
    unplaced += pages[0]?.report.unplaced.length ?? 0;
    for (const fault of checkSheet(pages, { spec, context, measure })) {
      if (fault.startsWith('name over symbol')) onSymbols++;
      if (isSoftFault(fault)) continue;
      faults++;
      process.stderr.write(`${asked.map} ${asked.areaCode}: ${fault}\n`);
    }
  }
  return [
    summarise('composing a sheet of the sample county', 'ms', times, null),
    summarise(`faults of ${sheets.length} sheets`, 'count', [faults], 0),
    summarise('names without a place on a sheet', 'count', [unplaced / sheets.length], null),
    summarise("names over a symbol's letter on a sheet", 'count', [onSymbols / sheets.length], null),
  ];
}
