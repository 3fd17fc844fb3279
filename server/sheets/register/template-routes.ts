import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { countyParamsSchema } from '#core/api/plans.ts';
import {
  registerDeleteQuerySchema,
  registerParamsSchema,
  registerQuerySchema,
  templateCreateSchema,
  templateListSchema,
  templatePatchSchema,
  templateQuerySchema,
  templateSchema,
} from '#core/api/sheet-register.ts';
import type { ApiPath } from '#server/http/api-path.ts';
import { fillVersion } from '#server/http/if-version.ts';
import { parseBody, parseParams, parseQuery } from '#server/http/parse-request.ts';
import { templateToAnswer } from './register-answers.ts';
import { createRegisterGate, REGISTER_BODY_LIMIT, readIfVersion, sendRegister } from './register-gate.ts';
import type { RegisterKey } from './register-parts.ts';
import type { TemplateService } from './template-service.ts';

const tag = 'sheets';
const LIST = '/api/counties/{county}/sheet-templates';
const ofOne = { tag, path: `${LIST}/{id}`, params: registerParamsSchema } as const;

/** The addresses of this router. */
export const templatePaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: LIST,
    summary: 'Templates of sheets by name; with a level those for that level and for all.',
    tag,
    params: countyParamsSchema,
    query: templateQuerySchema,
    answer: templateListSchema,
  },
  {
    method: 'post',
    path: LIST,
    summary: 'Saves a template for every area, or for those of one level.',
    tag,
    params: countyParamsSchema,
    body: templateCreateSchema,
    answer: templateSchema,
    status: 201,
  },
  { ...ofOne, method: 'get', summary: 'A template.', query: registerQuerySchema, answer: templateSchema },
  {
    ...ofOne,
    method: 'patch',
    summary: 'Changes a template; 409 template_changed when somebody else changed it meanwhile.',
    body: templatePatchSchema,
    answer: templateSchema,
  },
  {
    ...ofOne,
    method: 'delete',
    summary: 'Removes a template and answers those that remain; ifVersion may come as If-Match.',
    query: registerDeleteQuerySchema,
    answer: templateListSchema,
  },
];

/** `/api/counties/{county}/sheet-templates`. */
export function createTemplateRoutes({
  service,
  isClosed,
}: {
  readonly service: TemplateService;
  readonly isClosed: boolean;
}): Router {
  const router = Router();
  const gate = createRegisterGate(isClosed);
  const changing: RequestHandler[] = [gate, express.json({ limit: REGISTER_BODY_LIMIT }), fillVersion];
  const list = async (county: string, level?: 'county' | 'town' | 'village') => ({
    items: (await service.list(county, level)).map(templateToAnswer),
  });
  router.get('/api/counties/:county/sheet-templates', async (request, response) => {
    const { county } = parseParams(countyParamsSchema, request);
    sendRegister(response, await list(county, parseQuery(templateQuerySchema, request).level));
  });
  router.post('/api/counties/:county/sheet-templates', changing, async (request: Request, response: Response) => {
    const { county } = parseParams(countyParamsSchema, request);
    const made = templateToAnswer(await service.create(county, parseBody(templateCreateSchema, request)));
    response.status(201).location(`/api/counties/${county}/sheet-templates/${made.id}`);
    sendRegister(response, made, made.version);
  });
  router.get('/api/counties/:county/sheet-templates/:id', async (request, response) => {
    const template = templateToAnswer(await service.get(readKey(request)));
    sendRegister(response, template, template.version);
  });
  router.patch('/api/counties/:county/sheet-templates/:id', changing, async (request: Request, response: Response) => {
    const template = templateToAnswer(await service.patch(readKey(request), parseBody(templatePatchSchema, request)));
    sendRegister(response, template, template.version);
  });
  router.delete('/api/counties/:county/sheet-templates/:id', gate, async (request, response) => {
    const key = readKey(request);
    await service.remove(key, readIfVersion(request));
    sendRegister(response, await list(key.countyCode));
  });
  return router;
}

function readKey(request: Request): RegisterKey {
  const { county, id } = parseParams(registerParamsSchema, request);
  return { countyCode: county, id };
}
