import type { DrawnFlow } from '#client/state/plan-drawing.ts';
import type { Palette } from '#core/cartography/palettes.ts';
import type { Overlay } from '../create-style.ts';

const SOURCE = 'plan-flows';

/** Those who go from each settlement to each site, width by households; those of the chosen site stand out. */
export function createPlanFlowsLayer(flows: readonly DrawnFlow[], selected: string | null, palette: Palette): Overlay {
  const isChosen = ['==', ['get', 'site'], selected ?? ''];
  return {
    sources: { [SOURCE]: { type: 'geojson', data: drawFlowLines(flows) } },
    layers: [
      {
        id: SOURCE,
        source: SOURCE,
        type: 'line',
        layout: { 'line-cap': 'round' },
        paint: {
          'line-color': palette.flow2,
          'line-width': FLOW_WIDTH,
          'line-opacity': selected === null ? 0.35 : ['case', isChosen, 0.9, 0.14],
        },
      },
    ] as unknown as Overlay['layers'],
  };
}

/** Pixels by households: a household is a hair, a hundred a band. */
export const FLOW_WIDTH = ['interpolate', ['linear'], ['get', 'households'], 1, 0.8, 20, 2.5, 100, 7] as const;

/** Flows as GeoJSON. */
export const drawFlowLines = (flows: readonly DrawnFlow[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: flows.map(({ from, to, siteCode, households }) => ({
    type: 'Feature',
    properties: { site: siteCode, households },
    geometry: { type: 'LineString', coordinates: [[...from], [...to]] },
  })),
});
