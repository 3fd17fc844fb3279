import type { PageReport, SheetBatchRequest } from '#core/api/atlases.ts';
import { readSheetFile, type SheetFile } from '#core/api/sheet-files.ts';
import { createSayAtlas } from '#core/cartography/atlas/atlas-text.ts';
import { chooseOrientation } from '#core/cartography/atlas/choose-orientation.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import { nameOf } from '#core/cartography/sheet/tables/table-scope.ts';
import { DomainError } from '#core/errors.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import type { Language } from '#core/texts/language.ts';
import type { SheetService } from '../sheet-service.ts';
import type { WriteBytes } from '../writers/sheet-page.ts';
import { plainName } from './name-atlas-files.ts';
import { createZip } from './write-zip.ts';

/** Makes a sheet and keeps it in the register of prints. */
export type RememberSheet = (
  order: {
    readonly spec: SheetSpec;
    readonly context: IndicatorContext;
    readonly file: SheetFile;
    readonly origin: string;
    readonly batch: string;
  },
  make: (spec: SheetSpec) => Promise<Uint8Array>,
) => Promise<Uint8Array>;

/** What a batch is made with. */
export interface BatchMaking {
  readonly context: IndicatorContext;
  readonly isUnderPlan: boolean;
  readonly signal: AbortSignal;
  readonly service: Pick<SheetService, 'createSheet'>;
  readonly remember: RememberSheet;
  readonly write: WriteBytes;
  readonly onProgress: (done: number, total: number) => void;
  readonly describe: (error: Error) => { readonly code: string; readonly reason: string };
}

/** Sheets under way at once: one for each thread of batches. */
const TOGETHER = 2;

interface BatchSheet {
  readonly areaCode: string;
  readonly map: SheetSpec['map'];
}

/** Makes sheets of areas as an archive, in their order; one that cannot be made is reported there and in the answer, the others are made. */
export async function writeSheetBatch(
  request: SheetBatchRequest & { readonly lang: Language },
  making: BatchMaking,
): Promise<PageReport> {
  const { areas, maps, lang: language } = request;
  const wanted = areas.flatMap((areaCode) => maps.map((map): BatchSheet => ({ areaCode, map })));
  const zip = createZip(making.write);
  const failed: PageReport['failed'][number][] = [];
  const begun: Promise<Uint8Array | Error>[] = [];
  for (const [index, sheet] of wanted.entries()) {
    while (begun.length < Math.min(wanted.length, index + TOGETHER)) {
      const next = wanted[begun.length];
      if (next) begun.push(makeSheet(next, request, making).catch(toKnownError));
    }
    const made = await begun[index];
    // what was written is not kept
    begun[index] = Promise.resolve(new Uint8Array(0));
    making.signal.throwIfAborted();
    const name = nameSheet(sheet, making.context, language);
    if (made instanceof Error || made === undefined)
      failed.push({ page: null, title: name, ...making.describe(made ?? new RangeError(`Got no sheet ${index}.`)) });
    else await zip.add(`${name}.${request.format}`, made);
    making.onProgress(index + 1, wanted.length);
  }
  await addReport(zip, { total: wanted.length, failed, language });
  await zip.finish();
  return { pages: wanted.length - failed.length, failed };
}

/** A fault of the program is no fault of a sheet. */
function toKnownError(error: unknown): Error {
  if (error instanceof DomainError && error.code !== 'sheet_thread_lost') return error;
  throw error;
}

function makeSheet(
  { areaCode, map }: BatchSheet,
  request: SheetBatchRequest & { readonly lang: Language },
  { context, isUnderPlan, signal, service, remember }: BatchMaking,
): Promise<Uint8Array> {
  const { paper, scale, edition, relief, options, lang: language } = request;
  const file = readSheetFile(request.format, { page: 1, dpi: request.dpi });
  const make = (spec: SheetSpec): Promise<Uint8Array> =>
    service.createSheet(spec, { context, isUnderPlan, signal, file, isBatch: true });
  return Promise.resolve().then(() => {
    const flat = { map, areaCode, asOf: context.asOf, paper, scale, edition, language, relief, liveUrl: null, options };
    const spec: SheetSpec = { ...flat, orientation: request.orientation ?? chooseOrientation(flat, context) };
    return request.remember
      ? remember({ spec, context, file, origin: request.origin ?? '', batch: request.batch ?? 'batch' }, make)
      : make(spec);
  });
}

/** `529901001_城关镇_对象分布图`; an area that the county does not have keeps its code alone. */
function nameSheet({ areaCode, map }: BatchSheet, { county }: IndicatorContext, language: Language): string {
  const area = county.areas.find(({ code }) => code === areaCode);
  const parts = [areaCode, ...(area ? [nameOf({ language }, area)] : []), createSayAtlas(language)(`map_${map}`)];
  return plainName(parts.join('_'));
}

async function addReport(
  zip: ReturnType<typeof createZip>,
  {
    total,
    failed,
    language,
  }: { readonly total: number; readonly failed: PageReport['failed']; readonly language: Language },
): Promise<void> {
  const say = createSayAtlas(language);
  const encode = (words: string): Uint8Array => new TextEncoder().encode(words);
  await zip.add('report.json', encode(`${JSON.stringify({ pages: total - failed.length, failed }, null, 2)}\n`));
  if (failed.length === 0) return;
  const lines = [
    say('report_done', { total, done: total - failed.length }),
    say('report_failed', { count: failed.length }),
    ...failed.map(({ title, reason }) => say('report_file_line', { title, reason })),
  ];
  await zip.add(`${say('report_title')}.txt`, encode(`\uFEFF${lines.join('\r\n')}\r\n`));
}
