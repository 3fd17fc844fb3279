import { describe, expect, it } from 'vitest';
import { findSiteAssessment } from '#client/state/site-assessment.ts';
import type { PlanEdit } from '#core/county/plan.ts';

const place: PlanEdit = {
  kind: 'place_site',
  input: { siteCode: 'S1', position: [107.5, 27], capacityHouseholds: 100 },
};
const move: PlanEdit = { kind: 'move_site', input: { siteCode: 'S1', position: [107.6, 27] } };
const input = { siteCode: 'S1', number: '评〔2026〕7号', on: '2026-10-08', conclusion: '适宜' };
const assess: PlanEdit = { kind: 'assess_site', input };

describe('findSiteAssessment', () => {
  it('misses the assessment of a site that the plan placed', () => {
    expect(findSiteAssessment([place], 'S1')).toBe('missing');
  });

  it('finds what the plan recorded', () => {
    expect(findSiteAssessment([place, assess], 'S1')).toEqual(input);
  });

  it('misses it again where the site was moved on', () => {
    expect(findSiteAssessment([place, assess, move], 'S1')).toBe('missing');
  });

  it('says nothing of a site that the plan leaves where it is', () => {
    expect(findSiteAssessment([place, assess], 'S2')).toBeUndefined();
  });
});
