import { z } from 'zod';
import { ATLAS_PAPERS, type AtlasSpec, BOOK_PAPERS } from '../cartography/atlas/atlas-spec.ts';
import { AREA_LEVELS, MAP_KINDS } from '../county/kinds.ts';
import { areaCodeSchema, dateSchema, languageSchema, mapKindSchema } from './common.ts';
import { RESOLUTION_LIMITS, SHEET_FORMATS } from './sheet-files.ts';
import { EDITIONS, paperSchema, scaleSchema, sheetOptionsSchema } from './sheet-spec.ts';

/** Most sheets of one batch: four maps of every area of a large county. */
export const MOST_BATCH_SHEETS = 4000;

const mapsSchema = z
  .array(mapKindSchema)
  .min(1)
  .max(MAP_KINDS.length)
  .refine((maps) => new Set(maps).size === maps.length, MAP_KINDS.join(', '));

const shared = {
  asOf: dateSchema.optional(),
  edition: z.enum(EDITIONS).default('internal'),
  lang: languageSchema.optional(),
  relief: z.boolean().default(true),
  scale: scaleSchema.default('fit'),
  options: sheetOptionsSchema.prefault({}),
};

/** `POST /api/atlases`: a book of an area, of what lies in it down to a level, and of the papers that go with the maps. */
export const atlasCreateSchema = z.strictObject({
  area: areaCodeSchema,
  /** How deep it goes. */
  level: z.enum(AREA_LEVELS).default('village'),
  paper: z.enum(ATLAS_PAPERS).default('A3'),
  papers: z.array(z.enum(BOOK_PAPERS)).max(BOOK_PAPERS.length).default([]),
  /** One PDF, or a ZIP of separate ones named by code and name. */
  form: z.enum(['pdf', 'zip']).default('pdf'),
  /** Whether it is kept in the register of prints. */
  remember: z.boolean().default(false),
  maps: mapsSchema.default([...MAP_KINDS]),
  ...shared,
});
/** The same as a job. */
export const atlasRequestSchema = atlasCreateSchema.extend({ kind: z.literal('atlas') });
export type AtlasRequest = z.infer<typeof atlasRequestSchema>;

/** `POST /api/sheet-batches`: sheets of areas of one county as a ZIP. */
export const sheetBatchCreateSchema = z.strictObject({
  areas: z
    .array(areaCodeSchema)
    .min(1)
    .max(MOST_BATCH_SHEETS)
    .refine((codes) => new Set(codes.map((code) => code.slice(0, 6))).size === 1, '529901001, 529901002'),
  format: z.enum(SHEET_FORMATS).default('pdf'),
  dpi: z.number().int().min(RESOLUTION_LIMITS.coarsest).max(RESOLUTION_LIMITS.finest).default(RESOLUTION_LIMITS.usual),
  paper: paperSchema.default('A3'),
  orientation: z.enum(['landscape', 'portrait']).optional(),
  /** Whether each sheet is kept in the register of prints, with its code. */
  remember: z.boolean().default(false),
  maps: mapsSchema.default([...MAP_KINDS]),
  ...shared,
});
/** The same as a job. */
export const sheetBatchRequestSchema = sheetBatchCreateSchema.extend({
  kind: z.literal('sheets'),
  /** Address of the server for the codes on remembered sheets, and what binds their prints together; set by the server. */
  origin: z.string().max(200).optional(),
  batch: z.string().max(60).optional(),
});
export type SheetBatchRequest = z.infer<typeof sheetBatchRequestSchema>;

/** `POST /api/tiled-sheets`: a large sheet on pages of an office printer, with how they are put together. */
export const tilesCreateSchema = z.strictObject({
  area: areaCodeSchema,
  map: mapKindSchema,
  paper: paperSchema.default('A0'),
  orientation: z.enum(['landscape', 'portrait']).default('landscape'),
  tile: z.enum(ATLAS_PAPERS).default('A3'),
  ...shared,
});
/** The same as a job. */
export const tilesRequestSchema = tilesCreateSchema.extend({ kind: z.literal('tiles') });
export type TilesRequest = z.infer<typeof tilesRequestSchema>;

/** What a job that makes pages says of those that it could not make. */
export const pageReportSchema = z.object({
  pages: z.number().int(),
  failed: z.array(
    z.object({
      /** From 1; null = an area or a file without a page. */
      page: z.number().int().nullable(),
      title: z.string(),
      code: z.string(),
      reason: z.string(),
    }),
  ),
});
export type PageReport = z.infer<typeof pageReportSchema>;

/** The atlas that is asked for. */
export const readAtlasSpec = (
  { area, maps, level, paper, papers, edition, relief, scale, options }: AtlasRequest,
  of: Pick<AtlasSpec, 'asOf' | 'language'>,
): AtlasSpec => ({ ...of, areaCode: area, maps, level, paper, papers, edition, relief, scale, options });
