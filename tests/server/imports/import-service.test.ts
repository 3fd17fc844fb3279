import { describe, expect, it } from 'vitest';
import type { ImportRequest } from '#core/api/imports.ts';
import type { RoadFault } from '#core/county/county.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { InvalidInputError } from '#core/errors.ts';
import { createImportService } from '#server/imports/import-service.ts';
import { createCollectionText, createFeature } from '#tests/support/geojson.ts';

function createWorld(taken: readonly string[] = [], roadFaults: readonly RoadFault[] = []) {
  const written: CountyRows[] = [];
  const service = createImportService({
    listCountyCodes: async () => taken,
    writeCounty: async (rows) => {
      written.push(rows);
      return { revision: 7, roadFaults };
    },
  });
  return { service, written };
}

function createRequest(features: readonly unknown[], overrides: Partial<ImportRequest> = {}): ImportRequest {
  const files = [{ name: 'roads.geojson', as: 'segments' as const, text: createCollectionText(features) }];
  return { files, dataDate: '2026-11-22', ...overrides };
}

const road = () =>
  createFeature(
    'LineString',
    [
      [9.5, 47.1],
      [9.52, 47.15],
    ],
    { highway: 'primary' },
  );

describe('createImportService', () => {
  it('takes the first free code from 990001', async () => {
    const { service, written } = createWorld(['529901', '990001', '990002']);
    const answer = await service.importCounty(createRequest([road()]), 'en');
    expect(answer).toMatchObject({ county: '990003', revision: 7, counts: { segments: 1 } });
    expect(written.map((rows) => rows.code)).toEqual(['990003']);
  });

  it('says in a sentence a kind what was found at the roads', async () => {
    const fault = { segmentCode: 'a', otherSegmentCode: 'b', distanceMeters: 12, position: [9.5, 47.1] } as const;
    const kinds = ['crossing', 'probable_gap', 'crossing'] as const;
    const { service } = createWorld(
      [],
      kinds.map((kind) => ({ kind, ...fault })),
    );
    const { findings } = await service.importCounty(createRequest([road()]), 'en');
    expect(findings).toEqual([
      'Dangling ends close to another road, probably gaps, were left open: 1.',
      'Places where roads cross without a common position were taken for bridges: 2.',
      'Where they are is listed at /api/areas/990001/network.',
    ]);
    expect((await createWorld().service.importCounty(createRequest([road()]), 'zh')).findings).toEqual([]);
  });

  it('says which projection a county outside China gets', async () => {
    const { service } = createWorld();
    const answer = await service.importCounty(createRequest([road()]), 'en');
    expect(answer.assumptions.join('\n')).toContain('own meridian 9.5°');
  });

  it('refuses a code that is taken', async () => {
    const { service, written } = createWorld(['990001']);
    const refused = service.importCounty(createRequest([road()], { code: '990001' }), 'zh');
    await expect(refused).rejects.toMatchObject({ code: 'county_exists' });
    expect(written).toEqual([]);
  });

  it('refuses a code that is no county code', async () => {
    const { service } = createWorld();
    const refused = service.importCounty(createRequest([road()], { code: '990001001' }), 'zh');
    await expect(refused).rejects.toMatchObject({ code: 'county_code_form' });
  });

  it('writes nothing and tells each fault in the language of the reader', async () => {
    const { service, written } = createWorld();
    const error = await service
      .importCounty(createRequest([road(), createFeature('Point', [0, 0])]), 'zh')
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error).toMatchObject({
      code: 'import_rejected',
      details: {
        count: 1,
        problems: '文件 roads.geojson 第 2 个要素：几何类型为 Point，应为 LineString, MultiLineString。',
      },
    });
    expect(written).toEqual([]);
  });

  it('counts the faults that it does not list', async () => {
    const { service } = createWorld();
    const faults = Array.from({ length: 60 }, () => createFeature('Point', [0, 0]));
    const error = await service.importCounty(createRequest(faults), 'en').catch((caught: unknown) => caught);
    expect(error).toMatchObject({ details: { count: 60 } });
    expect(JSON.stringify(error)).toContain('10 more problems');
  });
});
