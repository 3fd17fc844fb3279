import { describe, expect, it } from 'vitest';
import { EnvironmentError } from '#core/errors.ts';
import { createCommandRoutes } from '#server/cli/command-routes.ts';
import type { CommandServices } from '#server/cli/command-services.ts';
import { createApp } from '#server/http/create-app.ts';
import { createLog } from '#server/http/request-log.ts';
import { request } from '#tests/support/request.ts';

const TOKEN = 'a'.repeat(64);

/** Services that remember nothing and know one county; a test replaces what it asks. */
function createServices(overrides: Partial<CommandServices> = {}): CommandServices {
  return {
    listCountyCodes: async () => [],
    seedSample: async () => '529901',
    readFeatureText: async () => '{}',
    importLedgers: async () => ({ lines: [], revision: null }),
    importCounty: async () => ({ county: '990001', name: 'A', revision: 1, counts: {}, assumptions: [], findings: [] }),
    listFigures: async () => [],
    createSheet: async () => new Uint8Array([37, 80, 68, 70]),
    makeAtlas: async () => ({ pages: 0, failed: [] }),
    makeTiles: async () => ({ pages: 0, failed: [] }),
    measureDistance: async () => {
      throw new Error('not asked');
    },
    exportArea: async () => ({ fileName: '529901-ledgers.xlsx', bytes: new Uint8Array([80, 75]) }),
    createReader: async () => undefined,
    listGaps: async () => {
      throw new Error('not asked');
    },
    writeGaps: async () => ({ fileName: 'gaps.csv', csv: 'a\r\n' }),
    listPlans: async () => ({ items: [], inForce: null }),
    readPlan: async () => {
      throw new Error('not asked');
    },
    optimise: async () => {
      throw new Error('not asked');
    },
    backUp: async () => ['/data/backups/a.ndjson.gz'],
    restore: async () => '529901',
    ...overrides,
  };
}

async function send(name: string, args: readonly string[], overrides: Partial<CommandServices> = {}, token = TOKEN) {
  const app = createApp({
    routers: [createCommandRoutes({ token: TOKEN, services: createServices(overrides) })],
    page: null,
    log: createLog('silent'),
    trustProxy: false,
    acceptedHosts: [],
  });
  const answer = await request(app, '/internal/commands', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ name, args, language: 'en', folder: '/home/planner' }),
  });
  const isLines = answer.status === 200;
  return {
    ...answer,
    messages: isLines
      ? answer.text
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line))
      : [],
  };
}

describe('createCommandRoutes', () => {
  it('refuses a sender that does not know the token', async () => {
    const answer = await send('seed', [], {}, 'b'.repeat(64));
    expect(answer.status).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'forbidden' });
  });

  it('does a command and sends its lines, then that it is done', async () => {
    const { messages } = await send('seed', []);
    expect(messages).toEqual([
      { kind: 'line', line: expect.stringMatching(/^Loaded the sample county 529901 \(\d+\.\d s\)$/) },
      { kind: 'done' },
    ]);
  });

  it('leaves a database that holds a county alone', async () => {
    const { messages } = await send('seed', [], {
      listCountyCodes: async () => ['529901'],
      seedSample: async () => {
        throw new Error('must not be asked');
      },
    });
    expect(messages[0]).toEqual({ kind: 'line', line: 'The database already holds 529901; nothing was changed' });
  });

  it('sends a sheet as a file named from the folder in which the command was typed', async () => {
    const { messages } = await send('sheet', ['--area', '529901', '--map', 'progress', '--paper', 'A3']);
    expect(messages).toEqual([
      { kind: 'file', path: '/home/planner/529901-progress-A3.pdf', base64: 'JVBERg==' },
      { kind: 'done' },
    ]);
  });

  it('reads the format off the name of the file, and options with their own words', async () => {
    const { messages } = await send('sheet', [
      ...['--area', '529901', '--map', 'progress', '--paper', '1200x900'],
      ...['--hand-kept', 'on', '--dpi', '200', '--out', 'board.tif'],
    ]);
    expect(messages[0]).toMatchObject({ kind: 'file', path: '/home/planner/board.tif' });
  });

  it('passes distance on with the parameters of the address, one pair a line', async () => {
    const place = (name: string) => ({ code: null, name, position: [107.5, 27] as [number, number] });
    const reached = { km: 1.5, minutes: 3, straightKm: 1, offRoadKm: 0.1, reason: null, reasonText: null };
    const unreached = { km: null, minutes: null, straightKm: 2, offRoadKm: null, reasonText: 'No road.' };
    const asked: unknown[] = [];
    const { messages } = await send(
      'distance',
      ['--from', 'A;B', '--to', 'C', '--mode', 'walk', '--as-of', '2026-01-31'],
      {
        measureDistance: async (query) => {
          asked.push(query);
          return {
            ...{ county: '529902', asOf: '2026-01-31', revision: 1, plan: null, mode: 'walk', speedVersion: 1 },
            hasElevation: true,
            from: [place('A'), place('B')],
            to: [place('C')],
            items: [reached, { ...unreached, reason: 'no_road' }],
            path: null,
          };
        },
      },
    );
    expect(asked).toEqual([{ from: 'A;B', to: 'C', mode: 'walk', by: 'minutes', asOf: '2026-01-31' }]);
    expect(messages).toEqual([
      { kind: 'line', line: 'A\tC\t1.5\t3\t1\t0.1\t' },
      { kind: 'line', line: 'B\tC\t–\t–\t2\t–\tNo road.' },
      { kind: 'done' },
    ]);
  });

  it('sends the gaps of an area as a CSV file', async () => {
    const { messages } = await send('gaps', ['529902', '--csv', '--sort=-cost'], {
      writeGaps: async (area, query) => ({ fileName: `${area}-${query.sort}.csv`, csv: 'a\r\n' }),
    });
    expect(messages).toEqual([
      { kind: 'file', path: '/home/planner/529902--cost.csv', base64: Buffer.from('a\r\n').toString('base64') },
      { kind: 'done' },
    ]);
    const sentenceOf = async (args: readonly string[]) => (await send('gaps', args)).messages.at(-1)?.sentence;
    expect(await sentenceOf([])).toContain('The argument --area is missing.');
    expect(await sentenceOf(['529902', '529903'])).toContain('529903');
    expect(await sentenceOf(['529902', '--sort', 'beauty'])).toContain('"beauty"');
  });

  it('tells missing, wrong and unknown arguments in one sentence', async () => {
    const sentenceOf = async (name: string, args: readonly string[]) => (await send(name, args)).messages.at(-1);
    expect(await sentenceOf('sheet', ['--area', '529901'])).toMatchObject({
      kind: 'failed',
      sentence: expect.stringContaining('The argument --map is missing.'),
    });
    expect(await sentenceOf('indicators', ['--area', '529901', '--codes', 'T1,X9'])).toMatchObject({ kind: 'failed' });
    expect(await sentenceOf('backup', ['--everything'])).toMatchObject({
      sentence: expect.stringContaining('"--everything"'),
    });
    expect(await sentenceOf('dance', [])).toMatchObject({
      sentence: expect.stringMatching(/^There is no command "dance"\. Commands: serve, seed, import, /),
    });
  });

  it('passes the failure of a service on as a sentence', async () => {
    const { messages } = await send('restore', ['a.gz'], {
      restore: async (file) => {
        throw new EnvironmentError('disk_full', 'Full', { folder: file });
      },
    });
    expect(messages.at(-1)).toMatchObject({ kind: 'failed', sentence: expect.stringContaining('/home/planner/a.gz') });
  });
});
