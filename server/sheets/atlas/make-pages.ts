import { type AtlasRequest, type PageReport, readAtlasSpec, type TilesRequest } from '#core/api/atlases.ts';
import type { AtlasSpec } from '#core/cartography/atlas/atlas-spec.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import { DomainError, InvalidInputError } from '#core/errors.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import type { Language } from '#core/texts/language.ts';
import { hasText, text } from '#core/texts/text.ts';
import { findSheetContext, type SheetCounties } from '../find-sheet-context.ts';
import type { SheetService } from '../sheet-service.ts';
import type { WriteBytes } from '../writers/sheet-page.ts';

/** A request as it is stored: the language of the reader is part of it. */
export type Stored<Request> = Request & { readonly lang: Language };

/** The county of an atlas and what is asked for of it. */
export async function readAtlas(
  parts: SheetCounties,
  request: Stored<AtlasRequest>,
): Promise<{ readonly context: IndicatorContext; readonly isUnderPlan: boolean; readonly spec: AtlasSpec }> {
  const found = await findContext(parts, request.area, request);
  return { ...found, spec: readAtlasSpec(request, { asOf: found.context.asOf, language: request.lang }) };
}

/** What is made, where its bytes go, and who hears how far it is. */
export interface PageOrder<Request> {
  readonly request: Stored<Request>;
  readonly signal: AbortSignal;
  readonly write: WriteBytes;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Makes an atlas, its bytes one after the other: for jobs and for the command line.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `approval_missing`, `atlas_papers_internal`, `atlas_without_maps`, `invalid_date`
 */
export async function makeAtlas(
  parts: SheetCounties & { readonly service: Pick<SheetService, 'makeAtlas'> },
  { request, ...hooks }: PageOrder<AtlasRequest>,
): Promise<PageReport> {
  checkEdition(request);
  const { context, isUnderPlan, spec } = await readAtlas(parts, request);
  const { pages, failed } = await parts.service.makeAtlas(spec, { ...hooks, context, isUnderPlan, form: request.form });
  return { pages, failed: failed.map(({ error, ...one }) => ({ ...one, ...describeFault(error, request.lang) })) };
}

/**
 * Makes a large sheet as pages of an office printer, its bytes one after the other: for jobs and for the command line.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} as for a sheet
 */
export async function makeTiles(
  parts: SheetCounties & { readonly service: Pick<SheetService, 'makeTiles'> },
  { request, onProgress, ...making }: PageOrder<TilesRequest>,
): Promise<PageReport> {
  checkEdition(request);
  const found = await findContext(parts, request.area, request);
  let pages = 0;
  await parts.service.makeTiles(readTiledSpec(request, found.context), {
    ...making,
    ...found,
    tile: request.tile,
    onProgress(done, total) {
      pages = total;
      onProgress(done, total);
    },
  });
  return { pages, failed: [] };
}

/** The large sheet that is cut into pages. */
export const readTiledSpec = (
  { area, map, paper, orientation, scale, edition, relief, options, lang }: Stored<TilesRequest>,
  { asOf }: Pick<IndicatorContext, 'asOf'>,
): SheetSpec => ({
  ...{ map, areaCode: area, asOf, paper, orientation, scale, edition, language: lang, relief },
  liveUrl: null,
  options,
});

/** The county at the day, under the plan of the options. */
export const findContext = (
  parts: SheetCounties,
  areaCode: string,
  { asOf, edition, options }: Pick<AtlasRequest, 'asOf' | 'edition' | 'options'>,
): Promise<{ readonly context: IndicatorContext; readonly isUnderPlan: boolean }> =>
  findSheetContext(parts, areaCode, { asOf, revision: undefined, plan: options.plan ?? undefined, edition });

/** @throws {InvalidInputError} `approval_missing` */
export function checkEdition({ edition, options }: Pick<AtlasRequest, 'edition' | 'options'>): void {
  if (edition === 'public' && options.approval === null)
    throw new InvalidInputError('approval_missing', 'Got a public edition without approval number, expected one');
}

/** A fault in the reader's language. */
export function describeFault(error: Error, language: Language): { readonly code: string; readonly reason: string } {
  if (!(error instanceof DomainError))
    return { code: 'sheet_failed', reason: text(language, 'errors', 'sheet_failed') };
  const { code, details, message } = error;
  return { code, reason: hasText('errors', code) ? text(language, 'errors', code, details) : message };
}
