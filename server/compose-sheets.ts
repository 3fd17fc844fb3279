import { createMapTitle } from '#core/cartography/map-title.ts';
import { fillOwnTitle } from '#core/cartography/sheet/own-title.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import type { CountyService } from './county/county-service.ts';
import type { Database } from './db/database.ts';
import { createSpool } from './jobs/create-spool.ts';
import { readSheetProgram } from './product.ts';
import { createPageJobs } from './sheets/atlas/page-jobs.ts';
import type { SheetCounties } from './sheets/find-sheet-context.ts';
import { createSheetRegister, type SheetRegister } from './sheets/register/create-sheet-register.ts';
import type { SheetService } from './sheets/sheet-service.ts';
import type { SheetIdentity } from './sheets/sheet-tag.ts';

/** What decides what sheets look like, beside their data. */
export const createSheetIdentity = (
  { findRevisionTime }: Pick<CountyService, 'findRevisionTime'>,
  version: string,
): SheetIdentity => ({
  program: readSheetProgram(version),
  findRevisionTime,
});

/** What the register of sheets is made over. */
export interface RegisterFeatures extends SheetCounties {
  readonly db: Database;
  readonly account: string;
  readonly servesOnlySample: boolean;
  readonly counties: CountyService;
  readonly sheets: SheetService;
  readonly version: string;
}

/** Templates, prints, walls, and what changed. */
export function createRegister({
  servesOnlySample,
  version,
  counties,
  sheets,
  ...parts
}: RegisterFeatures): SheetRegister {
  return createSheetRegister({
    ...parts,
    getCounty: counties.getCounty,
    findRevisionTime: counties.findRevisionTime,
    productVersion: version,
    isClosed: servesOnlySample,
    createChangesPage: sheets.createChangesSheet,
    describeChanges: sheets.describeChanges,
    async makeSheet(spec, { context, file }) {
      const isUnderPlan = spec.options.plan !== null;
      const bytes = await sheets.createSheet(spec, { context, isUnderPlan, file });
      return { bytes, ...describePrint(spec, context) };
    },
    makeBook: (spec, making) => sheets.makeAtlas(spec, { ...making, isUnderPlan: spec.options.plan !== null }),
  });
}

/** Atlases, batches and tiled sheets; what is remembered of them goes into the register. */
export const createPrinting = ({
  getContext,
  getCountyUnderPlan,
  sheets,
  register,
}: SheetCounties & { readonly sheets: SheetService; readonly register: SheetRegister }) =>
  createPageJobs({
    getContext,
    getCountyUnderPlan,
    service: sheets,
    createSpool,
    rememberBook: register.prints.rememberBook,
    async remember(order, make) {
      const described = describePrint(order.spec, order.context);
      const { bytes } = await register.prints.rememberPrint(order, async (spec) => ({
        ...described,
        bytes: await make(spec),
      }));
      return bytes;
    },
  });

/** Title of a sheet in the register. */
function describePrint(
  { areaCode, map, language, options }: SheetSpec,
  context: IndicatorContext,
): { readonly title: string } {
  const { area } = context.scope(areaCode);
  const of = { area, map, language };
  if (options.title !== null) return { title: fillOwnTitle(options.title, { county: context.county, ...of }) };
  return { title: createMapTitle(context.county, of) };
}
