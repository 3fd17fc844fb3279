import { HAZARD_KINDS } from '../../county/kinds.ts';
import { createClassLine } from '../legend-lines.ts';
import {
  type LegendDraft,
  type LegendLine,
  type MapScene,
  mapText,
  matchProperty,
  type StyledLayer,
  sizeByZoom,
  thingText,
  whereEquals,
} from '../map-scene.ts';

/** Areas threatened by hazard points: hatch and outline. */
export const createThreatenedLayers = ({ palette }: MapScene): readonly StyledLayer[] => [
  {
    layer: {
      id: 'threatened-areas',
      type: 'fill',
      source: 'threatened_areas',
      filter: whereEquals('struckOff', false),
      paint: { 'fill-pattern': 'hatch-threatened' },
    },
    paper: { millimetersPerPixel: 0.3 },
  },
  {
    layer: {
      id: 'threatened-areas-outline',
      type: 'line',
      source: 'threatened_areas',
      filter: whereEquals('struckOff', false),
      paint: { 'line-color': palette.threatened, 'line-width': 1, 'line-dasharray': [4, 2] },
    },
    paper: { millimeters: 0.3 },
  },
];

/** Hazard points by kind; struck off ones hollow with a bar. */
export const createHazardLayers = (scene: MapScene): readonly StyledLayer[] => [
  {
    layer: {
      id: 'hazards',
      type: 'symbol',
      source: 'hazards',
      layout: {
        'icon-image': matchProperty(
          'mark',
          Object.fromEntries([...HAZARD_KINDS, 'struck_off'].map((mark) => [mark, `hazard-${mark}`])),
          'hazard-landslide',
        ),
        'icon-size': sizeByZoom(scene, scene.level === 'county' ? 0.6 : 0.9),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-sort-key': ['-', 0, ['get', 'threatenedHouseholds']],
      },
    },
    paper: { millimetersPerPixel: 0.4 },
  },
];

/** Legend line of threatened areas. */
const createThreatenedLine = (scene: MapScene): LegendLine =>
  createClassLine({
    id: 'threatened',
    label: mapText(scene, 'legend_threatened'),
    layerIds: ['threatened-areas', 'threatened-areas-outline'],
    geometry: 'polygon',
    layer: 'threatened_areas',
    property: 'struckOff',
    value: false,
  });

/** Legend of threatened areas alone, on maps that draw no hazard points. */
export const createThreatenedLegend = (scene: MapScene): LegendDraft => ({
  title: mapText(scene, 'legend_hazards'),
  note: null,
  layout: 'list',
  entries: [createThreatenedLine(scene)],
});

/** Legend of the hazard points. */
export const createHazardLegend = (scene: MapScene): LegendDraft => ({
  title: mapText(scene, 'legend_hazards'),
  note: null,
  layout: 'list',
  entries: [
    ...([...HAZARD_KINDS, 'struck_off'] as const).map((mark) =>
      createClassLine({
        id: `hazard-${mark}`,
        label: mark === 'struck_off' ? mapText(scene, 'hazard_struck_off') : thingText(scene, `hazard_kind_${mark}`),
        layerIds: ['hazards'],
        geometry: 'point',
        layer: 'hazards',
        property: 'mark',
        value: mark,
      }),
    ),
    ...(scene.level === 'county' ? [] : [createThreatenedLine(scene)]),
  ],
});
