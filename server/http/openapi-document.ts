import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi';
import { problemSchema } from '#core/api/common.ts';
import type { ApiPath } from './api-path.ts';

/** The OpenAPI 3.1 document of the interface. */
export type OpenApiDocument = ReturnType<OpenApiGeneratorV31['generateDocument']>;

const PROBLEM_SCHEMA = problemSchema.meta({ id: 'Problem' });

/** Makes the document from the addresses that the features export. */
export function createOpenApiDocument(paths: readonly ApiPath[], version: string): OpenApiDocument {
  const registry = new OpenAPIRegistry();
  for (const path of paths) {
    registry.registerPath({
      method: path.method,
      path: path.path,
      summary: path.summary,
      tags: [path.tag],
      request: {
        params: path.params,
        query: path.query,
        body: path.body === undefined ? undefined : { content: { 'application/json': { schema: path.body } } },
      },
      responses: {
        [path.status ?? 200]: { description: 'The answer', content: describeAnswer(path) },
        default: { description: 'A problem', content: { 'application/problem+json': { schema: PROBLEM_SCHEMA } } },
      },
    });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Guatu',
      version,
      description:
        'Areas, figures, features, map definitions and sheets of counties, questions to their roads, and long work as jobs. Areas are codes of 6, 9 or 12 digits, positions [lon, lat] in EPSG:4490, dates YYYY-MM-DD. Errors are problem JSON (RFC 9457) in the language of `lang`, else of Accept-Language, else Chinese.',
    },
    servers: [{ url: '/' }],
  });
}

function describeAnswer(
  path: ApiPath,
): Record<string, { schema: Exclude<ApiPath['answer'], string> | { type: 'string' } }> {
  if (typeof path.answer === 'string') return { [path.answer]: { schema: { type: 'string' } } };
  return { 'application/json': { schema: path.answer } };
}
