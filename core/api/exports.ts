import { z } from 'zod';
import { LEDGER_KINDS } from '../ledgers/ledger.ts';
import { areaCodeSchema, dateSchema, languageSchema, mapKindSchema } from './common.ts';

/** Formats of exports. Several tables are sheets of one workbook, layers of one file, or files of one ZIP. */
export const EXPORT_FORMATS = ['xlsx', 'csv', 'geojson', 'gpkg', 'shapefile', 'kml'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * Reference systems of exports: geographic CGCS2000 (EPSG:4490) or WGS 84, or the three-degree Gauss-Kruger zone of the county, its easting without
 * (by central meridian) or with the zone number.
 */
export const EXPORT_CRS = ['cgcs2000', 'wgs84', 'gauss_kruger', 'gauss_kruger_zone'] as const;
export type ExportCrs = (typeof EXPORT_CRS)[number];

const list = <Choice extends string>(choices: readonly [Choice, ...Choice[]]) =>
  z
    .string()
    .transform((written) => written.split(','))
    .pipe(z.array(z.enum(choices)).min(1));

/** What an export is of: ledgers (`all` of them), figures, or the layers of a map. */
export const exportQuerySchema = z.object({
  format: z.enum(EXPORT_FORMATS).default('xlsx'),
  ledgers: z
    .union([z.literal('all'), list(LEDGER_KINDS as unknown as ['areas', ...(typeof LEDGER_KINDS)[number][]])])
    .optional(),
  /** Figures of the area and of the areas in it. */
  indicators: z.enum(['self', 'children', 'all']).optional(),
  /** Layers of one of the four maps. */
  map: mapKindSchema.optional(),
  crs: z.enum(EXPORT_CRS).default('cgcs2000'),
  asOf: dateSchema.optional(),
  revision: z.coerce.number().int().min(1).optional(),
  lang: languageSchema.optional(),
});
export type ExportQuery = z.infer<typeof exportQuerySchema>;

/** `GET /api/exports/{code}` */
export const exportParamsSchema = z.object({ code: areaCodeSchema });

/** `GET /api/exports/{code}/blank`: an empty ledger for a town or village to fill in, with lists to choose from. */
export const blankQuerySchema = z.object({
  ledger: z.enum(LEDGER_KINDS).default('households'),
  /** Rows with the lists of choices. */
  rows: z.coerce.number().int().min(10).max(10_000).default(500),
  lang: languageSchema.optional(),
});
export type BlankQuery = z.infer<typeof blankQuerySchema>;
