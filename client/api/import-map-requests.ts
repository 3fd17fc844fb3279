import { z } from 'zod';
import type { FeatureCollection } from '#core/cartography/features/map-feature.ts';
import type { ImportQuestion, TablePlace } from './imports-requests.ts';
import { formatAddress, requestJson } from './request.ts';

/** Our own server's, from the type we share: only its outline is checked. */
const featuresSchema = z.custom<FeatureCollection>(
  (value) => typeof value === 'object' && value !== null && 'features' in value && Array.isArray(value.features),
);

/** Positions of a table as they were read and as they are understood; property `as` = `read` or `shifted`. */
export const fetchImportPositions = (
  { id, lang }: ImportQuestion,
  place: TablePlace,
  signal?: AbortSignal,
): Promise<FeatureCollection> =>
  requestJson(featuresSchema, formatAddress(`/api/imports/${id}/positions`, { ...place, lang }), signal);

/** Features of the difference, of how many. */
const differenceFeaturesSchema = z.custom<FeatureCollection & { readonly total: number }>(
  (value) => featuresSchema.safeParse(value).success,
);

/** What an import changes, as it is drawn, at most 5,000; property `change` = `new`, `changed`, `changed_from` or `removed`. */
export const fetchDifferenceFeatures = (
  { id, lang }: ImportQuestion,
  filter: { readonly ledger: string | null; readonly kind: string | null },
  signal?: AbortSignal,
): Promise<FeatureCollection & { readonly total: number }> =>
  requestJson(
    differenceFeaturesSchema,
    formatAddress(`/api/imports/${id}/difference/features`, { ...filter, lang }),
    signal,
  );
