import { describe, expect, it } from 'vitest';
import { createCoverageService } from '#server/coverage/coverage-service.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

describe('createCoverageService', () => {
  it('keeps the context of a county and a day for the next request', async () => {
    const county = createTinyCounty();
    const service = createCoverageService({ getCounty: async () => county });
    const context = await service.getContext(county.code);
    expect(await service.getContext(county.code)).toBe(context);
    expect(await service.getContext(county.code, '2026-11-22')).toBe(context);
    const earlier = await service.getContext(county.code, '2025-06-30');
    expect(earlier.asOf).toBe('2025-06-30');
    expect(await service.getContext(county.code, '2025-06-30')).toBe(earlier);
  });

  it('makes a new context for a new revision', async () => {
    const revisions = [createTinyCounty(), { ...createTinyCounty(), revision: 2 }];
    const service = createCoverageService({
      getCounty: async (_code, revision = 2) => revisions[revision - 1] ?? createTinyCounty(),
    });
    const newest = await service.getContext('529902');
    const first = await service.getContext('529902', undefined, 1);
    expect([newest.county.revision, first.county.revision]).toEqual([2, 1]);
  });

  it('refuses an area that the county does not have', async () => {
    const service = createCoverageService({ getCounty: async () => createTinyCounty() });
    await expect(service.getContextOfArea({ areaCode: '529902777' })).rejects.toMatchObject({ code: 'unknown_area' });
  });
});
