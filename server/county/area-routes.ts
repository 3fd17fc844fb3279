import { Router } from 'express';
import { z } from 'zod';
import {
  areaDetailSchema,
  type CountyList,
  countyListSchema,
  PLACE_KINDS,
  placeSchema,
  searchAnswerSchema,
} from '#core/api/areas.ts';
import { areaCodeSchema, asOfQuerySchema, languageSchema, pageOf } from '#core/api/common.ts';
import { areaParamsSchema } from '#core/api/figures.ts';
import type { County } from '#core/county/county.ts';
import { compareCodes } from '#core/county/sort-things.ts';
import { getPlannedCounty } from '#core/planning/planned-county.ts';
import type { ApiPath } from '#server/http/api-path.ts';
import { parseParams, parseQuery } from '#server/http/parse-request.ts';
import { readLanguage } from '#server/http/reader-language.ts';
import { createAreaDetail, listPlaces, resolveAsOf } from './area-answers.ts';
import type { CountyService } from './county-service.ts';
import { createSearchIndex, type SearchIndex } from './search-index.ts';

/** Hits of a search. */
const MAX_HITS = 20;
const COUNTY_DIGITS = 6;

const listQuerySchema = z.object({ lang: languageSchema.optional() });
const placesQuerySchema = asOfQuerySchema.extend({ kind: z.enum(PLACE_KINDS).optional() });
const searchQuerySchema = z.object({
  q: z.string().max(100),
  /** Code of an area; only its county is searched. Without it, all counties. */
  county: areaCodeSchema.optional(),
  lang: languageSchema.optional(),
});

/** The addresses of this router. */
export const areaPaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: '/api/areas',
    summary: 'The counties that one may see.',
    tag: 'areas',
    query: listQuerySchema,
    answer: countyListSchema,
  },
  {
    method: 'get',
    path: '/api/areas/{code}',
    summary: 'An area with its parents, its children, who is responsible, and the time frame of its county.',
    tag: 'areas',
    params: areaParamsSchema,
    query: asOfQuerySchema,
    answer: areaDetailSchema,
  },
  {
    method: 'get',
    path: '/api/areas/{code}/places',
    summary: 'Services, sites, parks and settlements of an area as points.',
    tag: 'areas',
    params: areaParamsSchema,
    query: placesQuerySchema,
    answer: pageOf(placeSchema),
  },
  {
    method: 'get',
    path: '/api/search',
    summary: 'Areas, settlements, sites, parks, services, hazard points and routes by name, code, pinyin or initials.',
    tag: 'areas',
    query: searchQuerySchema,
    answer: searchAnswerSchema,
  },
];

/** `/api/areas`, `/api/areas/{code}`, its places, and `/api/search`. */
export function createAreaRoutes({
  listCounties,
  getCounty,
}: Pick<CountyService, 'listCounties' | 'getCounty'>): Router {
  const router = Router();
  router.get('/api/areas', async (request, response) => {
    parseQuery(listQuerySchema, request);
    response.json({ items: [...(await listCounties())], next: null } satisfies CountyList);
  });
  router.get('/api/areas/:code', async (request, response) => {
    const { code } = parseParams(areaParamsSchema, request);
    const { asOf, revision } = parseQuery(asOfQuerySchema, request);
    const recorded = await getCounty(code.slice(0, COUNTY_DIGITS), revision);
    const language = readLanguage(request);
    const date = resolveAsOf(recorded, asOf);
    const county = getPlannedCounty(recorded).at(date);
    response.json(createAreaDetail(county, code, { asOf: date, language }));
  });
  router.get('/api/areas/:code/places', async (request, response) => {
    const { code } = parseParams(areaParamsSchema, request);
    const { kind, revision } = parseQuery(placesQuerySchema, request);
    const county = applyPlanInForce(await getCounty(code.slice(0, COUNTY_DIGITS), revision));
    response.json({ items: listPlaces(county, code, kind), next: null });
  });
  const findIndex = createIndexKeeper();
  router.get('/api/search', async (request, response) => {
    const { q, county } = parseQuery(searchQuerySchema, request);
    const codes = county ? [county.slice(0, COUNTY_DIGITS)] : (await listCounties()).map((each) => each.code);
    const hits = [];
    for (const code of codes) hits.push(...findIndex(applyPlanInForce(await getCounty(code))).search(q, MAX_HITS));
    hits.sort(
      (a, b) => a.rank - b.rank || compareCodes(a.hit.code.slice(0, COUNTY_DIGITS), b.hit.code.slice(0, COUNTY_DIGITS)),
    );
    response.json({ items: hits.slice(0, MAX_HITS).map(({ hit }) => hit), next: null });
  });
  return router;
}

/** A county as it is today: what its plan in force places can be found. */
const applyPlanInForce = (county: County): County => getPlannedCounty(county).at(county.dataDate);

/** One index per county and revision, for as long as the county is kept. */
function createIndexKeeper(): (county: County) => SearchIndex {
  const indexes = new WeakMap<County, SearchIndex>();
  return (county) => {
    const index = indexes.get(county) ?? createSearchIndex(county);
    indexes.set(county, index);
    return index;
  };
}
