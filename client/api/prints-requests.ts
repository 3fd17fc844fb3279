import type { z } from 'zod';
import {
  type ChangesAnswer,
  changesSchema,
  type PrintAnswer,
  type PrintDetail,
  printDetailSchema,
  printListSchema,
  printSchema,
} from '#core/api/sheet-register.ts';
import type { SheetWishInput } from '#core/api/sheet-spec.ts';
import { formatAddress, requestJson, sendJson } from './request.ts';
import type { RegisterQuestion } from './templates-requests.ts';

/** A page of what was printed. */
export type PrintPage = z.infer<typeof printListSchema>;

/** What was printed, newest first; `area`: itself and what lies in it. */
export const fetchPrints = (
  { county, ...query }: RegisterQuestion & { readonly area: string | null; readonly cursor: string | null },
  signal?: AbortSignal,
): Promise<PrintPage> =>
  requestJson(printListSchema, formatAddress(`/api/counties/${county}/prints`, { ...query }), signal);

/** A printed sheet, and whether it still tells what is. */
export const fetchPrint = (
  { id, lang }: { readonly id: string; readonly lang: string },
  signal?: AbortSignal,
): Promise<PrintDetail> => requestJson(printDetailSchema, formatAddress(`/api/prints/${id}`, { lang }), signal);

/** Has a sheet made for printing and remembered. */
export const createPrint = (
  { area, lang }: { readonly area: string; readonly lang: string },
  body: SheetWishInput,
  signal?: AbortSignal,
): Promise<PrintAnswer> =>
  sendJson(printSchema, formatAddress(`/api/areas/${area}/prints`, { lang }), { method: 'POST', body, signal });

/** Address of the file of a print. */
export const getPrintFileAddress = (id: string): string => `/api/prints/${id}/file`;

/** What changed in an area between two days; without `to` up to the data date. */
export interface ChangesQuestion {
  readonly area: string;
  readonly from: string;
  readonly to: string | null;
  readonly lang: string;
}

/** What changed in an area between two days. */
export const fetchChanges = ({ area, ...query }: ChangesQuestion, signal?: AbortSignal): Promise<ChangesAnswer> =>
  requestJson(changesSchema, formatAddress(`/api/areas/${area}/changes`, { ...query }), signal);

/** Address of the same as A4 pages. */
export const getChangesSheetAddress = ({ area, ...query }: ChangesQuestion): string =>
  formatAddress(`/api/areas/${area}/changes-sheet.pdf`, { ...query });
