import { INDICATOR_CODES } from '#core/indicators/figure.ts';
import type { CountyService } from './county/county-service.ts';
import type { CoverageService } from './coverage/coverage-service.ts';
import { listFigureAnswers } from './coverage/figure-answers.ts';
import { createExportRoutes, exportPaths } from './exports/export-routes.ts';
import { createExportService, type ExportService } from './exports/export-service.ts';
import type { ApiPath } from './http/api-path.ts';
import type { AppParts } from './http/create-app.ts';
import { createOgcRoutes, ogcPaths } from './ogc/ogc-routes.ts';
import { baseMapPaths, createBaseMapRoutes } from './tiles/base-maps/base-map-routes.ts';
import { createBaseMapsService } from './tiles/base-maps/base-maps-service.ts';
import { createTileRoutes, tilePaths } from './tiles/tiles-routes.ts';

/** What other software and files get: exports, the OGC API, tiles, and base maps beside them. */
export interface Outlets {
  readonly routers: AppParts['routers'];
  readonly exporting: ExportService;
  readonly close: () => Promise<void>;
}

/** Addresses of the outlets. */
export const OUTLET_PATHS: readonly ApiPath[] = [...exportPaths, ...ogcPaths, ...tilePaths, ...baseMapPaths];

/** Creates what hands a county out, over the features that read it. */
export function createOutlets(parts: {
  readonly counties: CountyService;
  readonly coverage: CoverageService;
  readonly version: string;
  /** Where exports are written on the way. */
  readonly exportFolder: string;
  readonly baseMaps: { readonly folder: string; readonly tiandituKey: string | null };
}): Outlets {
  const { counties, coverage, version } = parts;
  const stored = {
    listCountyCodes: async () => (await counties.listCounties()).map(({ code }) => code),
    getCounty: counties.getCounty,
  };
  const baseMaps = createBaseMapsService(parts.baseMaps);
  const exporting = createExportService({
    getContext: coverage.getContext,
    readCountyText: (countyCode, revision) => counties.readCountyText({ countyCode, revision }),
    listFigures(context, { areaCode, of, language }) {
      const asked = { of, codes: INDICATOR_CODES, options: { parts: true } };
      return listFigureAnswers(coverage.listFigures(context, areaCode, asked), { language, context });
    },
    folder: parts.exportFolder,
  });
  return {
    routers: [
      createExportRoutes(exporting),
      createOgcRoutes({ ...stored, version }),
      createTileRoutes(stored),
      createBaseMapRoutes({ service: baseMaps, folder: parts.baseMaps.folder }),
    ],
    exporting,
    async close() {
      await exporting.close();
      await baseMaps.close();
    },
  };
}
