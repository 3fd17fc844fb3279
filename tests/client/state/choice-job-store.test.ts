import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  cancelChoice,
  forgetChoice,
  markApplied,
  readAnswer,
  resumeChoice,
  selectRun,
  startChoice,
  useChoiceJobStore,
} from '#client/state/choice-job-store.ts';
import { roadProgrammeRequestSchema } from '#core/api/choices.ts';

const REQUEST = roadProgrammeRequestSchema.parse({
  kind: 'road_programme',
  county: '529901',
  goal: { kind: 'join_all' },
  lang: 'zh',
});

const PROGRAMME = {
  kind: 'road_programme',
  basis: { county: '529901', plan: null, version: null, revision: 1 },
  status: 'feasible',
  statusText: '可行',
  target: 'households',
  wanYuan: 10,
  gained: 4,
  bound: 5,
  gap: 0.25,
  seed: 1,
  elapsedSeconds: 1,
  joined: { before: 1, after: 2, all: 3 },
  steps: [],
  unplaced: [],
  years: [],
  impossible: [],
  leftOut: [],
  hasSampleCosts: false,
  commands: [],
};

const createJob = (patch: object = {}) => ({
  id: 'a1',
  kind: 'road_programme',
  county: '529901',
  state: 'running',
  progress: 0.1,
  createdAt: '2026-11-22T00:00:00Z',
  finishedAt: null,
  interim: null,
  resultUrl: null,
  errorText: null,
  ...patch,
});

/** Streams that were opened, newest last. */
const streams: FakeEventSource[] = [];
class FakeEventSource {
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;

  constructor() {
    streams.push(this);
  }

  close(): void {
    this.onmessage = null;
  }
}

const run = () => selectRun('road_programme', '529901')(useChoiceJobStore.getState());
const tell = (job: object): void => streams.at(-1)?.onmessage?.({ data: JSON.stringify(job) });

/** A server that answers by method and address. */
const serve = (answers: Readonly<Record<string, unknown>>): void => {
  vi.stubGlobal('fetch', async (address: string, { method = 'GET' }: { method?: string } = {}) => {
    const body = answers[`${method} ${new URL(address, 'http://localhost').pathname}`];
    return body === undefined ? new Response('{}', { status: 404 }) : Response.json(body);
  });
};

describe('startChoice', () => {
  beforeEach(() => void vi.stubGlobal('EventSource', FakeEventSource));
  afterEach(() => {
    forgetChoice('road_programme');
    streams.length = 0;
    vi.unstubAllGlobals();
  });

  it('shows the best answer so far, keeps it between steps, then the result', async () => {
    serve({ 'POST /api/jobs': createJob(), 'GET /api/jobs/a1/result': { ...PROGRAMME, gained: 9 } });
    await startChoice(REQUEST);
    tell(createJob({ interim: PROGRAMME }));
    tell(createJob({ progress: 0.5 }));
    expect(readAnswer(run(), 'road_programme')?.gained).toBe(4);
    tell(createJob({ state: 'done', progress: 1, resultUrl: '/api/jobs/a1/result' }));
    await vi.waitFor(() => expect(run().result).not.toBeNull());
    expect(readAnswer(run(), 'road_programme')?.gained).toBe(9);
    expect(readAnswer(run(), 'choose_sites')).toBeNull();
  });

  it('keeps the best answer of a question that is stopped', async () => {
    const stopped = createJob({ state: 'cancelled', resultUrl: '/api/jobs/a1/result' });
    serve({
      'POST /api/jobs': createJob(),
      'DELETE /api/jobs/a1': stopped,
      'GET /api/jobs/a1': stopped,
      'GET /api/jobs/a1/result': PROGRAMME,
    });
    await startChoice(REQUEST);
    await cancelChoice('road_programme', 'zh');
    expect(run().job?.state).toBe('cancelled');
    expect(run().result).toEqual(PROGRAMME);
  });

  it('says why it could not be started', async () => {
    serve({});
    await startChoice(REQUEST);
    expect(run().error).toBeInstanceOf(Error);
    expect(run().job).toBeNull();
  });

  it('belongs to its county', async () => {
    serve({ 'POST /api/jobs': createJob() });
    await startChoice(REQUEST);
    expect(selectRun('road_programme', '529902')(useChoiceJobStore.getState()).job).toBeNull();
  });
});

/** A tab's memory in a test. */
function stubMemory(): void {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
}

/** The page is loaded anew: what it knew is gone, the tab's memory stays. */
const loadAnew = (): void => useChoiceJobStore.setState(useChoiceJobStore.getInitialState(), true);

describe('resumeChoice', () => {
  beforeEach(() => {
    vi.stubGlobal('EventSource', FakeEventSource);
    stubMemory();
  });
  afterEach(() => {
    forgetChoice('road_programme');
    streams.length = 0;
    vi.unstubAllGlobals();
  });

  it('follows work that went on while the page was loaded anew', async () => {
    serve({ 'POST /api/jobs': createJob(), 'GET /api/jobs/a1': createJob({ interim: PROGRAMME }) });
    await startChoice(REQUEST);
    loadAnew();
    await resumeChoice('road_programme', '529901', 'zh');
    expect(readAnswer(run(), 'road_programme')?.gained).toBe(4);
    expect(run().request).toEqual(REQUEST);
    tell(createJob({ progress: 0.7, interim: { ...PROGRAMME, gained: 6 } }));
    expect(readAnswer(run(), 'road_programme')?.gained).toBe(6);
  });

  it('shows a result again, and that it is part of the plan', async () => {
    const done = createJob({ state: 'done', progress: 1, resultUrl: '/api/jobs/a1/result' });
    serve({ 'POST /api/jobs': done, 'GET /api/jobs/a1': done, 'GET /api/jobs/a1/result': PROGRAMME });
    await startChoice(REQUEST);
    markApplied('road_programme');
    loadAnew();
    await resumeChoice('road_programme', '529901', 'zh');
    expect(run()).toMatchObject({ result: PROGRAMME, isApplied: true });
  });

  it('forgets work that the server does not know, and what was put away', async () => {
    serve({ 'POST /api/jobs': createJob() });
    await startChoice(REQUEST);
    loadAnew();
    await resumeChoice('road_programme', '529901', 'zh');
    expect(run()).toMatchObject({ job: null, error: null, request: null });
    await startChoice(REQUEST);
    forgetChoice('road_programme');
    await resumeChoice('road_programme', '529901', 'zh');
    expect(run().request).toBeNull();
  });

  it('leaves the questions of other counties alone', async () => {
    serve({ 'POST /api/jobs': createJob() });
    await startChoice(REQUEST);
    loadAnew();
    await resumeChoice('road_programme', '529902', 'zh');
    expect(run().request).toBeNull();
  });
});
