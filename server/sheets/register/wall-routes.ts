import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { countyParamsSchema } from '#core/api/plans.ts';
import {
  hangingListSchema,
  hangingParamsSchema,
  hangSchema,
  registerDeleteQuerySchema,
  registerParamsSchema,
  registerQuerySchema,
  takeDownSchema,
  wallCreateSchema,
  wallDetailSchema,
  wallListSchema,
  wallPatchSchema,
  wallQuerySchema,
} from '#core/api/sheet-register.ts';
import type { ApiPath } from '#server/http/api-path.ts';
import { fillVersion } from '#server/http/if-version.ts';
import { parseBody, parseParams, parseQuery } from '#server/http/parse-request.ts';
import { readLanguage } from '#server/http/reader-language.ts';
import { createRegisterGate, REGISTER_BODY_LIMIT, readIfVersion, sendRegister } from './register-gate.ts';
import type { RegisterKey } from './register-parts.ts';
import type { WallAnswers } from './wall-answers.ts';
import type { WallService } from './wall-service.ts';

const tag = 'sheets';
const LIST = '/api/counties/{county}/walls';
const ofCounty = { tag, params: countyParamsSchema } as const;
const ofWall = { tag, path: `${LIST}/{id}`, params: registerParamsSchema, answer: wallDetailSchema } as const;

/** The addresses of this router. */
export const wallPaths: readonly ApiPath[] = [
  {
    ...ofCounty,
    method: 'get',
    path: LIST,
    summary: 'Walls on which sheets hang, and how many of them are out of date.',
    query: wallQuerySchema,
    answer: wallListSchema,
  },
  {
    ...ofCounty,
    method: 'get',
    path: '/api/counties/{county}/hangings',
    summary: 'Everything that hangs, what is out of date first, with what changed since.',
    query: wallQuerySchema,
    answer: hangingListSchema,
  },
  {
    ...ofCounty,
    method: 'post',
    path: LIST,
    summary: 'Enters a wall: headquarters, town room, village office or public board.',
    body: wallCreateSchema,
    answer: wallDetailSchema,
    status: 201,
  },
  {
    ...ofWall,
    method: 'get',
    summary: 'A wall with its sheets, whether each is out of date and what changed since.',
    query: registerQuerySchema,
  },
  {
    ...ofWall,
    method: 'patch',
    summary: 'Changes a wall; refused where what hangs there must not hang on a public board.',
    body: wallPatchSchema,
  },
  {
    ...ofWall,
    method: 'delete',
    summary: 'Gives up a wall on which nothing hangs and answers those that remain; ifVersion may come as If-Match.',
    query: registerDeleteQuerySchema,
    answer: wallListSchema,
  },
  {
    ...ofWall,
    method: 'post',
    path: `${LIST}/{id}/hangings`,
    summary: 'Hangs a print; on a public board only a public edition with approval number.',
    body: hangSchema,
    status: 201,
  },
  {
    ...ofWall,
    method: 'post',
    path: `${LIST}/{id}/hangings/{hanging}/take-down`,
    summary: 'Takes a print down.',
    params: hangingParamsSchema,
    body: takeDownSchema,
  },
];

/** What the routes need. */
export interface WallRoutesOptions {
  readonly service: WallService;
  readonly answers: WallAnswers;
  /** Whether the register can only be read. */
  readonly isClosed: boolean;
}

/** `/api/counties/{county}/walls`, `…/hangings`. */
export function createWallRoutes({ service, answers, isClosed }: WallRoutesOptions): Router {
  const router = Router();
  const gate = createRegisterGate(isClosed);
  const changing: RequestHandler[] = [gate, express.json({ limit: REGISTER_BODY_LIMIT }), fillVersion];
  addReading(router, service, answers);
  const send = async (request: Request, response: Response, state: Awaited<ReturnType<WallService['get']>>) =>
    sendRegister(response, await answers.describeWall(readLanguage(request), state), state.wall.version);
  router.post('/api/counties/:county/walls', changing, async (request: Request, response: Response) => {
    const { county } = parseParams(countyParamsSchema, request);
    const state = await service.create(county, parseBody(wallCreateSchema, request));
    response.status(201).location(`/api/counties/${county}/walls/${state.wall.id}`);
    await send(request, response, state);
  });
  router.patch('/api/counties/:county/walls/:id', changing, async (request: Request, response: Response) => {
    await send(request, response, await service.patch(readKey(request), parseBody(wallPatchSchema, request)));
  });
  router.delete('/api/counties/:county/walls/:id', gate, async (request, response) => {
    const key = readKey(request);
    await service.remove(key, readIfVersion(request));
    sendRegister(response, await answers.describeWalls(readLanguage(request), await service.list(key.countyCode)));
  });
  router.post('/api/counties/:county/walls/:id/hangings', changing, async (request: Request, response: Response) => {
    const state = await service.hang(readKey(request), parseBody(hangSchema, request));
    response.status(201);
    await send(request, response, state);
  });
  router.post(
    '/api/counties/:county/walls/:id/hangings/:hanging/take-down',
    changing,
    async (request: Request, response: Response) => {
      const { hanging } = parseParams(hangingParamsSchema, request);
      const { takenDownOn } = parseBody(takeDownSchema, request);
      await send(request, response, await service.takeDown(readKey(request), hanging, takenDownOn));
    },
  );
  return router;
}

function addReading(router: Router, service: WallService, answers: WallAnswers): void {
  const list = (request: Request) => {
    const { county } = parseParams(countyParamsSchema, request);
    const { area, kind } = parseQuery(wallQuerySchema, request);
    return service.list(county, { areaCode: area, kind });
  };
  router.get('/api/counties/:county/walls', async (request, response) => {
    sendRegister(response, await answers.describeWalls(readLanguage(request), await list(request)));
  });
  router.get('/api/counties/:county/hangings', async (request, response) => {
    sendRegister(response, await answers.describeHangings(readLanguage(request), await list(request)));
  });
  router.get('/api/counties/:county/walls/:id', async (request, response) => {
    parseQuery(registerQuerySchema, request);
    const state = await service.get(readKey(request));
    sendRegister(response, await answers.describeWall(readLanguage(request), state), state.wall.version);
  });
}

function readKey(request: Request): RegisterKey {
  const { county, id } = parseParams(registerParamsSchema, request);
  return { countyCode: county, id };
}
