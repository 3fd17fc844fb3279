import { z } from 'zod';
import { BOOK_PAPERS } from '../cartography/atlas/atlas-spec.ts';
import { AREA_LEVELS } from '../county/kinds.ts';
import { areaCodeSchema, bboxSchema, dateSchema, languageSchema, mapKindSchema, pageOf } from './common.ts';
import { codeSchema, nameSchema, plainTextSchema } from './plan-inputs.ts';
import { countyParamsSchema } from './plans.ts';
import { RESOLUTION_LIMITS, SHEET_FORMATS } from './sheet-files.ts';
import {
  EDITIONS,
  paperSchema,
  scaleSchema,
  sheetOptionsSchema,
  sheetSpecSchema,
  sheetWishSchema,
} from './sheet-spec.ts';

const ifVersion = z.number().int().min(1);
const ifVersionInQuery = z.coerce.number().int().min(1);
const langSchema = z.object({ lang: languageSchema.optional() });
const changedSchema = { version: z.number().int(), changedBy: z.string(), changedAt: z.string() };

/** Levels for which a template may be made. */
export const TEMPLATE_LEVELS = ['county', 'town', 'village'] as const;
/** What a template says of a sheet: all but area and day. */
export const templateSpecSchema = z.strictObject({
  map: mapKindSchema,
  paper: paperSchema,
  orientation: z.enum(['landscape', 'portrait']),
  scale: scaleSchema.default('fit'),
  edition: z.enum(EDITIONS).default('internal'),
  relief: z.boolean().default(true),
  options: sheetOptionsSchema.prefault({}),
});
export type TemplateSpec = z.infer<typeof templateSpecSchema>;

/** A template. `level` null = for every area; `createdRevision`, `changedRevision`: the data revision of then. */
export const templateSchema = z.object({
  id: z.string(),
  name: z.string(),
  level: z.enum(TEMPLATE_LEVELS).nullable(),
  spec: templateSpecSchema,
  createdBy: z.string(),
  createdAt: z.string(),
  createdRevision: z.number().int(),
  changedRevision: z.number().int(),
  ...changedSchema,
});
export type TemplateAnswer = z.infer<typeof templateSchema>;
/** `GET /api/counties/{county}/sheet-templates`, by name. */
export const templateListSchema = z.object({ items: z.array(templateSchema) });
/** Which templates: those for one level are those of that level and those for all. */
export const templateQuerySchema = langSchema.extend({ level: z.enum(TEMPLATE_LEVELS).optional() });
/** `POST …/sheet-templates`. */
export const templateCreateSchema = z.strictObject({
  name: nameSchema,
  level: z.enum(TEMPLATE_LEVELS).nullable().default(null),
  spec: templateSpecSchema,
});
export type TemplateCreate = z.infer<typeof templateCreateSchema>;
/** `PATCH …/sheet-templates/{id}`. */
export const templatePatchSchema = z.strictObject({
  name: nameSchema.optional(),
  level: z.enum(TEMPLATE_LEVELS).nullable().optional(),
  spec: templateSpecSchema.optional(),
  ifVersion,
});
export type TemplatePatch = z.infer<typeof templatePatchSchema>;

/** Id of a print: its county and eight signs that are not mistaken for one another. */
export const printIdSchema = z.string().regex(/^\d{6}-[0-9A-Z]{8}$/, '529901-7K2QMX4D');
/** A print in an address. */
export const printParamsSchema = z.object({ id: printIdSchema });

/** Of which maps and papers a printed book is; `pages`: those that it has. */
export const printedBookSchema = z.object({
  level: z.enum(AREA_LEVELS),
  maps: z.array(mapKindSchema).min(1),
  papers: z.array(z.enum(BOOK_PAPERS)),
  form: z.enum(['pdf', 'zip']),
  pages: z.number().int(),
});
export type PrintedBook = z.infer<typeof printedBookSchema>;

/** A sheet, or a book, that was handed out for printing. */
export const printSchema = z.object({
  id: printIdSchema,
  county: areaCodeSchema,
  area: areaCodeSchema,
  areaName: z.string(),
  map: mapKindSchema,
  edition: z.enum(EDITIONS),
  /** 审图号 of a public edition. */
  approvalNumber: z.string().nullable(),
  format: z.enum(SHEET_FORMATS),
  /** Which sheet of the set the file holds, from 1; null = all of them, in a PDF. */
  page: z.number().int().nullable(),
  /** Dots per inch of a picture; null = drawn as vectors. */
  dpi: z.number().int().nullable(),
  paper: z.string(),
  title: z.string(),
  revision: z.number().int(),
  dataDate: dateSchema,
  asOf: dateSchema,
  sha256: z.string(),
  byteCount: z.number().int(),
  /** Null = a sheet; `map` of a book is its first. */
  book: printedBookSchema.nullable(),
  productVersion: z.string(),
  batch: z.string().nullable(),
  printedBy: z.string(),
  printedAt: z.string(),
  /** Address that its code leads to; null on editions for the public, which carry none. */
  liveUrl: z.string().nullable(),
  /** Where it hangs now. */
  hangsAt: z.array(z.object({ hanging: z.string(), wall: z.string(), wallName: z.string(), hungOn: dateSchema })),
});
export type PrintAnswer = z.infer<typeof printSchema>;

/** `GET /api/counties/{county}/prints`, newest first. `area`: itself and what lies in it. */
export const printListQuerySchema = langSchema.extend({
  area: areaCodeSchema.optional(),
  map: mapKindSchema.optional(),
  edition: z.enum(EDITIONS).optional(),
  batch: codeSchema.optional(),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  /** `yes`: only what hangs now, `no`: only what does not. */
  hanging: z.enum(['yes', 'no']).optional(),
  cursor: z.string().max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type PrintListQuery = z.infer<typeof printListQuerySchema>;
/** A page of prints. */
export const printListSchema = pageOf(printSchema);

/** `POST /api/areas/{code}/prints`: makes a sheet for printing and remembers it. */
export const printCreateSchema = sheetWishSchema.extend({
  format: z.enum(SHEET_FORMATS).default('pdf'),
  /** Of SVG, PNG and TIFF: one sheet of the set, from 1. */
  page: z.number().int().min(1).max(1000).default(1),
  /** Of PNG and TIFF. */
  dpi: z.number().int().min(RESOLUTION_LIMITS.coarsest).max(RESOLUTION_LIMITS.finest).default(RESOLUTION_LIMITS.usual),
  batch: codeSchema.optional(),
});
export type PrintCreate = z.infer<typeof printCreateSchema>;

/** One thing that changed since a sheet was printed, in words. */
export const sheetChangeSchema = z.object({
  /** Stable key: `figure`, `segments_hardened`, `hazards_struck_off` … */
  kind: z.string(),
  /** Indicator of a figure. */
  indicator: z.string().nullable(),
  /** How many things; 1 for a figure. */
  count: z.number().int(),
  text: z.string(),
  /** Names of the first of them. */
  names: z.array(z.string()),
});
export type SheetChangeAnswer = z.infer<typeof sheetChangeSchema>;

/**
 * Whether a sheet still tells what is. `since`: the first day from which it no longer does. `unknown`: it cannot be compared, for the reason that
 * `text` gives: another version of the product wrote it, or its plan is gone.
 */
export const sheetStateSchema = z.object({
  state: z.enum(['current', 'outdated', 'unknown']),
  since: dateSchema.nullable(),
  /** With what it was compared. */
  revision: z.number().int(),
  dataDate: dateSchema,
  /** A sentence for the whole. */
  text: z.string(),
  changes: z.array(sheetChangeSchema),
});
export type SheetStateAnswer = z.infer<typeof sheetStateSchema>;

/** `GET /api/prints/{id}`: what a scanned code leads to. */
export const printDetailSchema = printSchema.extend({ spec: sheetSpecSchema, state: sheetStateSchema });
export type PrintDetail = z.infer<typeof printDetailSchema>;

/** Kinds of walls; on a public board only public editions hang. */
export const WALL_KINDS = ['headquarters', 'town_room', 'village_office', 'public_board'] as const;
export type WallKind = (typeof WALL_KINDS)[number];

/** A sheet on a wall, now or once. */
export const hangingSchema = z.object({
  id: z.string(),
  print: printSchema.omit({ hangsAt: true }),
  hungOn: dateSchema,
  hungBy: z.string(),
  takenDownOn: dateSchema.nullable(),
  takenDownBy: z.string().nullable(),
  /** Null when it was taken down. */
  state: sheetStateSchema.nullable(),
});
export type HangingAnswer = z.infer<typeof hangingSchema>;

/** A wall with what hangs on it. */
export const wallSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(WALL_KINDS),
  kindName: z.string(),
  area: areaCodeSchema,
  areaName: z.string(),
  note: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
  ...changedSchema,
  hanging: z.number().int(),
  outdated: z.number().int(),
});
export type WallAnswer = z.infer<typeof wallSchema>;
/** A wall with its sheets; `history`: what was taken down, last first. */
export const wallDetailSchema = wallSchema.extend({ sheets: z.array(hangingSchema), history: z.array(hangingSchema) });
export type WallDetail = z.infer<typeof wallDetailSchema>;
/** `GET /api/counties/{county}/walls`. */
export const wallListSchema = z.object({ items: z.array(wallSchema) });
/** Which walls. */
export const wallQuerySchema = langSchema.extend({
  area: areaCodeSchema.optional(),
  kind: z.enum(WALL_KINDS).optional(),
});
/** `POST …/walls`. */
export const wallCreateSchema = z.strictObject({
  name: nameSchema,
  kind: z.enum(WALL_KINDS),
  area: areaCodeSchema,
  note: plainTextSchema(500).default(''),
});
export type WallCreate = z.infer<typeof wallCreateSchema>;
/** `PATCH …/walls/{id}`. */
export const wallPatchSchema = z.strictObject({
  name: nameSchema.optional(),
  kind: z.enum(WALL_KINDS).optional(),
  area: areaCodeSchema.optional(),
  note: plainTextSchema(500).optional(),
  ifVersion,
});
export type WallPatch = z.infer<typeof wallPatchSchema>;

/** `POST …/walls/{id}/hangings`; the day defaults to today. */
export const hangSchema = z.strictObject({ print: printIdSchema, hungOn: dateSchema.optional() });
/** `POST …/walls/{id}/hangings/{hanging}/take-down`; the day defaults to today. */
export const takeDownSchema = z.strictObject({ takenDownOn: dateSchema.optional() });

/** A template or a wall of a county in an address. */
export const registerParamsSchema = countyParamsSchema.extend({ id: codeSchema });
/** A hanging on a wall in an address. */
export const hangingParamsSchema = registerParamsSchema.extend({ hanging: codeSchema });
/** Query of a delete; the version also as header `If-Match`. */
export const registerDeleteQuerySchema = langSchema.extend({ ifVersion: ifVersionInQuery });
/** Query of routes that take nothing but the language. */
export const registerQuerySchema = langSchema;

/** `GET /api/counties/{county}/hangings`: everything that hangs, what is out of date first. */
export const hangingListSchema = z.object({
  items: z.array(hangingSchema.extend({ wall: wallSchema.pick({ id: true, name: true, kind: true, area: true }) })),
  outdated: z.number().int(),
});

/** `GET /api/areas/{code}/changes`, and `changes-sheet.pdf`. `to` defaults to the data date. */
export const changesQuerySchema = langSchema.extend({ from: dateSchema, to: dateSchema.optional() });
/** What changed in an area between two days. */
export const changesSchema = z.object({
  area: areaCodeSchema,
  areaName: z.string(),
  bbox: bboxSchema,
  from: dateSchema,
  to: dateSchema,
  revision: z.number().int(),
  figures: z.array(
    z.object({
      indicator: z.string(),
      name: z.string(),
      before: z.string(),
      after: z.string(),
      /** With its unit (个百分点 of rates); empty = none. */
      change: z.string(),
      better: z.enum(['better', 'worse', 'same', 'none']),
    }),
  ),
  groups: z.array(
    z.object({
      /** `completed`, `struck_off`, `moved_in`, `newly_late` … */
      group: z.string(),
      title: z.string(),
      count: z.number().int(),
      text: z.string(),
      towns: z.array(
        z.object({
          code: areaCodeSchema,
          name: z.string(),
          items: z.array(
            z.object({
              kind: z.string(),
              code: z.string(),
              name: z.string(),
              text: z.string(),
              on: dateSchema.nullable(),
              position: z.tuple([z.number(), z.number()]).nullable(),
            }),
          ),
        }),
      ),
    }),
  ),
});
export type ChangesAnswer = z.infer<typeof changesSchema>;
