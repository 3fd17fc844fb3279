import { z } from 'zod';
import { sheetQuerySchema } from './sheets.ts';

/** Formats that a sheet is written in. */
export const SHEET_FORMATS = ['pdf', 'svg', 'png', 'tiff'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** Dots per inch of pictures: from a look on the screen to the finest plotter. */
export const RESOLUTION_LIMITS = { coarsest: 72, usual: 150, finest: 600 } as const;

/** `GET /api/areas/{code}/maps/{map}/sheet.{pdf|svg|png|tiff}`: a PDF has all sheets of a set, the other formats one of them, from 1. */
export const sheetFileQuerySchema = sheetQuerySchema.extend({
  page: z.coerce.number().int().min(1).max(1000).default(1),
  dpi: z.coerce
    .number()
    .int()
    .min(RESOLUTION_LIMITS.coarsest)
    .max(RESOLUTION_LIMITS.finest)
    .default(RESOLUTION_LIMITS.usual),
  /** SVG only: a look before it is printed. A public edition that has errors is then shown as its review copy, watermarked, instead of being refused. */
  preview: z.enum(['true', 'false']).optional(),
});
export type SheetFileQuery = z.infer<typeof sheetFileQuerySchema>;

/** How a sheet is written: `page` counts from 1 in its set. */
export type SheetFile =
  | { readonly format: 'pdf' }
  | { readonly format: 'svg'; readonly page: number; readonly isPreview?: boolean }
  | { readonly format: 'png' | 'tiff'; readonly page: number; readonly dotsPerInch: number };

/** The file that a query asks for. */
export function readSheetFile(
  format: SheetFormat,
  { page, dpi, preview }: Pick<SheetFileQuery, 'page' | 'dpi'> & Partial<Pick<SheetFileQuery, 'preview'>>,
): SheetFile {
  if (format === 'pdf') return { format };
  if (format !== 'svg') return { format, page, dotsPerInch: dpi };
  return preview === 'true' ? { format, page, isPreview: true } : { format, page };
}
