import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type ChoiceRequest,
  type ChoiceResult,
  chooseSitesRequestSchema,
  roadProgrammeRequestSchema,
} from '#core/api/choices.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import type { ChoiceOrder } from '#server/planning/choices-messages.ts';
import { createChoicesService } from '#server/planning/choices-service.ts';
import { createChoiceCounty } from '#tests/support/site-choices.ts';

const LIMIT_MS = 120_000;

const createOrder = (request: ChoiceRequest, overrides: Partial<ChoiceOrder> = {}): ChoiceOrder => ({
  request,
  draft: { basedOn: null, commands: [] },
  basis: { county: request.county, plan: null, version: null, revision: 1 },
  batch: 'b',
  language: 'en',
  ...overrides,
});

const createSites = (overrides: object = {}): ChoiceRequest =>
  chooseSitesRequestSchema.parse({
    kind: 'choose_sites',
    county: '529902',
    problem: 'p_median',
    sites: 2,
    candidates: {},
    ...overrides,
  });

function openService() {
  const service = createChoicesService();
  onTestFinished(() => service.close());
  return service;
}

const followNothing = () => ({ signal: new AbortController().signal, tellInterim: () => undefined });

const sitesOf = (answer: ChoiceResult) => {
  if (answer.kind !== 'choose_sites') throw new Error('Not about sites');
  return answer;
};

describe('createChoicesService', { timeout: LIMIT_MS }, () => {
  it('answers in a thread of its own, for a plan as for today', async () => {
    const service = openService();
    const county = createChoiceCounty();
    const today = sitesOf(await service.solve(county, createOrder(createSites()), followNothing()));
    expect(today).toMatchObject({ status: 'optimal', statusText: 'Proved optimal', gap: 0, seed: 1 });
    expect(today.sites.map(({ siteCode, households }) => [siteCode, households])).toEqual([
      ['site-1', 2],
      ['site-2', 3],
    ]);
    const commands = [
      { id: '1', by: 'a', at: '', kind: 'close_site', input: { siteCode: 'site-1' } },
      { id: '2', by: 'a', at: '', kind: 'remove_site', input: { siteCode: 'site-9' } },
    ] as const;
    const order = createOrder(createSites({ sites: 1, excluded: ['site-1'] }), { draft: { basedOn: null, commands } });
    const planned = sitesOf(await service.solve(county, order, followNothing()));
    // site-1 is closed by the plan already
    expect(planned.commands.map(({ kind }) => kind)).not.toContain('close_site');
    expect(planned.sites.map(({ households }) => households)).toEqual([5]);
  });

  it('tells why a question cannot be answered, and goes on', async () => {
    const service = openService();
    const county = createChoiceCounty();
    const wrong = service.solve(county, createOrder(createSites({ required: ['nowhere'] })), followNothing());
    await expect(wrong).rejects.toMatchObject({ code: 'choice_unknown_site', details: { codes: 'nowhere' } });
    const next = await service.solve(county, createOrder(createSites()), followNothing());
    expect(next.status).toBe('optimal');
  });

  it('plans roads', async () => {
    const request = roadProgrammeRequestSchema.parse({
      kind: 'road_programme',
      county: '529902',
      goal: { kind: 'join_all' },
      includesEmptied: true,
    });
    const answer = await openService().solve(createChoiceCounty(), createOrder(request), followNothing());
    if (answer.kind !== 'road_programme') throw new Error('Not about roads');
    expect(answer.status).toBe('optimal');
    expect(answer.commands.every(({ kind }) => kind === 'harden_segment')).toBe(true);
    expect(answer.steps.flatMap(({ segments }) => segments.map(({ code }) => code)).toSorted()).toEqual(
      answer.commands.map(({ input }) => input.segmentCode).toSorted(),
    );
  });

  it('gives the best so far when it is cancelled, and lets the server breathe meanwhile', async () => {
    const service = openService();
    const county = buildCounty(await loadSampleCounty(), 1);
    const request = createSites({
      county: county.code,
      problem: 'capacitated_p_median',
      sites: 35,
      split: 'always',
      timeLimitSeconds: 100,
    });
    const ending = new AbortController();
    const interim: ChoiceResult[] = [];
    let longest = 0;
    let last = performance.now();
    const watching = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    onTestFinished(() => clearInterval(watching));
    let cancelledAt = 0;
    const answer = sitesOf(
      await service.solve(county, createOrder(request), {
        signal: ending.signal,
        tellInterim: (best) => {
          interim.push(best);
          cancelledAt ||= performance.now();
          ending.abort('cancelled');
        },
      }),
    );
    expect(performance.now() - cancelledAt).toBeLessThan(5000);
    expect(interim.length).toBeGreaterThan(0);
    expect(answer.status).toBe('feasible');
    expect(answer.bound).toBeLessThanOrEqual(answer.objective ?? 0);
    expect(answer.commands.length).toBeGreaterThan(0);
    expect(answer.sites.length).toBeLessThanOrEqual(35);
    for (const site of answer.sites) expect(site.households).toBeLessThanOrEqual(site.capacityHouseholds ?? 0);
    // the machine is shared; a thread that computed here would stand still for seconds
    expect(longest).toBeLessThan(1000);
  });
});
