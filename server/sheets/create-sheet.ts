import qrcode from 'qrcode-generator';
import type { SheetFile } from '#core/api/sheet-files.ts';
import { composeSheetSet } from '#core/cartography/sheet/compose-sheet-set.ts';
import type { ComposedSheet, ComposeInput } from '#core/cartography/sheet/composed-sheet.ts';
import type { CodeModules } from '#core/cartography/sheet/furniture/live-code.ts';
import { assertPrintable } from '#core/cartography/sheet/lint/assert-printable.ts';
import { lintSheet } from '#core/cartography/sheet/lint/lint-sheet.ts';
import { isPublicEdition, type SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { describeSheet } from './describe-sheet.ts';
import { getSheetFonts, RARE_FONT_NAME } from './sheet-fonts.ts';
import { writeSheetFile } from './write-sheet-file.ts';

/** What a sheet is made of. */
export interface SheetMaking {
  /** The county, under the spec's plan; taken to the spec's date when it is at another. */
  readonly context: IndicatorContext;
  /** By default a PDF. */
  readonly file?: SheetFile;
}

/**
 * Makes a sheet as a file. The same spec and revision give the same bytes on the same Node major.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `invalid_date`, `unknown_paper`, `scale_does_not_fit`, `no_such_page`, `too_many_pixels`, `sheet_not_public`
 */
export async function createSheet(
  spec: SheetSpec,
  { context, file = { format: 'pdf' } }: SheetMaking,
): Promise<Uint8Array> {
  const pages =
    file.format === 'svg' && file.isPreview ? composePreview(spec, context) : composeForPrint(spec, context);
  const { county } = context;
  const info = describeSheet({ title: pages[0]?.title ?? '', language: spec.language, county, date: spec.asOf });
  return writeSheetFile(pages, { file, info });
}

/**
 * The sheets of a set: the map, and what goes on on further ones. Public editions with errors stop here, so that no address goes around it. For files of
 * many sheets: nothing of one is kept for the next.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `invalid_date`, `unknown_paper`, `scale_does_not_fit`, `sheet_not_public`
 */
export function composePages(
  spec: SheetSpec,
  { context: given, ...more }: Pick<ComposeInput, 'context' | 'extent' | 'page' | 'overlay'>,
): readonly ComposedSheet[] {
  const pages = composeUnchecked(spec, { context: given, isOnce: true, ...more });
  if (isPublicEdition(spec.edition)) assertPrintable(lintComposed(spec, given, pages), spec);
  return pages;
}

/** A sheet as it is handed out: an edition for the public with errors is refused. */
function composeForPrint(spec: SheetSpec, context: IndicatorContext): readonly ComposedSheet[] {
  const pages = composeOnce(spec, { context });
  if (isPublicEdition(spec.edition)) assertPrintable(lintComposed(spec, context, pages), spec);
  return pages;
}

/** A sheet as it is looked at: a public edition with errors as its review copy, whose watermark nobody can take for a print, and never under a draft. */
function composePreview(asked: SheetSpec, context: IndicatorContext): readonly ComposedSheet[] {
  const spec = withoutDraft(asked);
  const composeReview = () => composeOnce({ ...spec, edition: 'review' }, { context });
  if (spec.edition !== 'public') return composeOnce(spec, { context });
  if (spec.options.approval === null || spec !== asked) return composeReview();
  const pages = composeOnce(spec, { context });
  const hasErrors = lintComposed(spec, context, pages).some(({ severity }) => severity === 'error');
  return hasErrors ? composeReview() : pages;
}

/** The sheet that can be shown of what is asked for: an edition for the public knows no drafts. */
export const withoutDraft = (spec: SheetSpec): SheetSpec =>
  isPublicEdition(spec.edition) && spec.options.plan !== null
    ? { ...spec, options: { ...spec.options, plan: null } }
    : spec;

const lintComposed = (spec: SheetSpec, context: IndicatorContext, pages: readonly ComposedSheet[]) =>
  lintSheet({ spec, context: context.asOf === spec.asOf ? context : context.at(spec.asOf), pages });

/** Sets kept of each county, the last ones: a page is looked at beside its report, page after page, and in its review copy. */
const KEPT_SETS = 2;
const composedLast = new WeakMap<IndicatorContext, Map<string, readonly ComposedSheet[]>>();

/**
 * The sheets of a set as composed last, or composed now; not for handing out: nothing stops a public edition with errors here.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `invalid_date`, `unknown_paper`, `scale_does_not_fit`
 */
export function composeOnce(spec: SheetSpec, { context }: Pick<ComposeInput, 'context'>): readonly ComposedSheet[] {
  const key = JSON.stringify(spec);
  const kept = composedLast.get(context) ?? new Map<string, readonly ComposedSheet[]>();
  composedLast.set(context, kept);
  const pages = kept.get(key) ?? composeUnchecked(spec, { context });
  kept.delete(key);
  kept.set(key, pages);
  for (const oldest of kept.keys()) if (kept.size > KEPT_SETS) kept.delete(oldest);
  return pages;
}

function composeUnchecked(
  spec: SheetSpec,
  { context: given, ...more }: Pick<ComposeInput, 'context' | 'extent' | 'page' | 'overlay' | 'isOnce'>,
): readonly ComposedSheet[] {
  const { measure, hasGlyph, isRare } = getSheetFonts();
  const rareFont = { name: RARE_FONT_NAME, isUsedFor: isRare };
  const context = given.asOf === spec.asOf ? given : given.at(spec.asOf);
  const liveCode = spec.liveUrl === null ? null : createLiveCode(spec.liveUrl);
  return composeSheetSet({ ...more, spec, context, measure, hasGlyph, rareFont, liveCode });
}

/** QR code with medium error correction, in the smallest version that holds the address. */
function createLiveCode(address: string): CodeModules {
  const code = qrcode(0, 'M');
  code.addData(address);
  code.make();
  const count = code.getModuleCount();
  return Array.from({ length: count }, (_, row) =>
    Array.from({ length: count }, (_, column) => code.isDark(row, column)),
  );
}
