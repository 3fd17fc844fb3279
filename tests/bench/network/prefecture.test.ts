import { describe, expect, it } from 'vitest';
import { createPrefecture } from '../../../bench/network/prefecture.ts';

const createSmall = (seed = 5) => createPrefecture({ villages: 400, seed });

describe('createPrefecture', () => {
  it('has ten segments a village, each with a code of its own', () => {
    const { segments, seats } = createSmall();
    expect(seats).toHaveLength(400);
    expect(new Set(segments.map(({ code }) => code)).size).toBe(4000);
  });

  it('is the same for the same seed and another for another', () => {
    expect(createSmall()).toEqual(createSmall());
    expect(createSmall(6)).not.toEqual(createSmall());
  });

  it('has segments as long as those of real rural roads: 370 to 500 m on average', () => {
    const { segments } = createSmall();
    const mean = segments.reduce((sum, { lengthMeters }) => sum + lengthMeters, 0) / segments.length;
    expect(mean).toBeGreaterThan(370);
    expect(mean).toBeLessThan(500);
  });

  it('leads every village seat to at least one segment', () => {
    const { segments, seats } = createSmall();
    const ends = new Set(segments.flatMap(({ line }) => [line.coordinates[0], line.coordinates.at(-1)].map(String)));
    expect(seats.filter((seat) => !ends.has(String(seat)))).toEqual([]);
  });
});
