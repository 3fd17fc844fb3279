import type { Express, Router } from 'express';
import type { County } from '#core/county/county.ts';
import { createApp } from '#server/http/create-app.ts';
import { createLog } from '#server/http/request-log.ts';

/** Counties as `compose.ts` hands them to features that only read what is stored. */
export const storeCounties = (counties: readonly County[]) => ({
  listCountyCodes: async () => counties.map(({ code }) => code),
  getCounty: async (countyCode: string): Promise<County> => {
    const county = counties.find(({ code }) => code === countyCode);
    if (county === undefined) throw new Error(`Got county ${countyCode}, expected one that is stored`);
    return county;
  },
});

/** An app of a few routers, without a page and without a log. */
export const createTestApp = (routers: readonly Router[]): Express =>
  createApp({ routers, page: null, log: createLog('silent'), trustProxy: false, acceptedHosts: [] });
