import type { County } from '#core/county/county.ts';
import type { IsoDate } from '#core/county/dates.ts';
import { createIndicatorContext, type IndicatorContext } from '#core/indicators/context.ts';
import type { Database } from '#server/db/database.ts';
import type { ApiPath } from '#server/http/api-path.ts';
import { type ChangesRoutesOptions, changesPaths, createChangesRoutes } from './changes-routes.ts';
import { createShortId } from './create-short-id.ts';
import { createHangingStates, type HangingStateParts } from './hanging-state.ts';
import { createPrintRoutes, type PrintRoutesOptions, printPaths } from './print-routes.ts';
import { createPrintService, type PrintService } from './print-service.ts';
import { createTemplateRoutes, templatePaths } from './template-routes.ts';
import { createTemplateService } from './template-service.ts';
import { createWallAnswers } from './wall-answers.ts';
import { createWallRoutes, wallPaths } from './wall-routes.ts';
import { createWallService } from './wall-service.ts';

/** Every address of the register. */
export const registerPaths: readonly ApiPath[] = [...templatePaths, ...printPaths, ...wallPaths, ...changesPaths];

/** What the register is made over. */
export interface SheetRegisterOptions {
  readonly db: Database;
  readonly getCounty: (countyCode: string, revision?: number) => Promise<County>;
  readonly findRevisionTime: HangingStateParts['findRevisionTime'];
  /** The county at a day; under the plan in force. */
  readonly getContext: (countyCode: string, asOf?: IsoDate, revision?: number) => Promise<IndicatorContext>;
  /** The county under a plan that need not be in force; the same object as long as neither changes, if it can. */
  readonly getCountyUnderPlan: (countyCode: string, planCode: string, revision?: number) => Promise<County>;
  readonly makeSheet: PrintRoutesOptions['makeSheet'];
  readonly makeBook: PrintRoutesOptions['makeBook'];
  /** Draws and writes what changed between two days. */
  readonly createChangesPage: ChangesRoutesOptions['createPage'];
  /** The same as JSON. */
  readonly describeChanges: ChangesRoutesOptions['describe'];
  readonly account: string;
  readonly productVersion: string;
  /** Whether other machines are served: then the register can only be read. */
  readonly isClosed: boolean;
  readonly now?: () => Date;
  readonly createId?: () => string;
}

/** The register of sheets: routers for templates, prints and walls, and the service that remembers what is handed out. */
export interface SheetRegister {
  readonly routers: readonly ReturnType<typeof createWallRoutes>[];
  readonly prints: PrintService;
}

/** Creates the register over one database. */
export function createSheetRegister(options: SheetRegisterOptions): SheetRegister {
  const { db, getCounty, account, productVersion, isClosed, makeSheet, makeBook } = options;
  const { now = () => new Date(), createId = createShortId } = options;
  const parts = { db, getCounty, account, now, createId };
  const getContext = createContexts(options);
  const states = createHangingStates({ getContext, findRevisionTime: options.findRevisionTime });
  const prints = createPrintService({ ...parts, states, productVersion });
  return {
    prints,
    routers: [
      createChangesRoutes({
        getContext: options.getContext,
        createPage: options.createChangesPage,
        describe: options.describeChanges,
      }),
      createTemplateRoutes({ service: createTemplateService(parts), isClosed }),
      createPrintRoutes({ service: prints, getContext, makeSheet, makeBook, productVersion, isClosed }),
      createWallRoutes({
        service: createWallService(parts),
        answers: createWallAnswers({ states, productVersion }),
        isClosed,
      }),
    ],
  };
}

/** The county of a sheet: under the plan in force, or under the one that its spec names. */
function createContexts({ getContext, getCountyUnderPlan }: SheetRegisterOptions): PrintRoutesOptions['getContext'] {
  const kept = new WeakMap<County, IndicatorContext>();
  return async (countyCode, { asOf, revision, plan = null } = {}) => {
    if (plan === null) return getContext(countyCode, asOf, revision);
    const county = await getCountyUnderPlan(countyCode, plan, revision);
    const context = kept.get(county) ?? createIndicatorContext(county);
    kept.set(county, context);
    return asOf === undefined || asOf === context.asOf ? context : context.at(asOf);
  };
}
