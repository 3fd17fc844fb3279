import express, { type Request, Router } from 'express';
import { z } from 'zod';
import { languageSchema } from '#core/api/common.ts';
import { areaParamsSchema } from '#core/api/figures.ts';
import {
  type SettingsAnswer,
  type SettingsPatch,
  settingsAnswerSchema,
  settingsPatchSchema,
  speedTableSchema,
} from '#core/api/network.ts';
import type { Settings } from '#core/county/campaign.ts';
import { InvalidInputError } from '#core/errors.ts';
import { metersToKilometers } from '#core/units.ts';
import type { ApiPath } from '#server/http/api-path.ts';
import { parseBody, parseInput, parseParams, parseQuery } from '#server/http/parse-request.ts';
import type { CountyService } from './county-service.ts';

const COUNTY_DIGITS = 6;
const BODY_LIMIT = '20kb';

const revisionSchema = z.coerce.number().int().positive();
const readQuerySchema = z.object({ revision: revisionSchema.optional(), lang: languageSchema.optional() });
const changeQuerySchema = z.object({
  /** The revision that the change was made upon; also as header `If-Match`. */
  ifRevision: revisionSchema.optional(),
  lang: languageSchema.optional(),
});

/** The addresses of this router. */
export const settingsPaths: readonly ApiPath[] = [
  {
    method: 'get',
    path: '/api/areas/{code}/settings',
    summary:
      'The switches of a county: which settlements must be joined and by what, reach limits, the speed table, where a site may stand.',
    tag: 'network',
    params: areaParamsSchema,
    query: readQuerySchema,
    answer: settingsAnswerSchema,
  },
  {
    method: 'patch',
    path: '/api/areas/{code}/settings',
    summary: 'Changes switches as the next data revision; 409 where ifRevision (or If-Match) is no longer the newest.',
    tag: 'network',
    params: areaParamsSchema,
    query: changeQuerySchema,
    body: settingsPatchSchema,
    answer: settingsAnswerSchema,
  },
];

/** What the routes need. */
export interface SettingsRoutesOptions extends Pick<CountyService, 'getCounty' | 'changeSettings'> {
  /** Who changes settings as long as there are no other accounts. */
  readonly account: string;
  /** Whether other machines are served: then settings can only be read. */
  readonly servesOnlySample: boolean;
}

/** `/api/areas/{code}/settings`: reads and changes the switches of a county. */
export function createSettingsRoutes(options: SettingsRoutesOptions): Router {
  const { getCounty, changeSettings, account, servesOnlySample } = options;
  const router = Router();
  router.get('/api/areas/:code/settings', async (request, response) => {
    const code = readCounty(request);
    const { revision } = parseQuery(readQuerySchema, request);
    const county = await getCounty(code, revision);
    // the tag is the revision that a change gives back in If-Match
    response.set({ 'Cache-Control': 'private, no-cache', ETag: `"${county.revision}"` }).json(settingsToAnswer(county));
  });
  router.patch('/api/areas/:code/settings', express.json({ limit: BODY_LIMIT }), async (request, response) => {
    const countyCode = readCounty(request);
    if (servesOnlySample)
      throw new InvalidInputError('settings_closed', 'Other machines are served: settings are closed');
    const ifRevision = parseQuery(changeQuerySchema, request).ifRevision ?? readIfMatch(request);
    const change = parseChange(request);
    const { revision, settings } = await changeSettings({ countyCode, change, account, ifRevision });
    response.set('Cache-Control', 'no-store').json(settingsToAnswer({ code: countyCode, revision, settings }));
  });
  return router;
}

/** The county whose settings are asked for. */
function readCounty(request: Request): string {
  const { code } = parseParams(areaParamsSchema, request);
  if (code.length === COUNTY_DIGITS) return code;
  const county = code.slice(0, COUNTY_DIGITS);
  throw new InvalidInputError('settings_of_county', `Got ${code}, expected county ${county}`, { code, county });
}

/** The revision of `If-Match: "12"`; undefined without the header. */
function readIfMatch(request: Request): number | undefined {
  const header = request.get('If-Match');
  if (header === undefined || header === '*') return undefined;
  const written = /^(?:W\/)?"?(\d+)"?$/.exec(header)?.[1] ?? header;
  return parseInput(z.object({ 'If-Match': revisionSchema }), { 'If-Match': written }, 'invalid_parameter')['If-Match'];
}

/** The change, with a sentence that names settings which do not exist or cannot be changed. */
function parseChange(request: Request): SettingsPatch {
  const body: unknown = request.body;
  refuseUnknown(body, Object.keys(settingsPatchSchema.shape));
  const speeds: unknown = typeof body === 'object' && body !== null && 'speeds' in body ? body.speeds : undefined;
  // a table that was read before comes back with its version
  refuseUnknown(speeds, [...Object.keys(speedTableSchema.shape), 'version']);
  return parseBody(settingsPatchSchema, request);
}

function refuseUnknown(given: unknown, known: readonly string[]): void {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return;
  const unknown = Object.keys(given).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const details = { setting: unknown.slice(0, 40), known: known.join(', ') };
  throw new InvalidInputError('unknown_setting', `Got setting ${details.setting}, expected ${details.known}`, details);
}

/** Settings of a county as the interface gives them. */
function settingsToAnswer(county: {
  readonly code: string;
  readonly revision: number;
  readonly settings: Settings;
}): SettingsAnswer {
  const { settings } = county;
  return {
    county: county.code,
    revision: county.revision,
    joinHouseholds: settings.joinHouseholds,
    joinPeople: settings.joinPeople,
    joinMinimumWidthMeters: settings.joinMinimumWidthMeters,
    minimumWidthMeters: settings.minimumWidthMeters,
    hardenedSurfaces: [...settings.hardenedSurfaces],
    joinDistanceMeters: settings.joinDistanceMeters,
    reachMinutes: [...settings.reachMinutes],
    reachKm: settings.reachMeters.map(metersToKilometers),
    speeds: { ...settings.speeds, pavedKmh: { ...settings.speeds.pavedKmh } },
    siteRules: [...settings.siteRules],
    siteFactors: [...settings.siteFactors],
  };
}
