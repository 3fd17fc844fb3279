import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCounty } from '#core/county/build-county.ts';
import type { County } from '#core/county/county.ts';
import type { PlanCommand } from '#core/county/plan.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { evaluatePlan } from '#core/planning/evaluation/evaluate-plan.ts';
import { createSiteDrag } from '#core/planning/evaluation/site-drag.ts';
import { decodeCounty } from '#core/planning/snapshot/decode-county.ts';
import { encodeCounty } from '#core/planning/snapshot/encode-county.ts';
import type { EncodedCounty } from '#core/planning/snapshot/encoded-county.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { arbitraryCommands } from '#tests/support/random-commands.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

/** A county as it comes out of the page's snapshot, sent as text. */
const sendAndDecode = (county: County): County =>
  decodeCounty(JSON.parse(JSON.stringify(encodeCounty(county))) as EncodedCounty);

describe('decodeCounty', () => {
  it('gives back what the snapshot holds, the ground and the roads to the last digit', () => {
    const county = createTinyCounty();
    const decoded = sendAndDecode(county);
    for (const key of ['areas', 'settlements', 'sites', 'segments', 'links', 'dem', 'settings', 'constraints'] as const)
      expect(decoded[key]).toEqual(county[key]);
    expect(decoded.households.count).toBe(8);
    expect(decoded.ledgerRows).toEqual([]);
  });

  it('evaluates the tiny county under random plans as the whole county does', () => {
    const county = createTinyCounty();
    const decoded = sendAndDecode(county);
    fc.assert(
      fc.property(arbitraryCommands(county), (commands) => {
        const [whole, sent] = [applyCommands(county, commands), applyCommands(decoded, commands)];
        expect(sent.faults).toEqual(whole.faults);
        expect(evaluatePlan(sent.county)).toEqual(evaluatePlan(whole.county));
      }),
      { seed: 41, numRuns: 100 },
    );
  });

  it('evaluates the sample county under random plans, and while a site is dragged, as the whole county does', async () => {
    const county = buildCounty(await loadSampleCounty(), 1);
    const decoded = sendAndDecode(county);
    fc.assert(
      fc.property(arbitraryCommands(county), (commands: readonly PlanCommand[]) => {
        const [whole, sent] = [applyCommands(county, commands), applyCommands(decoded, commands)];
        expect(sent.faults).toEqual(whole.faults);
        expect(evaluatePlan(sent.county)).toEqual(evaluatePlan(whole.county));
      }),
      { seed: 42, numRuns: 8 },
    );
    const site = { siteCode: 'FA0001-S9', capacityHouseholds: 120 };
    const position: LonLat = [107.6, 27.1];
    expect(createSiteDrag(decoded, site).evaluateAt(position)).toEqual(
      createSiteDrag(county, site).evaluateAt(position),
    );
  }, 60_000);
});
