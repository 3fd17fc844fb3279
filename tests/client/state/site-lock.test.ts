import { describe, expect, it } from 'vitest';
import { findLock } from '#client/state/site-lock.ts';
import type { PlanPlace } from '#client/state/use-plan-places.ts';

const place = (stage: string, movedInHouseholds = 0): PlanPlace => ({
  code: 'AZ001',
  label: 'Chengguan',
  position: [107.5, 27],
  facts: { code: 'AZ001', name: 'Chengguan', stage, movedInHouseholds },
});

describe('findLock', () => {
  it('lets a site be taken in hand until its works begin', () => {
    for (const stage of ['sited', 'plan_approved', 'land_acquired', 'none']) expect(findLock(place(stage))).toBeNull();
  });

  it('keeps a site whose works have begun, or where people live', () => {
    const lock = { siteCode: 'AZ001', name: 'Chengguan' };
    expect(findLock(place('begun'))).toEqual({ ...lock, reason: 'site_built', households: 0 });
    expect(findLock(place('moved_in', 12))).toEqual({ ...lock, reason: 'site_built', households: 12 });
    expect(findLock(place('sited', 3))).toEqual({ ...lock, reason: 'site_has_residents', households: 3 });
  });
});
