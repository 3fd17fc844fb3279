import { z } from 'zod';
import type { EncodedCounty } from '#core/planning/snapshot/encoded-county.ts';
import { formatAddress, requestJson } from './request.ts';

/** The snapshot is our own server's, from the type we share: only its outline is checked. */
const encodedCountySchema = z.custom<EncodedCounty>(
  (value) => typeof value === 'object' && value !== null && 'households' in value && 'links' in value,
);

/** What the page needs of a county to evaluate plans by itself. */
export const fetchPlanningCounty = (
  { county, revision }: { readonly county: string; readonly revision: number | null },
  signal?: AbortSignal,
): Promise<EncodedCounty> =>
  requestJson(encodedCountySchema, formatAddress(`/api/areas/${county}/planning-county`, { revision }), signal);
