import { expect, it } from 'vitest';
import { problemSchema } from '#core/api/common.ts';
import { settingsAnswerSchema } from '#core/api/network.ts';
import { DEFAULT_SETTINGS } from '#core/county/campaign.ts';
import { createCountyService } from '#server/county/county-service.ts';
import { createSettingsRoutes } from '#server/county/settings-routes.ts';
import { createApp } from '#server/http/create-app.ts';
import { createLog } from '#server/http/request-log.ts';
import { describeOnBothEngines } from '#tests/support/databases.ts';
import { request } from '#tests/support/request.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const ADDRESS = '/api/areas/529902/settings';
const { version, ...SPEEDS } = DEFAULT_SETTINGS.speeds;

/** An app over a database with the tiny county. */
async function createTestApp(db: Parameters<typeof createCountyService>[0]['db'], servesOnlySample = false) {
  const counties = createCountyService({ db });
  await counties.writeCounty(createTinyCountyRows(), { account: 'local' });
  const { getCounty, changeSettings } = counties;
  const app = createApp({
    routers: [createSettingsRoutes({ getCounty, changeSettings, account: 'local', servesOnlySample })],
    log: createLog('silent'),
    page: null,
    trustProxy: false,
    acceptedHosts: null,
  });
  const get = async (query = '') => settingsAnswerSchema.parse((await request(app, ADDRESS + query)).json());
  const patch = (body: unknown, { address = ADDRESS, headers = {} } = {}) =>
    request(app, address, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
      body: JSON.stringify(body),
    });
  const refuse = async (body: unknown, options = {}) => {
    const answer = await patch(body, options);
    return { status: answer.status, ...problemSchema.pick({ code: true, detail: true }).parse(answer.json()) };
  };
  return { get, patch, refuse, app, counties };
}

describeOnBothEngines('createSettingsRoutes', (open) => {
  it('answers the settings, changes some as the next revision, and still tells the former ones', async () => {
    const { get, patch } = await createTestApp(await open());
    const before = await get();
    expect(before).toMatchObject({ county: '529902', revision: 1, joinHouseholds: 30, reachKm: [1, 3, 5] });
    const changed = settingsAnswerSchema.parse((await patch({ joinHouseholds: 20, joinPeople: null })).json());
    expect(changed).toEqual({ ...before, revision: 2, joinHouseholds: 20, joinPeople: null });
    expect(await get()).toEqual(changed);
    expect(await get('?revision=1')).toEqual(before);
  });

  it('gives a changed speed table the next version, and a change of nothing no revision', async () => {
    const { get, patch } = await createTestApp(await open());
    const { speeds } = await get();
    const faster = { ...speeds, gravelKmh: 18 };
    const changed = settingsAnswerSchema.parse((await patch({ speeds: faster })).json());
    expect(changed).toMatchObject({ revision: 2, speeds: { ...faster, version: version + 1 } });
    const again = settingsAnswerSchema.parse((await patch({ speeds: faster, joinHouseholds: 30 })).json());
    expect(again).toEqual(changed);
    expect(settingsAnswerSchema.parse((await patch({})).json()).revision).toBe(2);
  });

  it('refuses a change made upon an older revision, by query or header', async () => {
    const { get, patch, refuse } = await createTestApp(await open());
    expect((await patch({ joinHouseholds: 25 }, { address: `${ADDRESS}?ifRevision=1` })).status).toBe(200);
    const late = { status: 409, code: 'revision_conflict' };
    expect(await refuse({ joinHouseholds: 20 }, { address: `${ADDRESS}?ifRevision=1` })).toMatchObject(late);
    const answer = await refuse({ joinHouseholds: 20 }, { headers: { 'if-match': '"1"' } });
    expect(answer).toMatchObject(late);
    expect(answer.detail).toContain('revision 1, and the newest is 2');
    expect(await refuse({}, { headers: { 'if-match': '"x"' } })).toMatchObject({ status: 400 });
    expect(await get()).toMatchObject({ revision: 2, joinHouseholds: 25 });
    expect((await patch({ joinHouseholds: 20 }, { headers: { 'if-match': '"2"' } })).status).toBe(200);
  });

  it('refuses with a sentence what cannot be changed', async () => {
    const { get, patch, refuse } = await createTestApp(await open());
    const unknown = await refuse({ joinHousehold: 20 });
    expect(unknown).toMatchObject({ status: 400, code: 'unknown_setting' });
    expect(unknown.detail).toContain('"joinHousehold"');
    expect(unknown.detail).toContain('joinHouseholds, joinPeople');
    expect(await refuse({ probableGapMeters: 10 })).toMatchObject({ code: 'unknown_setting' });
    expect(await refuse({ speeds: { ...SPEEDS, wings: 1 } })).toMatchObject({ code: 'unknown_setting' });
    expect(await refuse({ joinHouseholds: 0 })).toMatchObject({ status: 400, code: 'invalid_body' });
    expect(await refuse({ speeds: { ...SPEEDS, gravelKmh: 500 } })).toMatchObject({ code: 'invalid_body' });
    expect(await refuse({ hardenedSurfaces: ['mud'] })).toMatchObject({ code: 'invalid_body' });
    expect(await refuse([])).toMatchObject({ status: 400, code: 'invalid_whole_body' });
    expect((await patch('x', { headers: { 'content-type': 'text/plain' } })).status).toBe(400);
    expect(await get()).toMatchObject({ revision: 1 });
  });

  it('changes rules of sites by code and refuses in a sentence those that cannot be meant', async () => {
    const { get, patch, refuse } = await createTestApp(await open());
    const before = await get();
    const near = { code: 'near_threatened_area', isOn: true, strength: 'hint', limit: 80, source: 'office' };
    const changed = settingsAnswerSchema.parse((await patch({ siteRules: [near] })).json());
    const siteRules = before.siteRules.map((rule) => (rule.code === near.code ? near : rule));
    expect(changed).toEqual({ ...before, revision: 2, siteRules });
    const off = await refuse({ siteRules: [{ ...near, code: 'threatened_area', isOn: false, limit: null }] });
    expect(off).toMatchObject({ status: 400, code: 'site_rule_fixed' });
    expect(off.detail).toContain('threatened area');
    const unknown = await refuse({ siteRules: [{ ...near, code: 'feng_shui' }] });
    expect(unknown).toMatchObject({ status: 400, code: 'invalid_body' });
    expect(unknown.detail).toContain('siteRules.0.code');
    const [slope] = before.siteFactors;
    expect(await refuse({ siteFactors: [{ ...slope, best: 0.2, worst: 0.2 }] })).toMatchObject({
      status: 400,
      code: 'site_factor_range',
    });
    expect(await refuse({ siteFactors: [slope, slope] })).toMatchObject({ code: 'site_rule_twice' });
    expect(await get()).toEqual(changed);
  });

  it('knows settings of counties only', async () => {
    const { app, refuse } = await createTestApp(await open());
    const town = '/api/areas/529902101/settings?lang=en';
    const { status, code, detail } = await refuse({ joinHouseholds: 20 }, { address: town });
    expect([status, code]).toEqual([400, 'settings_of_county']);
    expect(detail).toContain('county code 529902');
    expect((await request(app, town)).status).toBe(400);
    const missing = { address: '/api/areas/529999/settings' };
    expect(await refuse({ joinHouseholds: 20 }, missing)).toMatchObject({ status: 404, code: 'unknown_county' });
  });

  it('only shows settings while other machines are served', async () => {
    const { get, refuse } = await createTestApp(await open(), true);
    expect(await refuse({ joinHouseholds: 20 })).toMatchObject({ status: 403, code: 'settings_closed' });
    expect(await get()).toMatchObject({ revision: 1, joinHouseholds: 30 });
  });
});
