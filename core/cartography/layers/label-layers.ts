import type { AreaLevel } from '../../county/kinds.ts';
import { TRAVEL_DIGITS } from '../features/travel-classes.ts';
import { FONTS, type MapScene, matchProperty, type StyledLayer, whereAll, whereEquals } from '../map-scene.ts';

/** Text heights of names by level of the map, millimetres on its wall sheet: towns read from 2 m, villages from 1 m. */
const NAME_MILLIMETERS: Readonly<Record<AreaLevel, Readonly<Record<AreaLevel, number>>>> = {
  county: { county: 14, town: 10, village: 5 },
  town: { county: 14, town: 12, village: 8 },
  village: { county: 14, town: 12, village: 10 },
};

/** Labels for closer views appear this many zooms above the map's own. */
export const CLOSE_UP_ZOOMS = 0.8;

/** Text heights of names in pixels on screen. */
const NAME_PIXELS: Readonly<Record<AreaLevel, number>> = { county: 17, town: 15, village: 12 };

/** Level whose names are spread over their areas, by level of the map. */
const SPREAD_LEVEL: Readonly<Record<AreaLevel, AreaLevel>> = { county: 'town', town: 'village', village: 'village' };

/** Names of rivers, roads, neighbours and of the areas below the mapped one. */
export const createLabelLayers = (scene: MapScene): readonly StyledLayer[] => [
  createRiverLabels(scene),
  createRoadLabels(scene),
  createNeighbourLabels(scene),
  ...(scene.level === 'county' ? [] : [createExitLabels(scene)]),
  ...(scene.level === 'county' ? (['village', 'town'] as const) : (['village'] as const)).map((level) =>
    createNameLabels(scene, level),
  ),
];

const createRiverLabels = ({ palette }: MapScene): StyledLayer => ({
  layer: {
    id: 'rivers-label',
    type: 'symbol',
    source: 'rivers',
    filter: ['>=', ['get', 'size'], 0.5],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 420,
      'text-field': ['get', 'label'],
      'text-font': [...FONTS.water],
      'text-size': 12,
      'text-letter-spacing': 0.3,
      'text-padding': 8,
    },
    paint: { 'text-color': palette.waterText, 'text-halo-color': palette.halo, 'text-halo-width': 1.2 },
  },
  paper: { textMillimeters: 4, labelPriority: 30, water: true },
});

const createRoadLabels = ({ palette }: MapScene): StyledLayer => ({
  layer: {
    id: 'roads-label',
    type: 'symbol',
    source: 'main_roads',
    filter: ['match', ['get', 'class'], ['G', 'S', 'X'], true, false],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 460,
      'text-field': ['get', 'label'],
      'text-font': [...FONTS.regular],
      'text-size': 10,
      'text-padding': 12,
    },
    paint: { 'text-color': palette.ink2, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
  },
  paper: { textMillimeters: 2.8, isDigits: true, labelPriority: 20 },
});

const createNeighbourLabels = ({ palette }: MapScene): StyledLayer => ({
  layer: {
    id: 'neighbours-label',
    type: 'symbol',
    source: 'neighbours',
    filter: whereEquals('role', 'name'),
    layout: {
      'text-field': ['get', 'label'],
      'text-font': [...FONTS.regular],
      'text-size': 13,
      'text-letter-spacing': 0.2,
    },
    paint: { 'text-color': palette.ink2, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
  },
  paper: { textMillimeters: 6, labelPriority: 40 },
});

/** Where roads that leave the area lead, on the road just beyond the boundary. */
const createExitLabels = ({ palette }: MapScene): StyledLayer => ({
  layer: {
    id: 'exits-label',
    type: 'symbol',
    source: 'neighbours',
    filter: whereEquals('role', 'exit'),
    layout: {
      'text-field': ['get', 'label'],
      'text-font': [...FONTS.regular],
      'text-size': 11,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 0.5,
    },
    paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
  },
  paper: { textMillimeters: 4, labelPriority: 45 },
});

const createNameLabels = (scene: MapScene, level: AreaLevel): StyledLayer => ({
  layer: {
    id: `${level}s-label`,
    type: 'symbol',
    source: 'seats',
    filter: whereAll(whereEquals('level', level)),
    layout: {
      'text-field': ['get', 'label'],
      'text-font': [...(level === 'village' ? FONTS.regular : FONTS.bold)],
      'text-size': NAME_PIXELS[level] + (scene.level !== 'county' && level === 'village' ? 2 : 0),
      'text-variable-anchor': ['top', 'bottom', 'right', 'left'],
      'text-radial-offset': 0.75,
      'text-padding': 3,
      // the larger the area's task, the earlier its name finds a place
      'symbol-sort-key': ['-', 0, ['get', 'targetHouseholds']],
    },
    paint: { 'text-color': scene.palette.ink, 'text-halo-color': scene.palette.halo, 'text-halo-width': 1.6 },
  },
  paper: {
    textMillimeters: NAME_MILLIMETERS[scene.level][level],
    labelPriority: level === 'town' ? 90 : 60,
    // areas next below the mapped one, and a village, are named over their whole extent, smaller ones at their seats
    ...(SPREAD_LEVEL[scene.level] === level ? { spreadOver: 'areas' as const } : {}),
  },
});

const travelDigit = matchProperty(
  'travelClass',
  Object.fromEntries(Object.entries(TRAVEL_DIGITS).map(([travelClass, digit]) => [travelClass, ` ${digit}`])),
  '',
);

/**
 * Names of settlements, for maps of towns and villages; `travel` puts the digit of the distance class after the name. Where sites carry their names
 * (`hasSiteNames`) the settlements that are sites do not say them once more.
 */
export const createSettlementLabels = (
  scene: MapScene,
  options: { readonly travel?: boolean; readonly hasSiteNames?: boolean } = {},
): StyledLayer => ({
  layer: {
    id: 'settlements-label',
    type: 'symbol',
    source: 'settlements',
    ...(options.hasSiteNames ? { filter: ['!=', ['get', 'kind'], 'relocation_site'] } : {}),
    layout: {
      'text-field': options.travel ? ['concat', ['get', 'label'], travelDigit] : ['get', 'label'],
      'text-font': [...FONTS.regular],
      'text-size': scene.level === 'village' ? 13 : 11,
      'text-variable-anchor': ['right', 'left', 'top', 'bottom'],
      'text-radial-offset': 0.9,
      'text-padding': 2,
      'symbol-sort-key': ['-', 0, ['get', 'targetHouseholds']],
    },
    paint: { 'text-color': scene.palette.ink, 'text-halo-color': scene.palette.halo, 'text-halo-width': 1.4 },
  },
  paper: { textMillimeters: scene.level === 'village' ? 5 : 3, labelPriority: 50 },
});

/** A second, smaller line beside the names of areas: share, product, responsible unit, exit year. */
export const createAreaNoteLabels = (
  scene: MapScene,
  note: {
    readonly id: string;
    readonly property: string;
    readonly level: AreaLevel;
    /** On screen only from closer up. */
    readonly closeUp?: boolean;
  },
): StyledLayer => ({
  layer: {
    id: `${note.id}-label`,
    type: 'symbol',
    source: 'seats',
    filter: whereAll(whereEquals('level', note.level), ['!=', ['get', note.property], '']),
    ...(note.closeUp ? { minzoom: scene.zoom + CLOSE_UP_ZOOMS } : {}),
    layout: {
      'text-field': ['get', note.property],
      'text-font': [...FONTS.regular],
      'text-size': 10,
      'text-anchor': 'top',
      'text-offset': [0, 2.1],
      'text-padding': 1,
    },
    paint: { 'text-color': scene.palette.ink, 'text-halo-color': scene.palette.halo, 'text-halo-width': 1.3 },
  },
  paper: { textMillimeters: scene.level === 'county' ? 3 : 4, labelPriority: 35 },
});
