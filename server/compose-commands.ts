import { readSheetSpec } from '#core/api/sheets.ts';
import { EnvironmentError } from '#core/errors.ts';
import { INDICATOR_CODES } from '#core/indicators/figure.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import type { CommandServices } from './cli/command-services.ts';
import type { CountyService } from './county/county-service.ts';
import type { CoverageService } from './coverage/coverage-service.ts';
import { listFigureAnswers } from './coverage/figure-answers.ts';
import type { NetworkService } from './coverage/network/network-service.ts';
import { createReader } from './db/create-reader.ts';
import type { Database } from './db/database.ts';
import type { ExportService } from './exports/export-service.ts';
import type { ImportDesk } from './imports/import-desk-service.ts';
import { importLedgers } from './imports/import-ledgers.ts';
import { createImportService } from './imports/import-service.ts';
import type { Choices } from './planning/choices-jobs.ts';
import type { PlanService } from './planning/plan-service.ts';
import { describePlan } from './planning/plan-table.ts';
import { makeAtlas, makeTiles } from './sheets/atlas/make-pages.ts';
import { findSheetContext, type SheetCounties } from './sheets/find-sheet-context.ts';
import type { SheetService } from './sheets/sheet-service.ts';

/** The features that commands use. */
export interface CommandFeatures {
  /** The account of everything that is done as long as there are no others. */
  readonly account: string;
  readonly db: Database;
  readonly counties: CountyService;
  readonly coverage: CoverageService;
  readonly network: NetworkService;
  readonly sheets: SheetService;
  readonly plans: PlanService;
  readonly choices: Choices;
  readonly exporting: ExportService;
  readonly desk: ImportDesk;
  readonly getCountyUnderPlan: SheetCounties['getCountyUnderPlan'];
  readonly servesOnlySample: boolean;
}

/** The commands of the terminal over the features: the same services as over HTTP. */
export function createCommandServices(features: CommandFeatures): CommandServices {
  const { db, counties, coverage, network, sheets, plans, choices, servesOnlySample } = features;
  const listCountyCodes = async (): Promise<readonly string[]> =>
    (await counties.listCounties()).map((county) => county.code);
  const { getContext } = coverage;
  const printing = { getContext, getCountyUnderPlan: features.getCountyUnderPlan, service: sheets };
  const imports = createImportService({
    listCountyCodes,
    writeCounty: (rows) => counties.writeCounty(rows, { account: features.account }),
  });
  return {
    listCountyCodes,
    seedSample: async () =>
      (await counties.writeCounty(await loadSampleCounty(), { account: features.account, description: 'sample' })).code,
    readFeatureText: features.desk.readFeatureText,
    async importCounty(request, language) {
      if (servesOnlySample) throw createNotLocalError();
      return imports.importCounty(request, language);
    },
    async importLedgers(order) {
      if (servesOnlySample) throw createNotLocalError();
      return importLedgers(features.desk, order);
    },
    async listFigures({ areaCode, asOf, codes = INDICATOR_CODES, language }) {
      const context = await coverage.getContextOfArea({ areaCode, asOf });
      const asked = { of: 'self', codes, options: { parts: true } } as const;
      return listFigureAnswers(coverage.listFigures(context, areaCode, asked), { language, context });
    },
    async createSheet({ areaCode, map, query, file, language }) {
      const found = await findSheetContext(printing, areaCode, query);
      const spec = readSheetSpec(query, { map, areaCode, asOf: found.context.asOf, language, liveUrl: null });
      return sheets.createSheet(spec, { ...found, file });
    },
    makeAtlas: (order) => makeAtlas(printing, order),
    makeTiles: (order) => makeTiles(printing, order),
    exportArea: features.exporting.exportArea,
    measureDistance: network.measureDistance,
    listGaps: network.listGaps,
    writeGaps: network.writeGaps,
    listPlans: async (countyCode) => {
      const { items, inForce } = await plans.list(countyCode);
      return { items: [...items], inForce };
    },
    async readPlan({ county, plan, language }) {
      return describePlan(language, await plans.get({ countyCode: county, code: plan }));
    },
    optimise: choices.optimise,
    createReader: (reader) => createReader(db, reader),
    backUp: async (countyCode) => (await db.backups.backUp('manual', countyCode)).map((file) => file.path),
    async restore(file, replace) {
      if (servesOnlySample) throw createNotLocalError();
      const { county } = await db.backups.restore(file, { replace });
      counties.forgetCounty(county);
      return county;
    },
  };
}

const createNotLocalError = (): EnvironmentError =>
  new EnvironmentError('only_sample_while_open', 'Other machines are served: only the sample county may be loaded');
