import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/county/campaign.ts';
import { priceNewRoad, priceSegment } from '#core/network/hardening-cost.ts';

describe('priceSegment', () => {
  it("takes the segment's own cost", () => {
    const cost = priceSegment(DEFAULT_SETTINGS, { costYuan: 420_000, lengthMeters: 9000, roadClass: 'C' });
    expect(cost).toEqual({ yuan: 420_000, estimatedYuan: 0 });
  });

  it('estimates by class where it carries none: 1.2 km of town road at 900,000 yuan a kilometre', () => {
    const cost = priceSegment(DEFAULT_SETTINGS, { costYuan: null, lengthMeters: 1200, roadClass: 'Y' });
    expect(cost).toEqual({ yuan: 1_080_000, estimatedYuan: 1_080_000 });
  });

  it('does not take a cost of nothing for one that is not known', () => {
    expect(priceSegment(DEFAULT_SETTINGS, { costYuan: 0, lengthMeters: 1200, roadClass: 'Y' }).yuan).toBe(0);
  });
});

describe('priceNewRoad', () => {
  it('prices 500 m at 900,000 yuan a kilometre', () => {
    expect(priceNewRoad(DEFAULT_SETTINGS, 500)).toEqual({ yuan: 450_000, estimatedYuan: 450_000 });
  });
});
