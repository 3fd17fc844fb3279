import { z } from 'zod';
import type { SheetQuery } from '#core/api/sheets.ts';
import type { FeatureCollection } from '#core/cartography/features/map-feature.ts';
import type { FeatureLayer, MapDefinition } from '#core/cartography/map-definition.ts';
import type { MapKind } from '#core/county/kinds.ts';
import type { AreaQuestion } from './areas-requests.ts';
import { formatAddress, requestAnswer, requestJson } from './request.ts';

/** The definition is our own server's, from the type we share: only its outline is checked. */
const mapDefinitionSchema = z.custom<MapDefinition>(
  (value) => typeof value === 'object' && value !== null && 'layers' in value && Array.isArray(value.layers),
);

/** One of the four maps as data. */
export const fetchMapDefinition = (
  question: AreaQuestion & { readonly map: MapKind; readonly palette: 'light' | 'dark' },
  signal?: AbortSignal,
): Promise<MapDefinition> =>
  requestJson(
    mapDefinitionSchema,
    formatAddress(`/api/areas/${question.area}/maps/${question.map}`, {
      asOf: question.asOf,
      palette: question.palette,
      lang: question.lang,
    }),
    signal,
  );

const featuresSchema = z.custom<FeatureCollection>(
  (value) => typeof value === 'object' && value !== null && 'features' in value && Array.isArray(value.features),
);

/** One layer of an area as GeoJSON. */
export const fetchFeatures = (
  { area, ...query }: AreaQuestion,
  layer: FeatureLayer,
  signal?: AbortSignal,
): Promise<FeatureCollection> =>
  requestJson(featuresSchema, formatAddress(`/api/areas/${area}/features/${layer}`, { ...query }), signal);

/** How far a sheet has come: the server draws, then bytes arrive (`total` null when the server does not say). */
export type SheetProgress =
  | { readonly phase: 'drawing' }
  | { readonly phase: 'receiving'; readonly received: number; readonly total: number | null };

/** A sheet as a PDF, with progress; ends early when the signal aborts. */
export async function fetchSheet(options: {
  readonly area: string;
  readonly map: MapKind;
  readonly query: Partial<Omit<SheetQuery, 'signatures' | 'hidden' | 'places'>>;
  readonly onProgress: (progress: SheetProgress) => void;
  readonly signal: AbortSignal;
}): Promise<{ readonly file: Blob; readonly name: string }> {
  options.onProgress({ phase: 'drawing' });
  const address = formatAddress(`/api/areas/${options.area}/maps/${options.map}/sheet.pdf`, { ...options.query });
  const response = await requestAnswer(address, { signal: options.signal });
  const length = Number(response.headers.get('content-length'));
  const total = length > 0 ? length : null;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  const reader = response.body?.getReader();
  for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
    chunks.push(step.value);
    received += step.value.length;
    options.onProgress({ phase: 'receiving', received, total });
  }
  const fallback = `${options.area}-${options.map}.pdf`;
  return {
    file: new Blob(chunks, { type: 'application/pdf' }),
    name: readFileName(response.headers.get('content-disposition')) ?? fallback,
  };
}

/** The file name of a Content-Disposition header, preferring its UTF-8 form (RFC 6266). */
export function readFileName(header: string | null): string | null {
  const encoded = header?.match(/filename\*=UTF-8''([^;]+)/i)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return header?.match(/filename="([^"]+)"/i)?.[1] ?? null;
}
