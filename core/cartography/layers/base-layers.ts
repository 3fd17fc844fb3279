import { type MapScene, matchProperty, type StyledLayer, sizeByZoom, whereAll, whereEquals } from '../map-scene.ts';
import { ROAD_PAPER, ROAD_WIDTHS_PIXELS } from './road-widths.ts';

/** Ground of the map, the lowest layer. */
export const createGroundLayer = ({ palette }: MapScene): StyledLayer => ({
  layer: { id: 'ground', type: 'background', paint: { 'background-color': palette.ground } },
  paper: { screenOnly: true },
});

/** Shaded relief over the area fills. */
export const createReliefLayer = (opacity: number): StyledLayer => ({
  layer: {
    id: 'relief',
    type: 'raster',
    source: 'relief',
    paint: { 'raster-opacity': opacity, 'raster-fade-duration': 0, 'raster-resampling': 'linear' },
  },
});

/** Contours; every fifth stronger. */
export const createContourLayers = (scene: MapScene): readonly StyledLayer[] => [
  {
    layer: {
      id: 'contours',
      type: 'line',
      source: 'contours',
      filter: whereEquals('index', false),
      paint: { 'line-color': scene.palette.contour, 'line-width': 0.5 },
    },
    paper: { millimeters: 0.1 },
  },
  {
    layer: {
      id: 'contours-index',
      type: 'line',
      source: 'contours',
      filter: whereEquals('index', true),
      paint: { 'line-color': scene.palette.contourIndex, 'line-width': 0.7 },
    },
    paper: { millimeters: 0.18 },
  },
];

/** Rivers, wide by their size. */
export const createRiverLayers = (scene: MapScene): readonly StyledLayer[] => [
  {
    layer: {
      id: 'rivers',
      type: 'line',
      source: 'rivers',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': scene.palette.water,
        'line-width': sizeByZoom(scene, ['interpolate', ['linear'], ['get', 'size'], 0, 0.7, 1, 4]),
      },
    },
    paper: { millimetersPerPixel: 0.72 },
  },
];

/** Main roads in grey with a light case: what leads through and out of the area. */
export const createRoadLayers = (scene: MapScene): readonly StyledLayer[] => [
  {
    layer: {
      id: 'roads-case',
      type: 'line',
      source: 'main_roads',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': scene.palette.roadCase,
        'line-width': sizeByZoom(scene, ['+', 1.4, matchProperty('class', ROAD_WIDTHS_PIXELS, 1.4)]),
      },
    },
    paper: ROAD_PAPER,
  },
  {
    layer: {
      id: 'roads',
      type: 'line',
      source: 'main_roads',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': ['match', ['get', 'class'], ['G', 'S'], scene.palette.roadMajor, scene.palette.road],
        'line-width': sizeByZoom(scene, matchProperty('class', ROAD_WIDTHS_PIXELS, 1.4)),
      },
    },
    paper: ROAD_PAPER,
  },
];

/** All roads of the area in grey, for maps of towns and villages whose theme is not the roads. */
export const createLocalRoadLayers = (scene: MapScene): readonly StyledLayer[] => [
  {
    layer: {
      id: 'roads-local',
      type: 'line',
      source: 'segments',
      filter: whereAll(['match', ['get', 'class'], ['C', 'Z'], true, false], whereEquals('isNew', false)),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': scene.palette.road,
        'line-width': sizeByZoom(scene, matchProperty('width', ROAD_WIDTHS_PIXELS, 1)),
      },
    },
    paper: ROAD_PAPER,
  },
];

/** Pixels of the tint band inside the mapped unit. */
const TINT_PIXELS = 7;

/** Boundaries of the dash-dot family by rank, each line once, with a tint band inside the mapped unit. */
export const createBoundaryLayers = (scene: MapScene): readonly StyledLayer[] => [
  {
    layer: {
      id: 'boundary-tint',
      type: 'line',
      source: 'areas',
      filter: whereEquals('mapped', true),
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': scene.palette.tint,
        'line-width': TINT_PIXELS,
        'line-offset': TINT_PIXELS / 2,
        'line-opacity': 0.7,
      },
    },
    // 3 mm on the wall
    paper: { millimetersPerPixel: 3 / TINT_PIXELS },
  },
  boundaryLayer(scene, { rank: 'village', width: 0.9, dash: [1, 2.2], millimeters: 0.3 }),
  boundaryLayer(scene, { rank: 'town', width: 1.3, dash: [6, 2, 1, 2, 1, 2], millimeters: 0.5 }),
  boundaryLayer(scene, { rank: 'county', width: 1.9, dash: [7, 2, 1, 2], millimeters: 0.8 }),
];

const BOUNDARY_TOKENS = { village: 'boundaryVillage', town: 'boundaryTown', county: 'boundaryCounty' } as const;

const boundaryLayer = (
  { palette }: MapScene,
  look: {
    readonly rank: 'village' | 'town' | 'county';
    readonly width: number;
    readonly dash: number[];
    readonly millimeters: number;
  },
): StyledLayer => ({
  layer: {
    id: `boundary-${look.rank}`,
    type: 'line',
    source: 'boundaries',
    filter: whereEquals('rank', look.rank),
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': palette[BOUNDARY_TOKENS[look.rank]],
      'line-width': look.width,
      'line-dasharray': look.dash,
    },
  },
  paper: { millimeters: look.millimeters },
});

/** A veil over everything outside the mapped unit, with the outlines of its neighbours. */
export const createOutsideLayers = ({ palette }: MapScene): readonly StyledLayer[] => [
  {
    layer: {
      id: 'veil',
      type: 'fill',
      source: 'neighbours',
      filter: whereEquals('role', 'veil'),
      paint: { 'fill-color': palette.veil, 'fill-opacity': 0.82, 'fill-antialias': false },
    },
  },
  {
    layer: {
      id: 'neighbour-boundary',
      type: 'line',
      source: 'neighbours',
      filter: whereEquals('role', 'neighbour'),
      paint: { 'line-color': palette.boundaryVillage, 'line-width': 0.8, 'line-opacity': 0.6 },
    },
    paper: { millimeters: 0.3 },
  },
];

/** Seats of the county and its towns; at village level the committee. */
export const createSeatLayers = (scene: MapScene): readonly StyledLayer[] => {
  const shown =
    scene.level === 'county' ? ['county', 'town'] : scene.level === 'town' ? ['town', 'village'] : ['village'];
  return [
    {
      layer: {
        id: 'seats',
        type: 'symbol',
        source: 'seats',
        filter: whereAll(['match', ['get', 'level'], shown, true, false]),
        layout: {
          'icon-image': matchProperty(
            'level',
            { county: 'seat-county', town: 'seat-town', village: 'seat-village' },
            'seat-village',
          ),
          'icon-size': 1,
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        },
      },
      paper: { millimetersPerPixel: 0.4 },
    },
  ];
};
