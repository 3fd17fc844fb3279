import { describe, expect, it } from 'vitest';
import { keepByDefinition } from '#core/network/keep-by-definition.ts';
import { createJoinedWorld } from '#tests/support/joined-world.ts';

const createWorld = () => createJoinedWorld({ roads: [], seats: [], settlements: [] });

describe('keepByDefinition', () => {
  it('computes once a network and contents of a definition', () => {
    const { network, definition } = createWorld();
    let runs = 0;
    const count = keepByDefinition(() => ++runs);
    expect([count(network, definition), count(network, { ...definition })]).toEqual([1, 1]);
    expect(count(network, { ...definition, distanceMeters: 100 })).toBe(2);
    expect(count(createWorld().network, definition)).toBe(3);
  });

  it('keeps by less than all contents where the answer rests on less', () => {
    const { network, definition } = createWorld();
    let runs = 0;
    const count = keepByDefinition(
      () => ++runs,
      ({ minimumWidthMeters }) => String(minimumWidthMeters),
    );
    expect([count(network, definition), count(network, { ...definition, distanceMeters: 100 })]).toEqual([1, 1]);
    expect(count(network, { ...definition, minimumWidthMeters: 9 })).toBe(2);
  });
});
