import { mkdir } from 'node:fs/promises';
import type { BlankQuery, ExportQuery } from '#core/api/exports.ts';
import type { FigureAnswer } from '#core/api/figures.ts';
import type { CountyText } from '#core/county/county-text.ts';
import { InvalidInputError } from '#core/errors.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { formatLedgerName } from '#core/ledgers/format-field.ts';
import { LEDGER_KINDS, type LedgerKind } from '#core/ledgers/ledger.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { createExportLane } from './export-lane.ts';
import type { ExportOrder, FileOrder } from './export-messages.ts';
import { createFigureTable } from './figure-table.ts';
import { createMapTables } from './map-tables.ts';
import type { OutFile } from './out-table.ts';

/** What exports need of other features, given by `compose.ts`. */
export interface ExportServiceParts {
  readonly getContext: (countyCode: string, asOf?: string, revision?: number) => Promise<IndicatorContext>;
  /** The rows of a county as the database writes them: cheap to hand to a thread. */
  readonly readCountyText: (countyCode: string, revision: number) => Promise<CountyText>;
  readonly listFigures: (
    context: IndicatorContext,
    asked: { readonly areaCode: string; readonly of: 'self' | 'children' | 'all'; readonly language: Language },
  ) => readonly FigureAnswer[];
  /** For what is written on disk on the way. */
  readonly folder: string;
}

/** Tables, figures and maps as files, and ledgers to fill in. */
export interface ExportService {
  /**
   * @throws {NotFoundError} `unknown_area`, `unknown_county`, `unknown_revision`
   * @throws {InvalidInputError} `export_of_nothing`, `export_kml_crs`, `export_no_grid`, `households_need_village`
   */
  exportArea(areaCode: string, query: ExportQuery, language: Language): Promise<OutFile>;
  /** @throws {NotFoundError} `unknown_area` */
  createBlank(areaCode: string, query: BlankQuery, language: Language): Promise<OutFile>;
  /** Ends the thread. */
  close(): Promise<void>;
}

const COUNTY_DIGITS = 6;

/** Creates the service. Files are written in a thread of their own, one at a time, so that the server goes on answering. */
export function createExportService(parts: ExportServiceParts): ExportService {
  const lane = createExportLane();
  const write = (order: ExportOrder): Promise<OutFile> => lane.run(null, async () => order);
  /** An order over the rows of a county, which are read only where the thread has not read them already. */
  const writeRows = ({ recorded }: IndicatorContext, makeOrder: (county: CountyText | null) => ExportOrder) =>
    lane.run(recorded, async (isHeld) =>
      makeOrder(isHeld ? null : await parts.readCountyText(recorded.code, recorded.revision)),
    );
  return {
    async exportArea(areaCode, query, language) {
      const context = await parts.getContext(areaCode.slice(0, COUNTY_DIGITS), query.asOf, query.revision);
      const file = await createFileOrder(context, { areaCode, language, query, folder: parts.folder });
      const { county } = context;
      if (query.map !== undefined) {
        const what = text(language, 'maps', `title_${query.map}`);
        const tables = createMapTables(context, { map: query.map, areaCode, language });
        return write({ ...file, kind: 'tables', tables, what, fileStem: `${file.fileStem}-${query.map}` });
      }
      if (query.indicators !== undefined) {
        const figures = parts.listFigures(context, { areaCode, of: query.indicators, language });
        const areaNames = new Map(
          county.areas.map(({ code, name, nameEn }) => [code, language === 'en' ? nameEn : name]),
        );
        const table = createFigureTable(figures, { language, areaNames });
        const what = text(language, 'exports', 'figures');
        return write({ ...file, kind: 'tables', tables: [table], what, fileStem: `${file.fileStem}-indicators` });
      }
      const ledgers = chooseLedgers(query);
      const what = ledgers.map((kind) => formatLedgerName(language, kind)).join(language === 'zh' ? '、' : ', ');
      const fileStem = `${file.fileStem}-${ledgers.length === 1 ? ledgers[0] : 'ledgers'}`;
      return writeRows(context, (stored) => ({ ...file, kind: 'ledgers', ledgers, county: stored, what, fileStem }));
    },
    async createBlank(areaCode, { ledger, rows }, language) {
      const context = await parts.getContext(areaCode.slice(0, COUNTY_DIGITS));
      const query = { format: 'xlsx', crs: 'cgcs2000' } as const;
      const file = await createFileOrder(context, { areaCode, language, query, folder: parts.folder });
      const fileStem = `${file.fileStem}-${ledger}-blank`;
      return writeRows(context, (county) => ({ ...file, kind: 'blank', county, ledger, rows, fileStem }));
    },
    close: lane.close,
  };
}

/** The ledgers of a query; without any wish the question is refused, so that nobody gets a county by accident. */
function chooseLedgers({ ledgers }: ExportQuery): readonly LedgerKind[] {
  if (ledgers === undefined) {
    throw new InvalidInputError('export_of_nothing', 'Got neither ledgers, indicators nor a map');
  }
  return ledgers === 'all' ? LEDGER_KINDS : ledgers;
}

async function createFileOrder(
  context: IndicatorContext,
  asked: {
    readonly areaCode: string;
    readonly language: Language;
    readonly query: Pick<ExportQuery, 'format' | 'crs'>;
    readonly folder: string;
  },
): Promise<FileOrder> {
  const { areaCode, language, query, folder } = asked;
  const { area } = context.scope(areaCode);
  const { county, asOf } = context;
  await mkdir(folder, { recursive: true });
  return {
    format: query.format,
    crs: query.crs,
    language,
    areaCode,
    areaName: language === 'en' ? area.nameEn : area.name,
    asOf,
    revision: county.revision,
    bbox: county.areas[0]?.bbox ?? area.bbox,
    what: '',
    fileStem: `${areaCode}-${asOf}`,
    folder,
  };
}
