import { beforeEach, describe, expect, it } from 'vitest';
import { INITIAL_VIEW } from '#client/state/view.ts';
import {
  openArea,
  openFigure,
  openMap,
  openThing,
  setAsOf,
  setCamera,
  useViewStore,
} from '#client/state/view-store.ts';

beforeEach(() => useViewStore.setState({ view: { ...INITIAL_VIEW, area: '529901' }, step: 'none' }));

describe('useViewStore', () => {
  it('opens an area from its frame, without the card of a thing elsewhere', () => {
    setCamera({ lon: 107.5, lat: 27, zoom: 12 });
    openThing({ layer: 'sites', code: 'A1' });
    openArea('529901001');
    expect(useViewStore.getState()).toMatchObject({
      step: 'push',
      view: { area: '529901001', camera: null, thing: null },
    });
  });

  it('keeps the place of the map when another of the four maps is opened', () => {
    const camera = { lon: 107.5, lat: 27, zoom: 12 };
    setCamera(camera);
    openMap('progress');
    expect(useViewStore.getState().view).toMatchObject({ map: 'progress', camera });
  });

  it('closes the card of a thing when the origin of a figure opens', () => {
    openThing({ layer: 'sites', code: 'A1' });
    openFigure('P1', 'kind:road');
    expect(useViewStore.getState().view).toMatchObject({ figure: 'P1', part: 'kind:road', thing: null });
  });

  it('refines the present step while the map is moved or played', () => {
    setCamera({ lon: 107.5, lat: 27, zoom: 12 });
    expect(useViewStore.getState().step).toBe('replace');
    setAsOf('2026-06-30', 'replace');
    expect(useViewStore.getState().step).toBe('replace');
  });
});
