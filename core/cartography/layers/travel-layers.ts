import { text } from '../../texts/text.ts';
import { listTravelBounds, TRAVEL_CLASSES, TRAVEL_DIGITS, type TravelClass } from '../features/travel-classes.ts';
import { createClassLine } from '../legend-lines.ts';
import {
  type LegendDraft,
  type MapScene,
  mapText,
  matchProperty,
  type StyledLayer,
  sizeByZoom,
  whereAll,
  whereEquals,
} from '../map-scene.ts';

/** Dots of settlements in the tone of their distance class; far ones darker. The digit of the class stands after the name. */
export const createTravelDots = (scene: MapScene): StyledLayer => {
  const { palette } = scene;
  return {
    layer: {
      id: 'settlements',
      type: 'circle',
      source: 'settlements',
      paint: {
        'circle-color': matchProperty(
          'travelClass',
          { 1: palette.travel1, 2: palette.travel2, 3: palette.travel3, 4: palette.travel4 },
          palette.travel1,
        ),
        'circle-radius': sizeByZoom(scene, scene.level === 'village' ? 4.2 : 2.8),
        'circle-stroke-color': matchProperty('travelClass', { none: palette.travelNone }, palette.ink2),
        'circle-stroke-width': 1.2,
      },
    },
    paper: { millimetersPerPixel: 0.35 },
  };
};

/** Villages whose settlements are far on average: a sparse hatch, denser beyond the last bound. */
export const createFarVillages = ({ unitLevel }: MapScene): StyledLayer => ({
  layer: {
    id: 'areas-far',
    type: 'fill',
    source: 'areas',
    filter: whereAll(whereEquals('level', unitLevel), [
      'match',
      ['get', 'travelClass'],
      ['3', '4', 'none'],
      true,
      false,
    ]),
    paint: {
      'fill-pattern': matchProperty('travelClass', { 3: 'hatch-far-3', none: 'hatch-far-none' }, 'hatch-far-4'),
    },
  },
  paper: { millimetersPerPixel: 0.4 },
});

/** Legend of the distance classes of settlements. */
export const createTravelLegend = (scene: MapScene): LegendDraft => ({
  title: travelTitle(scene),
  note: mapText(scene, 'legend_travel_note', { version: scene.county.settings.speeds.version }),
  layout: 'list',
  entries: TRAVEL_CLASSES.map((travelClass) =>
    createClassLine({
      id: `travel-${travelClass}`,
      label: labelClass(scene, travelClass, TRAVEL_DIGITS[travelClass]),
      layerIds: ['settlements'],
      geometry: 'point',
      layer: 'settlements',
      property: 'travelClass',
      value: travelClass,
    }),
  ),
});

/** Legend of the distance classes of villages. */
export const createFarVillageLegend = (scene: MapScene): LegendDraft => ({
  title: travelTitle(scene),
  note: mapText(scene, 'legend_travel_village_note', { version: scene.county.settings.speeds.version }),
  layout: 'list',
  entries: (['3', '4', 'none'] as const).map((travelClass) =>
    createClassLine({
      id: `far-${travelClass}`,
      label: labelClass(scene, travelClass, ''),
      layerIds: ['areas-far'],
      geometry: 'polygon',
      layer: 'areas',
      property: 'travelClass',
      value: travelClass,
      properties: { level: scene.unitLevel },
    }),
  ),
});

const travelTitle = (scene: MapScene): string =>
  mapText(scene, 'legend_travel', {
    place: text(scene.language, 'network', `kind_${scene.county.settings.headlinePlace}`).toLowerCase(),
  });

/** Words of a class with the bounds of the county's settings. */
function labelClass(scene: MapScene, travelClass: TravelClass, digit: string): string {
  if (travelClass === 'none') return mapText(scene, 'travel_none', { digit }).trim();
  const bounds = listTravelBounds(scene.county.settings);
  const place = Number(travelClass) - 1;
  const from = bounds[place - 1];
  const to = bounds[place];
  if (to === undefined) return mapText(scene, 'travel_over', { digit, from: bounds.at(-1) ?? 0 }).trim();
  if (from === undefined) return mapText(scene, 'travel_up_to', { digit, to }).trim();
  return mapText(scene, 'travel_between', { digit, from, to }).trim();
}
