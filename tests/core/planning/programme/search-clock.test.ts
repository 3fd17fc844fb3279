import { describe, expect, it } from 'vitest';
import { createOwnDefinition } from '#core/network/join-definition.ts';
import { createClusters } from '#core/planning/programme/create-clusters.ts';
import { searchExactFrontier } from '#core/planning/programme/exact-frontier.ts';
import { createSearchClock, runPieces } from '#core/planning/programme/search-clock.ts';
import { createJoinedWorld } from '#tests/support/joined-world.ts';

/** Work in pieces of some milliseconds each. */
function* workInPieces(count: number, goOn: () => void): Generator<void, string> {
  for (let piece = 0; piece < count; piece++) {
    goOn();
    yield;
  }
  return 'done';
}

describe('runPieces', () => {
  it('lets others in at least every 50 milliseconds', async () => {
    let time = 0;
    let paused = 0;
    const gaps: number[] = [];
    const hooks = {
      now: () => time,
      isCancelled: () => false,
      pause: async () => {
        gaps.push(time - paused);
        paused = time;
      },
    };
    const clock = createSearchClock(hooks, { timeLimitMs: 10_000, reserveMs: () => 0 });
    const found = await runPieces(
      workInPieces(200, () => {
        time += 7;
      }),
      clock,
    );
    expect(found).toBe('done');
    expect(gaps.length).toBe(50);
    expect(Math.max(...gaps)).toBe(28);
  });

  it('leaves the work when time is over', async () => {
    let time = 0;
    const hooks = { now: () => time, isCancelled: () => false };
    const clock = createSearchClock(hooks, { timeLimitMs: 300, reserveMs: () => 100 });
    const found = await runPieces(
      workInPieces(1000, () => {
        time += 7;
      }),
      clock,
    );
    expect([found, time]).toEqual([null, 224]);
  });
});

describe('searchExactFrontier', () => {
  it('can be left after every set of claims', () => {
    const gravel = (x: number) => ({
      points: [[x, 0] as const, [x, 900] as const],
      surface: 'gravel' as const,
      costYuan: 1000 + x,
    });
    const east = [0, 1000, 2000, 3000, 4000, 5000];
    const { county, network } = createJoinedWorld({
      roads: [{ points: east.map((x) => [x, 900] as const), surface: 'gravel', costYuan: 5000 }, ...east.map(gravel)],
      seats: [[0, 900]],
      settlements: east.map((x) => ({ place: [x, 0] as const })),
    });
    const settlements = [...county.settlements.keys()];
    const weights = Float64Array.from(settlements, () => 10);
    const { clusters } = createClusters(network, createOwnDefinition(county.settings), { settlements, weights });
    for (const cluster of clusters) {
      const work = searchExactFrontier(cluster);
      let pieces = 0;
      while (!work.next().done) pieces++;
      expect(pieces).toBeGreaterThanOrEqual(2 ** (cluster.claims.length + cluster.contexts.length) - 1);
    }
  });
});
