import type { AtlasRequest, PageReport, TilesRequest } from '#core/api/atlases.ts';
import type { ChoiceRequest, ChoiceResult } from '#core/api/choices.ts';
import type { ExportQuery } from '#core/api/exports.ts';
import type { FigureAnswer } from '#core/api/figures.ts';
import type { ImportAnswer, ImportRequest, LedgerImportAnswer, LedgerImportRequest } from '#core/api/imports.ts';
import type { DistanceAnswer, DistanceQuery, GapsAnswer, GapsQuery } from '#core/api/network.ts';
import type { PlanAnswer, PlanList } from '#core/api/plans.ts';
import type { SheetFile } from '#core/api/sheet-files.ts';
import type { SheetQuery } from '#core/api/sheets.ts';
import type { MapKind } from '#core/county/kinds.ts';
import type { IndicatorCode } from '#core/indicators/figure.ts';
import type { Language } from '#core/texts/language.ts';

/** Many pages that are made, where their bytes go, and who hears how far it is. */
export interface PagesOrder<Request> {
  readonly request: Request & { readonly lang: Language };
  readonly signal: AbortSignal;
  readonly write: (bytes: Uint8Array) => void | Promise<void>;
  readonly onProgress: (done: number, total: number) => void;
}

/** What commands may ask of the features; `compose.ts` fills it with the same services that HTTP uses. */
export interface CommandServices {
  readonly listCountyCodes: () => Promise<readonly string[]>;
  /** Stores the sample county in one transaction and gives its code. */
  readonly seedSample: () => Promise<string>;
  /** Features of a file of any format with geometry, as the text of a GeoJSON collection. */
  readonly readFeatureText: (file: { readonly name: string; readonly path: string }) => Promise<string>;
  /** Loads a new county from files, or nothing. */
  readonly importCounty: (request: ImportRequest, language: Language) => Promise<ImportAnswer>;
  /** Checks ledgers against a county and, where asked, writes them. */
  readonly importLedgers: (
    request: Omit<LedgerImportRequest, 'files'> & {
      readonly files: readonly { readonly name: string; readonly path: string }[];
      readonly language: Language;
      readonly signal?: AbortSignal | undefined;
    },
  ) => Promise<LedgerImportAnswer>;
  readonly listFigures: (asked: {
    readonly areaCode: string;
    readonly asOf?: string | undefined;
    readonly codes?: readonly IndicatorCode[] | undefined;
    readonly language: Language;
  }) => Promise<readonly FigureAnswer[]>;
  readonly createSheet: (asked: {
    readonly areaCode: string;
    readonly map: MapKind;
    readonly query: SheetQuery;
    readonly file: SheetFile;
    readonly language: Language;
  }) => Promise<Uint8Array>;
  /** An atlas, its bytes one after the other. */
  readonly makeAtlas: (order: PagesOrder<AtlasRequest>) => Promise<PageReport>;
  /** A large sheet as pages of an office printer, its bytes one after the other. */
  readonly makeTiles: (order: PagesOrder<TilesRequest>) => Promise<PageReport>;
  /** Ledgers, figures or the layers of a map as a file. */
  readonly exportArea: (
    areaCode: string,
    query: ExportQuery,
    language: Language,
  ) => Promise<{ readonly fileName: string; readonly bytes: Uint8Array }>;
  readonly measureDistance: (query: DistanceQuery, language: Language) => Promise<DistanceAnswer>;
  readonly listGaps: (areaCode: string, query: GapsQuery, language: Language) => Promise<GapsAnswer>;
  /** All gaps of an area as CSV. */
  readonly writeGaps: (
    areaCode: string,
    query: GapsQuery,
    language: Language,
  ) => Promise<{ readonly fileName: string; readonly csv: string }>;
  readonly listPlans: (countyCode: string) => Promise<PlanList>;
  /** A plan, its measures as sentences in their order, and as CSV. */
  readonly readPlan: (asked: {
    readonly county: string;
    readonly plan: string;
    readonly language: Language;
  }) => Promise<{ readonly answer: PlanAnswer; readonly sentences: readonly string[]; readonly csv: string }>;
  /** What the solvers propose for a plan, with its list as CSV. */
  readonly optimise: (
    request: ChoiceRequest & { readonly lang: Language },
  ) => Promise<{ readonly answer: ChoiceResult; readonly csv: string }>;
  /** Backs up one county, or all, and gives the files written. */
  /** A role of the PostgreSQL server that may only read the views of the schema `guatu`. */
  readonly createReader: (reader: { readonly name: string; readonly password: string }) => Promise<void>;
  readonly backUp: (countyCode: string | undefined) => Promise<readonly string[]>;
  /** Restores the county of a backup file and gives its code. */
  readonly restore: (file: string, replace: boolean) => Promise<string>;
}
