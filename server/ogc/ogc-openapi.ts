import { OGC_DEFAULT_LIMIT, OGC_MOST_FEATURES } from '#core/api/ogc.ts';
import { fieldsOfLayer } from '#core/ledgers/county-layers.ts';
import type { LedgerField } from '#core/ledgers/ledger.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { describeCollection, type OgcReader } from './ogc-documents.ts';
import type { OgcCollection } from './ogc-service.ts';

const query = (name: string, schema: object, description: string) => ({
  name,
  in: 'query',
  required: false,
  schema,
  style: 'form',
  explode: false,
  description,
});

const JSON_ANSWER = { content: { 'application/json': { schema: { type: 'object' } } } };
const PROBLEM = { content: { 'application/problem+json': { schema: { type: 'object' } } } };

/** `GET /ogc/api`: the OpenAPI 3.0 document of the collections that are there. */
export function createOgcOpenApi(collections: readonly OgcCollection[], reader: OgcReader, version: string) {
  const { language, base } = reader;
  const document = (summary: string) => ({ get: { summary, responses: answers(language, JSON_ANSWER) } });
  return {
    openapi: '3.0.3',
    info: { title: text(language, 'ogc', 'title'), description: text(language, 'ogc', 'description'), version },
    servers: [{ url: base }],
    paths: {
      '/': document(text(language, 'ogc', 'api_landing')),
      '/conformance': document(text(language, 'ogc', 'api_conformance')),
      '/collections': document(text(language, 'ogc', 'collections')),
      ...Object.fromEntries(collections.flatMap((collection) => describePaths(collection, reader))),
    },
  };
}

const answers = (language: Language, good: object) => ({
  200: { description: text(language, 'ogc', 'api_answer'), ...good },
  400: { description: text(language, 'ogc', 'api_refused'), ...PROBLEM },
  404: { description: text(language, 'ogc', 'api_absent'), ...PROBLEM },
});

function describePaths(collection: OgcCollection, reader: OgcReader): readonly (readonly [string, object])[] {
  const { language } = reader;
  const { title, crs } = describeCollection(collection, reader);
  const path = `/collections/${collection.id}`;
  const schema = describeFeature(collection, language);
  const crsParameter = query('crs', { type: 'string', format: 'uri', enum: crs }, text(language, 'ogc', 'api_crs'));
  const geojson = (content: object) => ({ content: { 'application/geo+json': { schema: content } } });
  return [
    [path, { get: { summary: title, responses: answers(language, JSON_ANSWER) } }],
    [
      `${path}/items`,
      {
        get: {
          summary: title,
          parameters: [...listItemParameters(language), crsParameter, ...listFilters(collection, language)],
          responses: answers(
            language,
            geojson({ type: 'object', properties: { features: { type: 'array', items: schema } } }),
          ),
        },
      },
    ],
    [
      `${path}/items/{featureId}`,
      {
        get: {
          summary: title,
          parameters: [{ name: 'featureId', in: 'path', required: true, schema: { type: 'string' } }, crsParameter],
          responses: answers(language, geojson(schema)),
        },
      },
    ],
  ];
}

function listItemParameters(language: Language): readonly object[] {
  const box = { type: 'array', items: { type: 'number' }, minItems: 4, maxItems: 6 };
  const limit = { type: 'integer', minimum: 1, maximum: OGC_MOST_FEATURES, default: OGC_DEFAULT_LIMIT };
  return [
    query('limit', limit, text(language, 'ogc', 'api_limit')),
    query('offset', { type: 'integer', minimum: 0, default: 0 }, text(language, 'ogc', 'api_offset')),
    query('bbox', box, text(language, 'ogc', 'api_bbox')),
    query('bbox-crs', { type: 'string', format: 'uri' }, text(language, 'ogc', 'api_bbox_crs')),
    query('datetime', { type: 'string' }, text(language, 'ogc', 'api_datetime')),
  ];
}

const listFilters = ({ layer }: OgcCollection, language: Language): readonly object[] =>
  fieldsOfLayer(layer)
    .filter(({ type }) => type !== 'json')
    .map((field) => query(field.name, { type: 'string' }, nameOf(field, layer, language)));

const describeFeature = ({ layer }: OgcCollection, language: Language): object => ({
  type: 'object',
  properties: {
    type: { type: 'string', enum: ['Feature'] },
    id: { type: 'string' },
    geometry: { type: 'object', nullable: true },
    properties: {
      type: 'object',
      properties: Object.fromEntries(
        fieldsOfLayer(layer).map((field) => [
          field.name,
          { ...TYPES[field.type], nullable: true, description: nameOf(field, layer, language) },
        ]),
      ),
    },
  },
});

const nameOf = (field: LedgerField, layer: OgcCollection['layer'], language: Language): string =>
  `${language} ${layer} ${field.name}`;

const TEXT = { type: 'string' };
const DATE = { type: 'string', format: 'date' };
const LIST = { type: 'array', items: TEXT };

const TYPES: Readonly<Record<LedgerField['type'], object>> = {
  text: TEXT,
  code: TEXT,
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: DATE,
  event_date: DATE,
  year: { type: 'integer' },
  choice: TEXT,
  choices: LIST,
  list: LIST,
  json: TEXT,
};
