import type { ReportedPage, SheetReportAnswer } from '#core/api/sheet-report.ts';
import type { ComposedSheet } from '#core/cartography/sheet/composed-sheet.ts';
import { lintSheet } from '#core/cartography/sheet/lint/lint-sheet.ts';
import type { SheetFinding } from '#core/cartography/sheet/lint/sheet-finding.ts';
import { listRareGlyphs } from '#core/cartography/sheet/missing-glyphs.ts';
import { isPublicEdition, type SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { composeOnce, withoutDraft } from './create-sheet.ts';
import { getSheetFonts, RARE_FONT_NAME } from './sheet-fonts.ts';

/** What is to be known of a sheet before it is printed; findings are not in words yet. */
export interface SheetInspection extends Omit<SheetReportAnswer, 'findings'> {
  readonly findings: readonly SheetFinding[];
}

/**
 * Composes a sheet, or takes it as composed last, and tells what its report says. Public editions with errors are inspected too, under a draft as they are without it.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `invalid_date`, `unknown_paper`, `scale_does_not_fit`
 */
export function inspectSheet(
  spec: SheetSpec,
  { context: given }: { readonly context: IndicatorContext },
): SheetInspection {
  const context = given.asOf === spec.asOf ? given : given.at(spec.asOf);
  const pages = composeOnce(withoutDraft(spec), { context: given });
  const findings = lintSheet({ spec, context, pages });
  const [first] = pages;
  return {
    title: first?.title ?? '',
    scale: first?.layout.scale ?? 0,
    revision: context.county.revision,
    isPrintable: !isPublicEdition(spec.edition) || findings.every(({ severity }) => severity !== 'error'),
    findings,
    pages: pages.map(reportPage),
    unplaced: [...(first?.report.unplaced ?? [])],
    missingGlyphs: listOnce(pages.flatMap(({ report }) => report.missingGlyphs)),
    rareGlyphs: listOnce(pages.flatMap(({ items }) => listRareGlyphs(items, getSheetFonts().isRare))),
    rareFont: RARE_FONT_NAME,
    leftOut: listOnce(pages.flatMap(({ report }) => report.leftOut)),
    continued: (first?.report.continued ?? []).map((panel) => ({ ...panel })),
    omittedNotes: first?.report.omittedNotes ?? 0,
    displaced: [...(first?.report.displaced ?? [])],
  };
}

const listOnce = (texts: readonly string[]): string[] => [...new Set(texts)];

function reportPage({ sheet, title, paper, bleedMillimeters, layout, report }: ComposedSheet): ReportedPage {
  const isMap = sheet.number === 1;
  return {
    number: sheet.number,
    title,
    ...paper,
    bleedMillimeters,
    map: isMap ? layout.map : null,
    panelRoom: isMap && layout.arrangement !== 'none' ? layout.panels : null,
    insets: report.insets.map((inset) => ({ ...inset })),
    panels: report.panels.map((panel) => ({ ...panel })),
  };
}
