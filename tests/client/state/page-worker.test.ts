import { afterEach, describe, expect, it, vi } from 'vitest';
import { getPageWorker } from '#client/state/page-worker.ts';
import type { PlanningRequest, PlanningResponse } from '#client/state/planning-worker/planning-protocol.ts';

type Listener = (event: { readonly data: PlanningResponse }) => void;

/** Workers that answer their first question by turns of `answers`. */
function stubWorkers(answers: readonly ('fails' | 'loads')[]): {
  readonly begun: () => number;
  readonly ended: () => number;
} {
  let begun = 0;
  let ended = 0;
  class StubWorker {
    readonly #answer = answers[begun++];
    #tell: Listener = () => undefined;

    addEventListener(type: string, listener: Listener): void {
      if (type === 'message') this.#tell = listener;
    }

    postMessage({ id }: PlanningRequest): void {
      const failure = { code: 'unexpected', message: 'database_busy (503)' };
      const output = { county: '529901', revision: 1 };
      queueMicrotask(() => this.#tell({ data: this.#answer === 'fails' ? { id, failure } : { id, output } }));
    }

    terminate(): void {
      ended++;
    }
  }
  vi.stubGlobal('Worker', StubWorker);
  return { begun: () => begun, ended: () => ended };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('getPageWorker', () => {
  it('begins anew after a county that could not be loaded, and keeps the one that was', async () => {
    const { begun, ended } = stubWorkers(['fails', 'loads']);
    await expect(getPageWorker('529901', 1).loaded).rejects.toMatchObject({ code: 'unexpected' });
    const second = getPageWorker('529901', 1);
    await expect(second.loaded).resolves.toEqual({ county: '529901', revision: 1 });
    expect(getPageWorker('529901', 1)).toBe(second);
    expect([begun(), ended()]).toEqual([2, 1]);
  });
});
