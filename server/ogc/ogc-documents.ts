import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { CRS84_URI, listCrs, STORAGE_CRS_URI } from './ogc-crs.ts';
import type { OgcCollection } from './ogc-service.ts';

/** Who asks, and under which address the server is reached: `http://host/ogc`. */
export interface OgcReader {
  readonly base: string;
  readonly language: Language;
}

const JSON_TYPE = 'application/json';
const GEOJSON_TYPE = 'application/geo+json';
/** Media type of an OpenAPI 3.0 document. */
export const OPENAPI_TYPE = 'application/vnd.oai.openapi+json;version=3.0';

/** Conformance classes of OGC API Features 1.0 part 1 and of part 2 (reference systems). */
export const CONFORMANCE = [
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30',
  'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
  'http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs',
] as const;

/** A link as OGC API writes it. */
export interface OgcLink {
  readonly href: string;
  readonly rel: string;
  readonly type: string;
  readonly title?: string;
}

/** `GET /ogc`. */
export const createLandingPage = ({ base, language }: OgcReader) => ({
  title: text(language, 'ogc', 'title'),
  description: text(language, 'ogc', 'description'),
  links: [
    { href: base, rel: 'self', type: JSON_TYPE },
    { href: `${base}/api`, rel: 'service-desc', type: OPENAPI_TYPE, title: 'OpenAPI 3.0' },
    { href: base.replace(/\/ogc$/, '/docs'), rel: 'service-doc', type: 'text/html' },
    { href: `${base}/conformance`, rel: 'conformance', type: JSON_TYPE },
    { href: `${base}/collections`, rel: 'data', type: JSON_TYPE, title: text(language, 'ogc', 'collections') },
  ] satisfies OgcLink[],
});

/** `GET /ogc/collections`. */
export const describeCollections = (collections: readonly OgcCollection[], reader: OgcReader) => ({
  links: [{ href: `${reader.base}/collections`, rel: 'self', type: JSON_TYPE }] satisfies OgcLink[],
  collections: collections.map((collection) => describeCollection(collection, reader)),
});

/** `GET /ogc/collections/{id}`. */
export function describeCollection({ id, county, layer, part, bbox }: OgcCollection, { base, language }: OgcReader) {
  const [area] = county.areas;
  const name = (language === 'en' ? area?.nameEn : area?.name) ?? county.code;
  const address = `${base}/collections/${id}`;
  const layerName = text(language, 'ogc', `layer_${layer}`);
  const title = part === null ? layerName : text(language, 'ogc', `part_${part}`, { layer: layerName });
  return {
    id,
    title: text(language, 'ogc', 'collection_title', { county: name, layer: title }),
    description: text(language, 'ogc', `about_${layer}`),
    extent: {
      spatial: { bbox: [bbox], crs: CRS84_URI },
      temporal: { interval: [[`${county.campaign.startsOn}T00:00:00Z`, `${county.dataDate}T00:00:00Z`]] },
    },
    itemType: 'feature',
    crs: listCrs(bbox).map((crs) => crs.uri),
    storageCrs: STORAGE_CRS_URI,
    links: [
      { href: address, rel: 'self', type: JSON_TYPE },
      { href: `${address}/items`, rel: 'items', type: GEOJSON_TYPE },
      {
        href: `${base.replace(/\/ogc$/, '/tiles')}/${county.code}-${layer}.json`,
        rel: 'tilejson',
        type: JSON_TYPE,
        title: 'TileJSON',
      },
    ] satisfies OgcLink[],
  };
}
