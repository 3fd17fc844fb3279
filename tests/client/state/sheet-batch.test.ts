import { describe, expect, it } from 'vitest';
import { createAtlasRequest, createBatchRequest, createTilesRequest } from '#client/state/sheet-batch.ts';
import { DEFAULT_WISH } from '#client/state/sheet-wish.ts';
import { atlasRequestSchema, sheetBatchRequestSchema, tilesRequestSchema } from '#core/api/atlases.ts';

const shared = (title: string) => ({
  wish: { ...DEFAULT_WISH, options: { ...DEFAULT_WISH.options, title } },
  asOf: '2026-11-22',
  language: 'zh' as const,
});
const BATCH = {
  areas: ['529901001'],
  maps: ['targets' as const],
  format: 'pdf' as const,
  dpi: 150,
  paper: 'A3',
  remember: false,
};
const TILES = { area: '529901', map: 'targets' as const, tile: 'A3' as const };

describe('createBatchRequest', () => {
  it('takes a title that names the area of each sheet, and leaves that of one sheet out', () => {
    const request = createBatchRequest(shared('{area}{map}'), BATCH);
    expect(sheetBatchRequestSchema.parse(request)).toEqual(request);
    expect(request.options.title).toBe('{area}{map}');
    expect(createBatchRequest(shared('城关镇'), BATCH).options.title).toBeNull();
    const book = createAtlasRequest(shared('城关镇'), {
      ...{ area: '529901', level: 'town', maps: ['targets'], paper: 'A3', papers: [], form: 'pdf', remember: true },
    });
    expect(atlasRequestSchema.parse(book).options.title).toBeNull();
  });
});

describe('createTilesRequest', () => {
  it('keeps the title: it is the chosen sheet', () => {
    const request = createTilesRequest(shared('城关镇'), TILES);
    expect(tilesRequestSchema.parse(request).options.title).toBe('城关镇');
  });
});
