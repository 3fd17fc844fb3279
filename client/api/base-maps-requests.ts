import { type BaseMapList, baseMapListSchema } from '#core/api/base-maps.ts';
import { formatAddress, requestJson } from './request.ts';

/** Base maps that can lie under the wall map. */
export const fetchBaseMaps = ({ lang }: { readonly lang: string }, signal?: AbortSignal): Promise<BaseMapList> =>
  requestJson(baseMapListSchema, formatAddress('/api/basemaps', { lang }), signal);
