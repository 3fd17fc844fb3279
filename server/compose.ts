import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { County } from '#core/county/county.ts';
import { INDICATOR_CODES } from '#core/indicators/figure.ts';
import { getCountyUnderDraft } from '#core/planning/county-under-draft.ts';
import { createPlanSchedule } from '#core/planning/plan-schedule.ts';
import type { CommandServices } from './cli/command-services.ts';
import { createCommandServices } from './compose-commands.ts';
import { composeImportDesk } from './compose-imports.ts';
import { createOutlets, OUTLET_PATHS } from './compose-outlets.ts';
import { createPrinting, createRegister, createSheetIdentity } from './compose-sheets.ts';
import type { ImportSettings } from './config.ts';
import { areaPaths, createAreaRoutes } from './county/area-routes.ts';
import { type CountyService, createCountyService } from './county/county-service.ts';
import { type CountySnapshots, createCountySnapshots } from './county/county-snapshots.ts';
import { findChunk, findFile, keepFile, keepSpool, removeFile } from './county/file-store.ts';
import { createNetworkReportRoutes, networkReportPaths } from './county/network-report-routes.ts';
import { createSettingsRoutes, settingsPaths } from './county/settings-routes.ts';
import { coveragePaths, createCoverageRoutes } from './coverage/coverage-routes.ts';
import { type CoverageService, createCoverageService } from './coverage/coverage-service.ts';
import { createDistanceMatrixWork } from './coverage/network/distance-matrix.ts';
import { createNetworkRoutes, networkPaths } from './coverage/network/network-routes.ts';
import { createNetworkService } from './coverage/network/network-service.ts';
import type { Database } from './db/database.ts';
import type { ApiPath } from './http/api-path.ts';
import type { AppParts } from './http/create-app.ts';
import { createDocumentationRoutes } from './http/documentation-routes.ts';
import { createHealthRoutes, healthPaths } from './http/health-routes.ts';
import { createImportDeskRoutes, importDeskPaths } from './imports/import-desk-routes.ts';
import { listCountiesOfImports } from './imports/import-record-store.ts';
import type { JobKinds } from './jobs/job-kind.ts';
import { createJobRoutes, jobPaths } from './jobs/job-routes.ts';
import { createJobRunner, type JobRunner } from './jobs/job-runner.ts';
import { createJobService, type JobService } from './jobs/job-service.ts';
import { createMapRoutes, mapPaths } from './maps/maps-routes.ts';
import { createChoices } from './planning/choices-jobs.ts';
import { createChoicesService } from './planning/choices-service.ts';
import { comparePaths, createCompareRoutes } from './planning/compare-routes.ts';
import { createCompareService } from './planning/compare-service.ts';
import { createEvaluationRoutes, evaluationPaths } from './planning/evaluation-routes.ts';
import { createPlanRoutes, planPaths } from './planning/plan-routes.ts';
import { createPlanService, type PlanService } from './planning/plan-service.ts';
import { createSnapshotRoutes, snapshotPaths } from './planning/snapshot-routes.ts';
import { createSnapshotService } from './planning/snapshot-service.ts';
import { createSuitabilityRoutes, suitabilityPaths } from './planning/suitability-routes.ts';
import { createSuitabilityService } from './planning/suitability-service.ts';
import { readCountyProgram, readVersion } from './product.ts';
import { advicePaths, createAdviceRoutes } from './sheets/advice-routes.ts';
import { registerPaths } from './sheets/register/create-sheet-register.ts';
import { createSheetRoutes, sheetPaths } from './sheets/sheet-routes.ts';
import { createSheetService, type SheetService } from './sheets/sheet-service.ts';

/** The account of everything that is done as long as there are no others. */
const LOCAL_ACCOUNT = 'local';

/** Every address of the interface. */
const PATHS: readonly ApiPath[] = [
  ...areaPaths,
  ...settingsPaths,
  ...coveragePaths,
  ...networkPaths,
  ...networkReportPaths,
  ...comparePaths,
  ...planPaths,
  ...evaluationPaths,
  ...mapPaths,
  ...sheetPaths,
  ...advicePaths,
  ...registerPaths,
  ...snapshotPaths,
  ...suitabilityPaths,
  ...importDeskPaths,
  ...jobPaths,
  ...OUTLET_PATHS,
  ...healthPaths,
];

/** Every feature, put together over one database. */
export interface Composition {
  /** Routers of every feature, with health and documentation. */
  readonly routers: AppParts['routers'];
  /** Every address of `routers`, as data. */
  readonly paths: readonly ApiPath[];
  readonly listCounties: CountyService['listCounties'];
  /** Codes of counties into which ledgers came: they are no longer the sample, whatever they began as. */
  readonly listCountiesOfImports: () => Promise<readonly string[]>;
  readonly commandServices: CommandServices;
  /** Reads a county into memory. */
  readonly readCounty: (countyCode: string) => Promise<void>;
  /** Computes once what the first page asks for. */
  readonly warmFigures: (countyCode: string) => Promise<void>;
  /** Readies the sheets of a county; never rejects, because a sheet that is asked for says itself what is wrong. */
  readonly warmSheets: (countyCode: string) => Promise<void>;
  /** Begins to work at the jobs that wait, and to tidy up; until then jobs only queue. The database has its structure by then. */
  readonly startWork: () => void;
  /** Ends what features keep running beside the database. */
  readonly close: () => Promise<void>;
}

/** What the features are made over. */
export interface CompositionOptions {
  readonly db: Database;
  /** Tells this start of the process from others. */
  readonly instance: string;
  readonly snapshots: CountySnapshots;
  /** Whether other machines are served: then no county but the sample may come in. */
  readonly servesOnlySample: boolean;
  /** Folder of base maps, and the office's key for Tianditu; absent = no base maps. */
  readonly baseMaps?: { readonly folder: string; readonly tiandituKey: string | null };
  /** What imports are held to. */
  readonly importSettings: ImportSettings;
  /** Folder for files that may be thrown away. */
  readonly cacheFolder: string;
  /** Hears of failures of background work, which nobody waits for. */
  readonly tellFault?: (error: unknown) => void;
}

/** The snapshots of counties in a folder for files that may be thrown away. */
export const openSnapshots = (cacheFolder: string): CountySnapshots =>
  createCountySnapshots(cacheFolder, readCountyProgram(readVersion()));

function startEach(...features: readonly { start(): void }[]): void {
  for (const feature of features) feature.start();
}

/** Creates every feature over one database. Nothing here listens, reads the environment or keeps a timer. */
export function compose(options: CompositionOptions): Composition {
  const { db, instance, snapshots, servesOnlySample } = options;
  const version = readVersion();
  const counties = createCountyService({ db, snapshots });
  const coverage = createCoverageService({ getCounty: counties.getCounty });
  const sheets = createSheetService();
  const { getContext } = coverage;
  const network = createNetworkService({ listCounties: counties.listCounties, getContext });
  const plans = createPlanService({ db, ...counties, createSchedule: createPlanSchedule, account: LOCAL_ACCOUNT });
  const solvers = createChoicesService();
  const choices = createChoices({ getCounty: counties.getCounty, loadDraft: plans.loadDraft, service: solvers });
  const getCountyUnderPlan = createPlanReader({ plans, counties });
  const account = LOCAL_ACCOUNT;
  const shared = { db, account, servesOnlySample, counties, getContext, getCountyUnderPlan, sheets, version };
  const register = createRegister(shared);
  const jobs = createJobs(options, {
    distance_matrix: createDistanceMatrixWork({ getContext }),
    choose_sites: choices.chooseSites,
    road_programme: choices.planRoads,
    ...createPrinting({ getContext, getCountyUnderPlan, sheets, register }),
  });
  const desk = composeImportDesk({ ...options, settings: options.importSettings, account, counties });
  const suitability = createSuitabilityService({ getContext, getCountyUnderPlan });
  const printing = { getContext, getCountyUnderPlan, service: sheets };
  const outlets = createOutlets({
    ...{ counties, coverage, version },
    exportFolder: join(options.cacheFolder, 'exports'),
    baseMaps: options.baseMaps ?? { folder: '', tiandituKey: null },
  });
  const routers = [
    createHealthRoutes({ version, instance, engine: db.engine, checkDatabase: () => checkDatabase(db) }),
    createAreaRoutes(counties),
    createSettingsRoutes({ ...counties, account: LOCAL_ACCOUNT, servesOnlySample }),
    createCoverageRoutes(coverage),
    createNetworkRoutes(network),
    createNetworkReportRoutes({ getContext }),
    createCompareRoutes({
      service: createCompareService(plans),
      createPage: async (countyCode, { spec, ...page }) =>
        sheets.createCompareSheet(spec, { ...page, context: await getContext(countyCode) }),
    }),
    createPlanRoutes({ service: plans, servesOnlySample }),
    createEvaluationRoutes(plans),
    createMapRoutes({ getContext }),
    createSheetRoutes({ ...printing, identity: createSheetIdentity(counties, version) }),
    createAdviceRoutes(printing),
    ...register.routers,
    createSnapshotRoutes({ getCounty: counties.getCounty, service: createSnapshotService() }),
    createSuitabilityRoutes(suitability),
    createImportDeskRoutes({ desk, servesOnlySample }),
    createJobRoutes(jobs.service),
    ...outlets.routers,
    createDocumentationRoutes({ paths: PATHS, version }),
  ];
  return {
    routers,
    paths: PATHS,
    listCounties: counties.listCounties,
    listCountiesOfImports: () => db.read(listCountiesOfImports),
    commandServices: createCommandServices({
      ...shared,
      coverage,
      network,
      plans,
      choices,
      exporting: outlets.exporting,
      desk,
    }),
    startWork: () => startEach(jobs.runner, desk),
    async close() {
      await jobs.runner.stop();
      await desk.close();
      await solvers.close();
      await sheets.close();
      await outlets.close();
    },
    ...createWarming(coverage, sheets),
  };
}

/** What is done before the first reader comes. */
const createWarming = (
  coverage: CoverageService,
  sheets: SheetService,
): Pick<Composition, 'warmSheets' | 'readCounty' | 'warmFigures'> => ({
  warmSheets: (countyCode) =>
    coverage.getContext(countyCode).then(
      (context) => sheets.warm({ context }),
      () => undefined,
    ),
  async readCounty(countyCode) {
    await coverage.getContext(countyCode);
  },
  async warmFigures(countyCode) {
    const context = await coverage.getContext(countyCode);
    for (const code of INDICATOR_CODES) {
      Array.from(coverage.listFigures(context, countyCode, { of: 'self', codes: [code], options: { parts: true } }));
      // whoever asks meanwhile is answered between two indicators
      await setImmediate();
    }
  },
});

/** The county under a draft or a published plan. */
const createPlanReader =
  ({ plans, counties }: { readonly plans: PlanService; readonly counties: CountyService }) =>
  async (countyCode: string, planCode: string, revision?: number): Promise<County> => {
    const { basedOn, commands } = await plans.loadDraft(countyCode, planCode);
    return getCountyUnderDraft(await counties.getCounty(countyCode, revision), { basedOn, commands });
  };

/** Long work: the queue and the one who works it off. */
function createJobs(
  { db, instance, tellFault = () => undefined }: CompositionOptions,
  kinds: JobKinds,
): { readonly service: JobService; readonly runner: JobRunner } {
  const files = { keep: keepFile, keepSpool, find: findFile, findChunk, remove: removeFile };
  const runner = createJobRunner({ db, kinds, files, runner: instance, tellFault });
  return { runner, service: createJobService({ db, kinds, files, runner, account: LOCAL_ACCOUNT }) };
}

async function checkDatabase(db: Database): Promise<void> {
  await db.read((trx) => trx.raw('SELECT 1'), 'interactive');
}
