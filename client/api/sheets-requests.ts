import {
  type SheetAdvice,
  type SheetReportAnswer,
  sheetAdviceSchema,
  sheetReportSchema,
} from '#core/api/sheet-report.ts';
import type { MapKind } from '#core/county/kinds.ts';
import type { AreaQuestion } from './areas-requests.ts';
import { formatAddress, requestAnswer, requestJson } from './request.ts';

/** A sheet that is asked for: `query` is what is chosen, as the address has it. */
export interface SheetQuestion extends AreaQuestion {
  readonly map: MapKind;
  readonly query: Readonly<Record<string, string>>;
}

/** A page of a sheet for the screen; sides with bleed, millimetres. */
export interface SheetPicture {
  readonly svg: Blob;
  readonly width: number;
  readonly height: number;
}

const sheetAddress = ({ area, map, asOf, lang, query }: SheetQuestion, file: string, more = {}): string =>
  formatAddress(`/api/areas/${area}/maps/${map}/${file}`, { ...query, asOf, lang, ...more });

/** A page of a sheet as SVG. */
export async function fetchSheetPicture(
  question: SheetQuestion & { readonly page: number },
  signal?: AbortSignal,
): Promise<SheetPicture> {
  const response = await requestAnswer(sheetAddress(question, 'sheet.svg', { page: question.page, preview: 'true' }), {
    signal,
  });
  const svg = await response.blob();
  return { svg, ...readSides(await svg.slice(0, 600).text()) };
}

/** Sides of an SVG by its view box. */
function readSides(head: string): { readonly width: number; readonly height: number } {
  const [, width = '297', height = '210'] = /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(head) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** What is to be known of a sheet before it is printed; `reader`: language of its sentences. */
export const fetchSheetReport = (
  question: SheetQuestion & { readonly reader: string },
  signal?: AbortSignal,
): Promise<SheetReportAnswer> =>
  requestJson(sheetReportSchema, sheetAddress(question, 'sheet-report', { reader: question.reader }), signal);

/** Papers for an area, the best first. */
export const fetchSheetAdvice = (question: AreaQuestion, signal?: AbortSignal): Promise<SheetAdvice> =>
  requestJson(
    sheetAdviceSchema,
    formatAddress(`/api/areas/${question.area}/sheet-advice`, { asOf: question.asOf, lang: question.lang }),
    signal,
  );

/** How far a file has come: the server draws, then bytes arrive (`total` null when the server does not say). */
export type FileProgress =
  | { readonly phase: 'drawing' }
  | { readonly phase: 'receiving'; readonly received: number; readonly total: number | null };

/** A file with its name. */
export interface NamedFile {
  readonly file: Blob;
  readonly name: string;
}

/** A sheet as a file, with progress; ends early when the signal aborts. */
export const fetchSheetFile = (
  question: SheetQuestion & { readonly format: string; readonly dpi: number | null },
  options: FetchFileOptions,
): Promise<NamedFile> =>
  fetchFile(sheetAddress(question, `sheet.${question.format}`, { dpi: question.dpi }), {
    ...options,
    fallback: `${question.area}-${question.map}.${question.format}`,
  });

/** How a file is fetched. */
export interface FetchFileOptions {
  readonly onProgress: (progress: FileProgress) => void;
  readonly signal: AbortSignal;
  /** Its name when the server gives none. */
  readonly fallback?: string;
}

/** A file of the server, with progress. */
export async function fetchFile(
  address: string,
  { onProgress, signal, fallback = 'guatu' }: FetchFileOptions,
): Promise<NamedFile> {
  onProgress({ phase: 'drawing' });
  const response = await requestAnswer(address, { signal });
  const length = Number(response.headers.get('content-length'));
  const total = length > 0 ? length : null;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  const reader = response.body?.getReader();
  for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
    chunks.push(step.value);
    received += step.value.length;
    onProgress({ phase: 'receiving', received, total });
  }
  const type = response.headers.get('content-type') ?? '';
  return {
    file: new Blob(chunks, { type }),
    name: readFileName(response.headers.get('content-disposition')) ?? fallback,
  };
}

/** The file name of a Content-Disposition header, preferring its UTF-8 form (RFC 6266). */
export function readFileName(header: string | null): string | null {
  const encoded = header?.match(/filename\*=UTF-8''([^;]+)/i)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return header?.match(/filename="([^"]+)"/i)?.[1] ?? null;
}
