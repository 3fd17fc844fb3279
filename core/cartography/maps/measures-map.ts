import { TARGET_CATEGORIES } from '../../county/kinds.ts';
import { getYearSteps } from '../features/year-steps.ts';
import { createThreatenedLayers, createThreatenedLegend } from '../layers/hazard-layers.ts';
import {
  createHouseholdCodeLabels,
  createHouseholdLayers,
  createHouseholdLegend,
  createSettlementDots,
  nameCategory,
} from '../layers/household-layers.ts';
import { createAreaNoteLabels, createSettlementLabels } from '../layers/label-layers.ts';
import {
  createConstraintLayers,
  createConstraintLegend,
  createHomesteadLayers,
  createHomesteadLegend,
} from '../layers/place-layers.ts';
import { ROAD_PAPER, ROAD_WIDTHS_PIXELS } from '../layers/road-widths.ts';
import { createSiteLabels, createSiteLayers, createSiteLegend } from '../layers/site-layers.ts';
import { createClassLine } from '../legend-lines.ts';
import {
  FONTS,
  type LegendDraft,
  type MapScene,
  type MapTheme,
  mapText,
  matchProperty,
  type StyledLayer,
  sizeByZoom,
  whereAll,
  whereEquals,
} from '../map-scene.ts';

/** Map 2: what is done by whom and by when. */
export function createMeasuresMap(scene: MapScene): MapTheme {
  const village = scene.level === 'village';
  return {
    areaLayers: [],
    surfaceLayers:
      scene.level === 'county' ? [] : [...(village ? createConstraintLayers() : []), ...createThreatenedLayers(scene)],
    thingLayers: [
      ...createProgrammeLayers(scene),
      ...(scene.level === 'county' ? [] : [createSettlementDots(scene)]),
      ...createFlowLayers(scene),
      ...(village ? [...createHomesteadLayers(scene), ...createHouseholdLayers(scene, categoryImage())] : []),
    ],
    markLayers: createSiteLayers(scene),
    labelLayers: [
      createSiteLabels(scene),
      ...(scene.level === 'county'
        ? [createAreaNoteLabels(scene, { id: 'exit', property: 'exitLabel', level: scene.unitLevel, closeUp: true })]
        : [createSettlementLabels(scene, { hasSiteNames: true }), createProgrammeLabels(scene)]),
      ...(scene.level === 'town'
        ? [createAreaNoteLabels(scene, { id: 'measures', property: 'measuresLabel', level: 'village' })]
        : []),
      ...(village ? [createHouseholdCodeLabels(scene)] : []),
    ],
    reliefOpacity: 0.7,
    // many lines cross on maps of towns
    hasContours: scene.level !== 'town',
    legend: [
      createFlowLegend(scene),
      createProgrammeLegend(scene),
      createSiteLegend(scene),
      ...(scene.level === 'county' ? [] : [createThreatenedLegend(scene)]),
      ...(village ? [createCategoryLegend(scene), createHomesteadLegend(scene)] : []),
      ...(village ? [createConstraintLegend(scene)] : []),
    ],
    figures: ['S1', 'S2', 'R6', 'R5', 'S5', 'P2'],
    rankedBy: 'R6',
    tables: village
      ? ['figures', 'sites', 'households', 'projects', 'segments', 'timetable']
      : [
          ...(['figures', 'ranking', 'measures_by_year', 'sites', 'road_programme'] as const),
          ...(scene.level === 'town' ? (['segments'] as const) : []),
          'timetable',
        ],
    notes: [
      mapText(scene, 'note_flows'),
      mapText(scene, 'note_screening'),
      ...(village ? [mapText(scene, 'note_schematic_households')] : []),
      mapText(scene, 'note_working_lines'),
    ],
  };
}

const yearColors = ({ palette }: MapScene): Readonly<Record<string, string>> => ({
  1: palette.year1,
  2: palette.year2,
  3: palette.year3,
  4: palette.year4,
});

const flowColors = ({ palette }: MapScene): Readonly<Record<string, string>> => ({
  1: palette.flow1,
  2: palette.flow2,
  3: palette.flow3,
  4: palette.flow4,
});

/** Dashes that repeat the year for readers who cannot tell the steps apart: the later, the shorter. */
const YEAR_DASHES: Readonly<Record<number, number[] | null>> = { 1: null, 2: [9, 1], 3: [5, 1], 4: [2, 1] };

/** Relocation flows as tapered curves by year. */
const createFlowLayers = (scene: MapScene): readonly StyledLayer[] => [
  {
    layer: {
      id: 'flows',
      type: 'fill',
      source: 'flows',
      paint: {
        'fill-color': matchProperty('yearClass', flowColors(scene), scene.palette.lightGrey),
        'fill-opacity': 0.7,
        'fill-antialias': true,
      },
    },
  },
];

/** Segments of the road programme by planned year: cased lines, one layer a year because dashes cannot depend on data. */
const createProgrammeLayers = (scene: MapScene): readonly StyledLayer[] => {
  const steps = getYearSteps(scene.county);
  const colors = yearColors(scene);
  return [
    {
      layer: {
        id: 'programme-case',
        type: 'line',
        source: 'segments',
        filter: ['!=', ['get', 'yearClass'], 'none'],
        layout: { 'line-cap': 'butt', 'line-join': 'round' },
        paint: {
          'line-color': scene.palette.yearCase,
          'line-width': sizeByZoom(scene, ['+', 1.2, programmeWidth]),
        },
      },
      paper: ROAD_PAPER,
    },
    ...steps.map((_, index): StyledLayer => {
      const dash = YEAR_DASHES[index + 1];
      return {
        layer: {
          id: `programme-${index + 1}`,
          type: 'line',
          source: 'segments',
          filter: whereAll(['==', ['get', 'yearClass'], String(index + 1)]),
          layout: { 'line-cap': 'butt', 'line-join': 'round' },
          paint: {
            'line-color': colors[index + 1] ?? scene.palette.lightGrey,
            'line-width': sizeByZoom(scene, programmeWidth),
            ...(dash ? { 'line-dasharray': dash } : {}),
          },
        },
        paper: ROAD_PAPER,
      };
    }),
    createNewRoadLayer(scene),
  ];
};

/** A light core makes a line of what is not there yet a hollow one. */
const createNewRoadLayer = (scene: MapScene): StyledLayer => ({
  layer: {
    id: 'programme-new',
    type: 'line',
    source: 'segments',
    filter: whereAll(['!=', ['get', 'yearClass'], 'none'], whereEquals('isNew', true)),
    layout: { 'line-cap': 'butt', 'line-join': 'round' },
    paint: { 'line-color': scene.palette.halo, 'line-width': sizeByZoom(scene, ['*', 0.4, programmeWidth]) },
  },
  paper: ROAD_PAPER,
});

const programmeWidth = matchProperty(
  'width',
  Object.fromEntries(Object.entries(ROAD_WIDTHS_PIXELS).map(([key, width]) => [key, width + 0.6])),
  1.6,
);

const createProgrammeLabels = (scene: MapScene): StyledLayer => ({
  layer: {
    id: 'programme-label',
    type: 'symbol',
    source: 'segments',
    filter: whereAll(['!=', ['get', 'yearClass'], 'none'], ['!=', ['get', 'function'], 'door']),
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 320,
      'text-field': ['get', 'planLabel'],
      'text-font': [...FONTS.regular],
      'text-size': 10,
      'text-padding': 4,
      'text-offset': [0, -0.9],
      'symbol-sort-key': ['-', 0, ['get', 'lengthMeters']],
    },
    paint: { 'text-color': scene.palette.ink, 'text-halo-color': scene.palette.halo, 'text-halo-width': 1.4 },
  },
  paper: { textMillimeters: 2.6, labelPriority: 45 },
});

const categoryImage = () =>
  matchProperty(
    'category',
    Object.fromEntries(TARGET_CATEGORIES.map((category) => [category, `household-${category}`])),
    'household-open',
  );

const createFlowLegend = (scene: MapScene): LegendDraft => ({
  title: mapText(scene, 'legend_flows'),
  note: mapText(scene, 'legend_flows_note'),
  layout: 'list',
  entries: getYearSteps(scene.county).map((year, index) =>
    createClassLine({
      id: `flow-${index + 1}`,
      label: mapText(scene, 'legend_year', { year }),
      layerIds: ['flows'],
      geometry: 'polygon',
      layer: 'flows',
      property: 'yearClass',
      value: String(index + 1),
    }),
  ),
});

const createProgrammeLegend = (scene: MapScene): LegendDraft => ({
  title: mapText(scene, 'legend_road_programme'),
  note: null,
  layout: 'list',
  entries: [
    ...getYearSteps(scene.county).map((year, index) =>
      createClassLine({
        id: `programme-${index + 1}`,
        label: mapText(scene, 'legend_year', { year }),
        layerIds: ['programme-case', `programme-${index + 1}`],
        geometry: 'line',
        layer: 'segments',
        property: 'yearClass',
        value: String(index + 1),
        properties: { width: 'Y', isNew: false },
      }),
    ),
    createClassLine({
      id: 'programme-new',
      label: mapText(scene, 'segment_new'),
      layerIds: ['programme-case', 'programme-1', 'programme-new'],
      geometry: 'line',
      layer: 'segments',
      property: 'isNew',
      value: true,
      properties: { width: 'Y', yearClass: '1' },
    }),
  ],
});

const createCategoryLegend = (scene: MapScene): LegendDraft =>
  createHouseholdLegend(scene, {
    id: 'category',
    title: mapText(scene, 'legend_category'),
    property: 'category',
    lines: TARGET_CATEGORIES.map((value) => ({ value, label: nameCategory(scene, value) })),
  });
