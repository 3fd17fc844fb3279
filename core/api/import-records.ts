import { z } from 'zod';
import { IMPORT_RULES } from '../ledgers/import-finding.ts';
import { LEDGER_KINDS } from '../ledgers/ledger.ts';
import { LEFT_OUT_BY, PERSONAL_KINDS, SOURCE_FORMATS, SOURCE_NOTE_KINDS } from '../ledgers/source-table.ts';
import { IMPORT_MODES } from '../ledgers/table-mapping.ts';
import { areaCodeSchema, dateSchema, languageSchema, pageOf } from './common.ts';

/** States of an import, in their order; `undone`, `failed` and `cancelled` are ends of their own. */
export const IMPORT_STATES = [
  'reading',
  'read',
  'checking',
  'checked',
  'writing',
  'written',
  'undone',
  'failed',
  'cancelled',
] as const;

const place = z.number().int().min(0);

const gridSchema = z.object({
  zoneWidth: z.union([z.literal(3), z.literal(6)]),
  centralMeridian: z.number().min(-180).max(180),
  zonePrefix: z.boolean(),
});
const axes = { swapped: z.boolean() };

/** A reference system as `core/geo/source-crs.ts` has it. */
export const sourceCrsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['cgcs2000', 'wgs84', 'gcj02', 'bd09', 'web_mercator']), ...axes }),
  z.object({ kind: z.literal('gauss_kruger'), ...gridSchema.shape, ...axes }),
  z.object({ kind: z.literal('proj'), definition: z.string().max(4000), name: z.string().max(200), ...axes }),
  z.object({
    kind: z.literal('old_datum'),
    datum: z.enum(['xian80', 'beijing54']),
    projection: gridSchema.nullable(),
    errorMeters: z.number().positive().max(1000),
    ...axes,
  }),
]);

/** A mapping as `core/ledgers/table-mapping.ts` has it. */
export const tableMappingSchema = z.object({
  file: place,
  table: place,
  ledger: z.enum(LEDGER_KINDS).nullable(),
  columns: z.record(z.string().max(60), place),
  constants: z.record(z.string().max(60), z.string().max(200)),
  position: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['none', 'geometry']) }),
    z.object({ kind: z.literal('two_columns'), first: place, second: place }),
    z.object({ kind: z.enum(['one_column', 'wkt', 'village']), column: place }),
  ]),
  crs: sourceCrsSchema.nullable(),
  crsConfirmed: z.boolean(),
  mode: z.enum(IMPORT_MODES),
  areaCode: areaCodeSchema,
  asOf: dateSchema,
});

const ledgerValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]);

/** A repair as `core/ledgers/import-finding.ts` has it. */
export const repairSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), field: z.string().max(60), value: ledgerValueSchema }),
  z.object({ kind: z.literal('clear'), field: z.string().max(60) }),
  z.object({ kind: z.enum(['leave_out', 'keep', 'swap_axes', 'mend_geometry']) }),
]);

/** A choice of repairs: `row` null means every finding of the rule in the table. */
export const repairChoiceSchema = z.object({
  rule: z.enum(IMPORT_RULES),
  file: place,
  table: place,
  row: place.nullable(),
  repair: z.union([z.object({ kind: z.literal('proposed') }), repairSchema]),
});

const noteSchema = z.object({
  kind: z.enum(SOURCE_NOTE_KINDS),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** In the reader's language. */
  sentence: z.string(),
});

const crsGuessSchema = z.object({
  crs: sourceCrsSchema,
  inside: z.number(),
  by: z.enum(['file', 'range', 'zone_prefix', 'villages', 'swapped']),
});

/** A sheet or layer of a file that was read. */
export const importTableSchema = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rowCount: z.number().int(),
  totalCount: z.number().int(),
  headerRow: z.number().int(),
  hasGeometry: z.boolean(),
  /** First rows, cells as the file holds them. */
  sample: z.array(
    z.object({ row: z.number().int(), cells: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])) }),
  ),
  leftOut: z.array(
    z.object({
      header: z.string(),
      kind: z.enum(PERSONAL_KINDS),
      by: z.enum(LEFT_OUT_BY),
      sentence: z.string(),
    }),
  ),
  notes: z.array(noteSchema),
  /** Reference systems that fit, best first; empty for tables without positions or before a position was mapped. */
  crsGuesses: z.array(crsGuessSchema),
});

/** How far work at an import is, in the process that does it; null when none is under way. `rowsTotal` 0 = not known yet. */
export const importProgressSchema = z.object({
  phase: z.enum(['reading', 'checking', 'writing']),
  rowsDone: z.number().int(),
  rowsTotal: z.number().int(),
});

const countsSchema = z.object({
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  removed: z.number().int(),
});

/** What a check found, by rule. */
export const ruleCountSchema = z.object({
  rule: z.enum(IMPORT_RULES),
  severity: z.enum(['error', 'warning', 'note']),
  count: z.number().int(),
  /** Of these, findings that a chosen repair settles. */
  settled: z.number().int(),
  /** Of these, findings with a proposed repair. */
  repairable: z.number().int(),
  sentence: z.string(),
});

/** What a check came to; null until one was made. */
export const importSummarySchema = z.object({
  rules: z.array(ruleCountSchema),
  ledgers: z.array(z.object({ ledger: z.enum(LEDGER_KINDS), ...countsSchema.shape })),
  rowsRead: z.number().int(),
  /** Rows that errors keep out and rows that a choice leaves out: never silently. */
  rowsHeld: z.number().int(),
  rowsLeftOut: z.number().int(),
  /** True when nothing is held and something changes. */
  canWrite: z.boolean(),
  /** Why not, in the reader's language; null when it can. */
  whyNot: z.string().nullable(),
});

/** `GET /api/imports/{id}`; the same object is each event of `GET /api/imports/{id}/events`. */
export const importRecordSchema = z.object({
  id: z.string(),
  county: areaCodeSchema,
  state: z.enum(IMPORT_STATES),
  /** Raised by each change; `If-Match` of mappings and repairs. */
  version: z.number().int(),
  account: z.string(),
  createdAt: z.string(),
  progress: importProgressSchema.nullable(),
  files: z.array(
    z.object({
      name: z.string(),
      format: z.enum(SOURCE_FORMATS),
      byteCount: z.number().int(),
      /** Of the file as it was sent. */
      sha256: z.string(),
      /** Of the copy that is kept: the same where nothing was left out. */
      keptName: z.string(),
      keptSha256: z.string(),
      /** Id of a written import that brought the same file; null when there is none. */
      sameAs: z.string().nullable(),
      notes: z.array(noteSchema),
      tables: z.array(importTableSchema),
    }),
  ),
  mappings: z.array(tableMappingSchema),
  repairs: z.array(repairChoiceSchema),
  summary: importSummarySchema.nullable(),
  /** What went wrong, in the reader's language; null unless `failed`. */
  errorText: z.string().nullable(),
  /** Revision that the check compared with. */
  checkedRevision: z.number().int().nullable(),
  writtenRevision: z.number().int().nullable(),
  writtenAt: z.string().nullable(),
  undoneRevision: z.number().int().nullable(),
  undoneAt: z.string().nullable(),
  /** Whether it may be undone, and if not, why. */
  undo: z.object({ isPossible: z.boolean(), whyNot: z.string().nullable() }),
});
export type ImportRecord = z.infer<typeof importRecordSchema>;

/** An import in the history: without what its tables hold, how they were mapped and what was chosen. */
export const importBriefSchema = importRecordSchema
  .omit({ files: true, mappings: true, repairs: true })
  .extend({ files: z.array(importRecordSchema.shape.files.element.omit({ tables: true, notes: true })) });
export type ImportBrief = z.infer<typeof importBriefSchema>;

/** `GET /api/imports?county=`: newest first, without tables; `next` is passed back as `after`. */
export const importListSchema = pageOf(importBriefSchema);

/** `GET /api/imports?county=`: newest first, without tables. */
export const importListQuerySchema = z.object({
  county: areaCodeSchema,
  after: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  lang: languageSchema.optional(),
});

/** `GET /api/imports/{id}/tables/{file}/{table}`: rows as they were read; `next` is passed back as `from`. */
export const tableRowsSchema = pageOf(importTableSchema.shape.sample.element).extend({ total: z.number().int() });
export type TableRows = z.infer<typeof tableRowsSchema>;

/** A row of a report. */
export const findingRowSchema = z.object({
  rule: z.enum(IMPORT_RULES),
  severity: z.enum(['error', 'warning', 'note']),
  file: place,
  table: place,
  fileName: z.string(),
  tableName: z.string(),
  row: place,
  ledger: z.enum(LEDGER_KINDS),
  field: z.string().nullable(),
  /** Header of the field in the reader's language. */
  fieldName: z.string().nullable(),
  code: z.string().nullable(),
  got: z.string(),
  expected: z.string(),
  sentence: z.string(),
  repairs: z.array(z.object({ repair: repairSchema, sentence: z.string() })),
  /** What was chosen; null when nothing was. */
  chosen: repairSchema.nullable(),
  position: z.tuple([z.number(), z.number()]).nullable(),
});
export type FindingRow = z.infer<typeof findingRowSchema>;

/** A page of a report; `total` of all that were asked for, `next` is passed back as `from`. */
export const findingPageSchema = pageOf(findingRowSchema).extend({ total: z.number().int() });
export type FindingPage = z.infer<typeof findingPageSchema>;

/** `GET /api/imports/{id}/report`: findings in the order of file, table, row; `format=csv|xlsx` for all of them. */
export const reportQuerySchema = z.object({
  rule: z.enum(IMPORT_RULES).optional(),
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  format: z.enum(['json', 'csv', 'xlsx']).default('json'),
  lang: languageSchema.optional(),
});

/** A row of the difference: a thing, before and after. */
export const differenceRowSchema = z.object({
  ledger: z.enum(LEDGER_KINDS),
  kind: z.enum(['new', 'changed', 'unchanged', 'removed']),
  code: z.string(),
  name: z.string().nullable(),
  /** Where in the files it comes from; null for what is removed. */
  source: z.object({ file: place, table: place, row: place }).nullable(),
  fields: z.array(
    z.object({ field: z.string(), fieldName: z.string(), before: ledgerValueSchema, after: ledgerValueSchema }),
  ),
  /** Whether its geometry differs. */
  geometryChanged: z.boolean(),
  position: z.tuple([z.number(), z.number()]).nullable(),
});
export type DifferenceRow = z.infer<typeof differenceRowSchema>;

/** A page of the difference; `total` of all that were asked for, `next` is passed back as `from`. */
export const differencePageSchema = pageOf(differenceRowSchema).extend({ total: z.number().int() });
export type DifferencePage = z.infer<typeof differencePageSchema>;

/**
 * `GET /api/imports/{id}/difference`: things that come, change or end; what stays is only counted in the summary. `/difference/features`: the first
 * 5,000 of them as GeoJSON with property `change` (new, changed, changed_from, removed) and member `total`.
 */
export const differenceQuerySchema = z.object({
  ledger: z.enum(LEDGER_KINDS).optional(),
  kind: z.enum(['new', 'changed', 'unchanged', 'removed']).optional(),
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  lang: languageSchema.optional(),
});

/** `GET /api/imports/{id}/positions?file=&table=`: at most 2,000 points as GeoJSON, each twice: property `as` = `read` (taken as CGCS2000) or `shifted`. */
export const positionsQuerySchema = z.object({
  file: z.coerce.number().int().min(0),
  table: z.coerce.number().int().min(0),
});

/** `PUT /api/imports/{id}/mappings`, `…/repairs`: the whole list. */
export const mappingsBodySchema = z.object({ mappings: z.array(tableMappingSchema).max(200) });
/** The whole list of choices. */
export const repairsBodySchema = z.object({ repairs: z.array(repairChoiceSchema).max(20_000) });
/** `POST /api/imports/{id}/write`: refused when another revision came between. */
export const writeImportBodySchema = z.object({ ifRevision: z.number().int().min(1) });

/** A kept template in answers. */
export const importTemplateSchema = z.object({
  id: z.string(),
  name: z.string().trim().min(1).max(60),
  ledger: z.enum(LEDGER_KINDS),
  headers: z.record(z.string(), z.string()),
  constants: z.record(z.string(), z.string()),
  position: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['none', 'geometry']) }),
    z.object({ kind: z.literal('two_columns'), first: z.string(), second: z.string() }),
    z.object({ kind: z.enum(['one_column', 'wkt', 'village']), column: z.string() }),
  ]),
  crs: sourceCrsSchema.nullable(),
  mode: z.enum(IMPORT_MODES),
});

/** `GET /api/import-templates?county=`, by name. */
export const importTemplateListSchema = z.object({ items: z.array(importTemplateSchema) });
export type ImportTemplate = z.infer<typeof importTemplateSchema>;

/** `GET /api/imports/limits`: what may be sent; settings of the server, stated on the page. */
export const importLimitsSchema = z.object({
  fileBytes: z.number().int(),
  unpackedBytes: z.number().int(),
  files: z.number().int(),
  entries: z.number().int(),
  rows: z.number().int(),
  columns: z.number().int(),
  /** Of one GeoJSON file. */
  positions: z.number().int(),
  cellCharacters: z.number().int(),
  seconds: z.number().int(),
  /** Imports that are received, read, checked or wait for it at a time. */
  waiting: z.number().int(),
  /** Days after which an import that was not written is given up, counted from its last change. */
  keptDays: z.number().int(),
  /** Imports of a county that were not written; the oldest beyond it are given up. */
  kept: z.number().int(),
  formats: z.array(z.enum(SOURCE_FORMATS)),
});
export type ImportLimits = z.infer<typeof importLimitsSchema>;
