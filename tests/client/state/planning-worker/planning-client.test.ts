import { describe, expect, it } from 'vitest';
import { createPlanningClient, type PlanningPort } from '#client/state/planning-worker/planning-client.ts';
import type { PlanningRequest, PlanningResponse } from '#client/state/planning-worker/planning-protocol.ts';
import { createPlanningSession } from '#client/state/planning-worker/planning-session.ts';
import { evaluationToAnswer } from '#core/api/plan-evaluation.ts';
import type { PlanCommand } from '#core/county/plan.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { evaluatePlan } from '#core/planning/evaluation/evaluate-plan.ts';
import { judgePlace } from '#core/planning/rules/judge-place.ts';
import { encodeCounty } from '#core/planning/snapshot/encode-county.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const county = createTinyCounty();
const ORIGIN = { county: county.code, revision: 1, asOf: county.dataDate };
const SITE = { siteCode: 'FA0001-S1', name: '新安置点', capacityHouseholds: 3 };
const place = (position: LonLat): PlanCommand => ({
  id: 'c1',
  by: 'local',
  at: '2026-11-22T00:00:00Z',
  kind: 'place_site',
  input: { ...SITE, position },
});

/** A worker in this thread: messages are copied as between threads and answered one after the other when `release` is called, or at once. */
function createTestClient({ isHeld = false } = {}) {
  const session = createPlanningSession({ fetchCounty: async () => encodeCounty(county), now: () => 0 });
  const listeners: ((event: { readonly data: PlanningResponse }) => void)[] = [];
  const faults: (() => void)[] = [];
  const asked: PlanningRequest[] = [];
  const held: PlanningRequest[] = [];
  const answer = async (request: PlanningRequest): Promise<void> => {
    const response = await session.answer(request).then(
      (output): PlanningResponse => ({ id: request.id, output }),
      (error: Error): PlanningResponse => ({ id: request.id, failure: { code: 'refused', message: error.message } }),
    );
    for (const listener of listeners) listener({ data: structuredClone(response) });
  };
  const port: PlanningPort = {
    postMessage(request) {
      const copy = structuredClone(request);
      asked.push(copy);
      if (isHeld && request.kind === 'drag_to') held.push(copy);
      else void answer(copy);
    },
    addEventListener(type: 'message' | 'error', listener: never) {
      if (type === 'message') listeners.push(listener);
      else faults.push(listener);
    },
    terminate: () => undefined,
  };
  const release = async (): Promise<void> => {
    for (let request = held.shift(); request; request = held.shift()) await answer(request);
  };
  const fail = (): void => {
    for (const tell of faults) tell();
  };
  return { client: createPlanningClient(port), asked, release, fail };
}

describe('createPlanningClient', () => {
  it('evaluates a plan as the server does', async () => {
    const { client } = createTestClient();
    expect(await client.load(county.code)).toEqual({ county: county.code, revision: 1 });
    const commands = [place([107.505, 27.004])];
    expect(await client.setPlan({ plan: 'FA0001', version: 4, basedOn: null, commands })).toEqual([]);
    const { evaluation } = await client.evaluate();
    const planned = applyCommands(county, commands).county;
    expect(evaluation).toEqual(evaluationToAnswer(evaluatePlan(planned), { ...ORIGIN, plan: 'FA0001', version: 4 }));
  });

  it('gives while dragging what the plan gives after the drop', async () => {
    const { client } = createTestClient();
    await client.load(county.code);
    await client.beginDrag(SITE);
    const dragged = await client.dragTo([107.505, 27.004]);
    const dropped = evaluatePlan(applyCommands(county, [place([107.505, 27.004])]).county);
    expect(dragged?.evaluation).toEqual(evaluationToAnswer(dropped, { ...ORIGIN, plan: null, version: null }));
  });

  it('judges places as the server does, under the plan', async () => {
    const { client } = createTestClient();
    await client.load(county.code);
    const commands = [place([107.505, 27.004])];
    await client.setPlan({ plan: 'FA0001', version: 4, basedOn: null, commands });
    const planned = applyCommands(county, commands).county;
    const places = Array.from(
      { length: 40 },
      (_, i): LonLat => [107.49 + (i % 8) / 250, 26.99 + Math.floor(i / 8) / 200],
    );
    const classes = new Set<string>();
    for (const position of places) {
      const judged = await client.judge(position);
      expect(judged.suitability).toEqual(judgePlace(planned, position));
      expect(judged.county.nameEn).toBe(county.areas[0]?.nameEn);
      classes.add(judged.suitability.suitabilityClass);
    }
    expect(classes).toContain('refused');
    expect(classes.size).toBeGreaterThan(1);
  });

  it('works at one place at a time and passes over all but the newest', async () => {
    const { client, asked, release } = createTestClient({ isHeld: true });
    await client.load(county.code);
    await client.beginDrag(SITE);
    const answers = [0, 1, 2, 3].map((i) => client.dragTo([107.505 + i / 1000, 27.004]));
    await release();
    await release();
    await new Promise((resolve) => setTimeout(resolve, 0));
    await release();
    const told = await Promise.all(answers);
    expect(told.map((answer) => answer !== null)).toEqual([true, false, false, true]);
    expect(asked.filter(({ kind }) => kind === 'drag_to')).toHaveLength(2);
  });

  it('drops the answer of a drag that has ended', async () => {
    const { client, release } = createTestClient({ isHeld: true });
    await client.load(county.code);
    await client.beginDrag(SITE);
    const late = client.dragTo([107.505, 27.004]);
    await client.endDrag();
    await release();
    expect(await late).toBeNull();
  });

  it('tells commands that cannot be done, and what was asked out of turn', async () => {
    const { client } = createTestClient();
    await expect(client.evaluate()).rejects.toThrow('before any county');
    await client.load(county.code);
    const faults = await client.setPlan({ plan: 'FA1', version: 1, basedOn: null, commands: [place([0, 0])] });
    expect(faults.map(({ code }) => code)).toEqual(['outside_county']);
    await expect(client.dragTo([107.5, 27])).rejects.toThrow('none was in hand');
  });

  it('fails all questions when the worker breaks', async () => {
    const { client, fail } = createTestClient({ isHeld: true });
    await client.load(county.code);
    await client.beginDrag(SITE);
    const lost = client.dragTo([107.505, 27.004]);
    fail();
    await expect(lost).rejects.toMatchObject({ code: 'worker_failed' });
  });
});
