import { describe, expect, it } from 'vitest';
import { listOccurring } from '#client/map/controls/use-occurring.ts';
import type { LegendEntry } from '#core/cartography/map-definition.ts';

const createEntry = (id: string, occursWhen: LegendEntry['occursWhen']): LegendEntry => ({
  id,
  label: id,
  layerIds: [],
  geometry: 'line',
  properties: {},
  swatches: [],
  occursWhen,
});

describe('listOccurring', () => {
  it('finds the lines whose class one of the features has', () => {
    const entries = [
      createEntry('hardened', { layer: 'segments', property: 'progress', value: 'hardened' }),
      createEntry('begun', { layer: 'segments', property: 'progress', value: 'under_way' }),
    ];
    const features = [{ progress: 'hardened' }, { progress: 'none' }];
    expect(listOccurring(entries, (layer) => (layer === 'segments' ? features : []))).toEqual(['hardened']);
  });
});
