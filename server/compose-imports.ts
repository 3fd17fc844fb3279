import type { ImportSettings } from './config.ts';
import type { CountyService } from './county/county-service.ts';
import { findFile, keepFile, removeFile } from './county/file-store.ts';
import type { Database } from './db/database.ts';
import { createImportDesk, type ImportDesk } from './imports/import-desk-service.ts';
import { createImportLimits } from './imports/import-limits.ts';
import { createChangeBell } from './jobs/change-bell.ts';

/** Imports of ledgers into counties that are there. */
export const composeImportDesk = ({
  db,
  account,
  counties,
  settings,
  cacheFolder,
  tellFault = () => undefined,
}: {
  readonly db: Database;
  readonly account: string;
  readonly counties: CountyService;
  readonly settings: ImportSettings;
  readonly cacheFolder: string;
  readonly tellFault?: ((error: unknown) => void) | undefined;
}): ImportDesk =>
  createImportDesk({
    db,
    account,
    cacheFolder,
    tellFault,
    limits: createImportLimits(settings),
    gdal: new URL('./gdal/create-gdal-service.ts', import.meta.url).href,
    getCounty: counties.getCounty,
    readCountyText: counties.readCountyText,
    changeCounty: counties.changeCounty,
    findLaterChange: counties.findLaterChange,
    files: { keep: keepFile, find: findFile, remove: removeFile },
    bell: createChangeBell(),
  });
