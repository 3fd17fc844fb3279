import type { AreaLevel } from '../../county/kinds.ts';
import { text } from '../../texts/text.ts';
import { PROGRESS_INDICATOR } from '../area-measures.ts';
import { createEmptyAreas, withEmptyHatch } from '../layers/empty-areas.ts';
import {
  createHouseholdCodeLabels,
  createHouseholdLayers,
  createHouseholdLegend,
  HOUSEHOLD_STATE_IMAGE,
  HOUSEHOLD_STATES,
} from '../layers/household-layers.ts';
import {
  createGapLabels,
  createGapLayers,
  createJoinedSettlements,
  createJoinLegend,
  createUnjoinedMarks,
} from '../layers/join-layers.ts';
import { CLOSE_UP_ZOOMS, createSettlementLabels } from '../layers/label-layers.ts';
import { createLateTaskLegend, createLateTasks } from '../layers/late-task-layers.ts';
import { createProgressRoadLayers, createProgressRoadLegend } from '../layers/progress-road-layers.ts';
import { createSiteLabels, createSiteLayers, createSiteLegend } from '../layers/site-layers.ts';
import { createClassLine } from '../legend-lines.ts';
import {
  FONTS,
  type LegendDraft,
  type LegendLine,
  type MapScene,
  type MapTheme,
  mapText,
  matchProperty,
  type StyledLayer,
  sizeByZoom,
  whereAll,
  whereEquals,
  wordOf,
} from '../map-scene.ts';

const LIGHTS = ['green', 'yellow', 'red', 'grey'] as const;

/** Map 4: what is done, what is under way, what is late. */
export function createProgressMap(scene: MapScene): MapTheme {
  const village = scene.level === 'village';
  return {
    areaLayers: village
      ? []
      : [createLightFills(scene), ...createEmptyAreas(scene, { property: 'light', value: 'grey' })],
    surfaceLayers: [],
    thingLayers: [
      ...createProgressRoadLayers(scene),
      ...createGapLayers(scene),
      scene.level === 'county' ? createUnjoinedMarks(scene) : createJoinedSettlements(scene),
      ...(village ? createHouseholdLayers(scene, HOUSEHOLD_STATE_IMAGE) : []),
    ],
    markLayers: [
      ...(village ? [] : [createStamps(scene), createStampDates(scene), createLightSymbols(scene)]),
      ...createSiteLayers(scene),
      createLateTasks(scene),
    ],
    labelLayers: [
      ...(scene.level === 'county'
        ? []
        : [createSiteLabels(scene), createSettlementLabels(scene, { hasSiteNames: true })]),
      ...(village ? [createHouseholdCodeLabels(scene), createGapLabels(scene)] : []),
    ],
    reliefOpacity: village ? 0.7 : 0.1,
    hasContours: village,
    legend: [
      ...(village ? [createTickLegend(scene)] : [createLightLegend(scene)]),
      createProgressRoadLegend(scene),
      createJoinLegend(scene),
      createSiteLegend(scene),
      createLateTaskLegend(scene),
    ],
    figures: ['P1', 'R6', 'R2', 'S3', 'P3', 'S4', 'R0'],
    rankedBy: 'P1',
    tables: village
      ? ['figures', 'late_tasks', 'gaps', 'segments', 'tasks', 'curve', 'households', 'struck_off']
      : [
          ...(['figures', 'ranking', 'curve', 'late_tasks', 'gaps', 'struck_off'] as const),
          ...(scene.level === 'town' ? (['segments', 'tasks'] as const) : []),
        ],
    notes: [
      mapText(scene, 'note_lights', { points: Math.round(scene.county.settings.yellowLag * 100) }),
      mapText(scene, 'note_hardened'),
      mapText(scene, 'note_joined', { meters: scene.county.settings.joinDistanceMeters }),
      ...(village ? [mapText(scene, 'note_schematic_households')] : []),
      mapText(scene, 'note_working_lines'),
    ],
  };
}

/** Fill by light; the letter stands in the symbol. */
const createLightFills = ({ palette, unitLevel }: MapScene): StyledLayer => ({
  layer: {
    id: 'areas-light',
    type: 'fill',
    source: 'areas',
    filter: whereEquals('level', unitLevel),
    paint: {
      'fill-color': matchProperty(
        'light',
        { green: palette.areaGreen, yellow: palette.areaYellow, red: palette.areaRed },
        palette.areaGrey,
      ),
    },
  },
});

/** Light of each village as colour, shape and letter; a struck-off village carries its stamp instead. */
const createLightSymbols = (scene: MapScene): StyledLayer => ({
  layer: {
    id: 'lights',
    type: 'symbol',
    source: 'seats',
    filter: whereAll(whereEquals('level', scene.unitLevel), whereEquals('exited', false)),
    layout: {
      'icon-image': matchProperty(
        'light',
        Object.fromEntries(LIGHTS.map((light) => [light, `light-${light}`])),
        'light-grey',
      ),
      'icon-size': sizeByZoom(scene, scene.level === 'county' ? 0.62 : 1.1),
      'icon-anchor': 'bottom',
      'icon-offset': [0, -ABOVE_SEAT_PIXELS],
      'icon-allow-overlap': true,
      'icon-ignore-placement': scene.level === 'county',
    },
  },
  paper: { millimetersPerPixel: 0.6, crowding: 'stays' },
});

/** Lights and stamps stand this high above the seat's own mark, at icon-size 1. */
const ABOVE_SEAT_PIXELS = 6;

/** Heights of the stamp and of its date at icon-size 1. */
const STAMP_PIXELS = 30;
const DATE_PIXELS = 7.4;

/** Size of the stamp on screen by level. */
const STAMP_SIZE: Readonly<Record<AreaLevel, number>> = { county: 0.6, town: 1.2, village: 1.2 };

/** Height of the stamp on the wall by level, millimetres: on the smaller sheets of towns and villages its date still has to be read. */
const STAMP_MILLIMETERS: Readonly<Record<AreaLevel, number>> = { county: 8, town: 11, village: 9.5 };
/** Height of the date against that of the stamp. */
const DATE_SHARE = 0.275;

/** The rectangular stamp; its date is a label of its own. */
const createStamps = (scene: MapScene): StyledLayer => ({
  layer: {
    id: 'stamps',
    type: 'symbol',
    source: 'seats',
    filter: whereAll(whereEquals('level', scene.unitLevel), whereEquals('exited', true)),
    layout: {
      'icon-image': 'stamp-struck_off',
      'icon-size': sizeByZoom(scene, STAMP_SIZE[scene.level]),
      'icon-anchor': 'bottom',
      'icon-offset': [0, -ABOVE_SEAT_PIXELS],
      'icon-allow-overlap': true,
      'icon-ignore-placement': scene.level === 'county',
    },
  },
  paper: { millimeters: STAMP_MILLIMETERS[scene.level], crowding: 'stays' },
});

/** Dates of the stamps, in their lower half; on a county's screen only from closer up. */
const createStampDates = (scene: MapScene): StyledLayer => ({
  layer: {
    id: 'stamps-date',
    type: 'symbol',
    source: 'seats',
    filter: whereAll(whereEquals('level', scene.unitLevel), whereEquals('exited', true)),
    ...(scene.level === 'county' ? { minzoom: scene.zoom + CLOSE_UP_ZOOMS } : {}),
    layout: {
      'text-field': ['get', 'exitedOn'],
      'text-font': [...FONTS.regular],
      'text-size': sizeByZoom(scene, DATE_PIXELS * STAMP_SIZE[scene.level]),
      // from the seat to the middle of the stamp's lower half, in ems
      'text-offset': [0, -(ABOVE_SEAT_PIXELS + 0.25 * STAMP_PIXELS) / DATE_PIXELS],
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': scene.palette.seal },
  },
  paper: { textMillimeters: DATE_SHARE * STAMP_MILLIMETERS[scene.level], isDigits: true, labelPriority: 100 },
});

const createLightLegend = (scene: MapScene): LegendDraft => ({
  title: mapText(scene, 'legend_lights', {
    indicator: `${PROGRESS_INDICATOR} ${text(scene.language, 'indicators', `${PROGRESS_INDICATOR}_name`)}`,
  }),
  note: null,
  layout: 'list',
  entries: [
    ...LIGHTS.map((light) => createLightLine(scene, light)),
    createClassLine({
      id: 'struck-off',
      label: mapText(scene, 'legend_struck_off'),
      layerIds: ['stamps'],
      geometry: 'point',
      layer: 'seats',
      property: 'exited',
      value: true,
      properties: { level: scene.unitLevel },
    }),
  ],
});

function createLightLine(scene: MapScene, light: (typeof LIGHTS)[number]): LegendLine {
  const line = createClassLine({
    id: `light-${light}`,
    label: mapText(scene, `light_${light}`),
    layerIds: ['areas-light'],
    geometry: 'polygon',
    layer: 'seats',
    property: 'light',
    value: light,
    properties: { level: scene.unitLevel, exited: false },
  });
  const filled = light === 'grey' ? withEmptyHatch(scene, line) : line;
  return { ...filled, layerIds: [...filled.layerIds, 'lights'] };
}

const createTickLegend = (scene: MapScene): LegendDraft =>
  createHouseholdLegend(scene, {
    id: 'tick',
    title: mapText(scene, 'legend_tick', { target: wordOf(scene, 'target_household') }),
    property: 'state',
    lines: HOUSEHOLD_STATES.map((value) => ({ value, label: mapText(scene, `tick_${value}`) })),
  });
