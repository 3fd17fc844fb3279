import { z } from 'zod';
import { INSET_IDS } from '../cartography/sheet/sheet-spec.ts';
import { languageSchema } from './common.ts';
import { sheetQuerySchema } from './sheets.ts';

/** Room on a page in millimetres, from the upper left corner of the trimmed paper. */
export const rectSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** `GET /api/areas/{code}/maps/{map}/sheet-report`: the query of the sheet itself; `reader`: language of the sentences, where it is not the sheet's. */
export const sheetReportQuerySchema = sheetQuerySchema.extend({ reader: languageSchema.optional() });

/** A page of a sheet: its sides and where its furniture stands. */
export const reportedPageSchema = z.object({
  number: z.number().int(),
  title: z.string(),
  /** Sides of the trimmed paper, millimetres. */
  width: z.number(),
  height: z.number(),
  bleedMillimeters: z.number(),
  /** Inner frame; null on continuation sheets. */
  map: rectSchema.nullable(),
  /** Room of the panels; null where there is none. */
  panelRoom: rectSchema.nullable(),
  insets: z.array(z.object({ id: z.enum(INSET_IDS), rect: rectSchema })),
  /** `omitted`: rows or entries that stand on a further sheet, or nowhere. */
  panels: z.array(z.object({ id: z.string(), rect: rectSchema, omitted: z.number().int() })),
});
export type ReportedPage = z.infer<typeof reportedPageSchema>;

/** A finding of the linter in words. */
export const reportedFindingSchema = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  text: z.string(),
});
export type ReportedFinding = z.infer<typeof reportedFindingSchema>;

/** What is to be known of a sheet before it is printed. */
export const sheetReportSchema = z.object({
  title: z.string(),
  /** Denominator of the printed scale. */
  scale: z.number(),
  revision: z.number().int(),
  /** Whether a file is made: errors stop editions for the public. */
  isPrintable: z.boolean(),
  findings: z.array(reportedFindingSchema),
  pages: z.array(reportedPageSchema),
  /** Names without a place on the map, most important first. */
  unplaced: z.array(z.string()),
  /** Code points printed as boxes, and those printed in the font for rare characters. */
  missingGlyphs: z.array(z.string()),
  rareGlyphs: z.array(z.string()),
  rareFont: z.string(),
  /** Titles of panels without room, and of those that stand or go on on further sheets. */
  leftOut: z.array(z.string()),
  continued: z.array(z.object({ id: z.string(), title: z.string(), sheet: z.number().int() })),
  omittedNotes: z.number().int(),
  /** Furniture that could not stand where it was put. */
  displaced: z.array(z.enum(INSET_IDS)),
});
export type SheetReportAnswer = z.infer<typeof sheetReportSchema>;

/** A paper for an area with what speaks for it. */
export const paperAdviceSchema = z.object({
  paper: z.string(),
  name: z.string(),
  orientation: z.enum(['landscape', 'portrait']),
  scale: z.number(),
  /** Part of the paper that the area covers, 0 to 1. */
  share: z.number(),
  reading: z.enum(['wall', 'table', 'hand']),
  names: z.enum(['room', 'tight', 'crowded']),
  isRecommended: z.boolean(),
  /** Clauses, the most important first. */
  reasons: z.array(z.string()),
});
export type PaperAdviceAnswer = z.infer<typeof paperAdviceSchema>;

/** `GET /api/areas/{code}/sheet-advice`: papers, the best first. */
export const sheetAdviceSchema = z.object({ items: z.array(paperAdviceSchema) });
export type SheetAdvice = z.infer<typeof sheetAdviceSchema>;
