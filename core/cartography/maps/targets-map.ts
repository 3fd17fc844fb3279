import { TARGET_CATEGORIES } from '../../county/kinds.ts';
import { SHARE_BREAKS } from '../classes.ts';
import {
  circleSource,
  createCircleCoreLegend,
  createCircleLayers,
  createCircleLegend,
} from '../layers/circle-layers.ts';
import { createEmptyAreas, withEmptyHatch } from '../layers/empty-areas.ts';
import { createHazardLayers, createHazardLegend, createThreatenedLayers } from '../layers/hazard-layers.ts';
import {
  createHouseholdCodeLabels,
  createHouseholdLayers,
  createHouseholdLegend,
  HOUSEHOLD_STATE_IMAGE,
  HOUSEHOLD_STATES,
  nameCategory,
} from '../layers/household-layers.ts';
import { createAreaNoteLabels, createSettlementLabels } from '../layers/label-layers.ts';
import {
  createFarVillageLegend,
  createFarVillages,
  createTravelDots,
  createTravelLegend,
} from '../layers/travel-layers.ts';
import { createClassLine } from '../legend-lines.ts';
import {
  type LegendDraft,
  type LegendLine,
  type MapScene,
  type MapTheme,
  mapText,
  matchProperty,
  type StyledLayer,
  whereAll,
  whereEquals,
  wordOf,
} from '../map-scene.ts';
import { createSpeedNote } from '../speed-note.ts';

/** Map 1: who the targets are and where they live. */
export const createTargetsMap = (scene: MapScene): MapTheme => ({
  ...themeByLevel[scene.level](scene),
  figures: ['T1', 'T2', 'T3', 'S4', 'D1', 'Q1'],
  rankedBy: 'T2',
});

const themeByLevel = {
  county: (scene: MapScene) => ({
    areaLayers: [createShareLayer(scene), ...createEmptyAreas(scene, { property: 'shareClass', value: 'none' })],
    surfaceLayers: [createFarVillages(scene), createPriorityOutline(scene)],
    thingLayers: [...createHazardLayers(scene), ...createCircleLayers(scene, { colored: false })],
    markLayers: [],
    labelLayers: [
      createAreaNoteLabels(scene, { id: 'share', property: 'targetNote', level: scene.unitLevel, closeUp: true }),
    ],
    reliefOpacity: 0.1,
    hasContours: false,
    legend: [
      createShareLegend(scene),
      createFarVillageLegend(scene),
      createCircleLegend(scene),
      createCircleCoreLegend(scene),
      createHazardLegend(scene),
    ],
    tables: ['figures', 'ranking', 'towns_by_cause', 'towns_by_category'] as const,
    notes: [mapText(scene, 'note_share'), createSpeedNote(scene), mapText(scene, 'note_working_lines')],
  }),
  town: (scene: MapScene) => ({
    areaLayers: [],
    surfaceLayers: [createPriorityOutline(scene), ...createThreatenedLayers(scene)],
    thingLayers: [
      createTravelDots(scene),
      ...createCircleLayers(scene, { colored: true }),
      ...createHazardLayers(scene),
    ],
    markLayers: [],
    labelLayers: [
      createSettlementLabels(scene, { travel: true }),
      createAreaNoteLabels(scene, { id: 'responsible', property: 'responsible', level: 'village' }),
    ],
    reliefOpacity: 0.7,
    hasContours: true,
    legend: [
      createCategoryLegend(scene),
      createCircleLegend(scene),
      createTravelLegend(scene),
      createHazardLegend(scene),
      {
        title: mapText(scene, 'legend_villages'),
        note: null,
        layout: 'list' as const,
        entries: [createPriorityLine(scene)],
      },
    ],
    tables: ['figures', 'ranking', 'villages', 'towns_by_category', 'responsibility'] as const,
    notes: [createSpeedNote(scene), mapText(scene, 'note_working_lines')],
  }),
  village: (scene: MapScene) => ({
    areaLayers: [],
    surfaceLayers: createThreatenedLayers(scene),
    thingLayers: [
      createTravelDots(scene),
      ...createHouseholdLayers(scene, HOUSEHOLD_STATE_IMAGE),
      ...createHazardLayers(scene),
    ],
    markLayers: [],
    labelLayers: [createSettlementLabels(scene, { travel: true }), createHouseholdCodeLabels(scene)],
    reliefOpacity: 0.7,
    hasContours: true,
    legend: [createHouseholdStateLegend(scene), createTravelLegend(scene), createHazardLegend(scene)],
    tables: ['figures', 'households', 'responsibility'] as const,
    notes: [mapText(scene, 'note_schematic_households'), createSpeedNote(scene), mapText(scene, 'note_working_lines')],
  }),
};

/** Fill by share of target people, five classes of one hue. */
const createShareLayer = ({ palette, unitLevel }: MapScene): StyledLayer => ({
  layer: {
    id: 'areas-share',
    type: 'fill',
    source: 'areas',
    filter: whereEquals('level', unitLevel),
    paint: {
      'fill-color': matchProperty(
        'shareClass',
        { 1: palette.share1, 2: palette.share2, 3: palette.share3, 4: palette.share4, 5: palette.share5 },
        palette.shareNone,
      ),
    },
  },
});

/** Solid outline inside the boundary of priority villages. */
const createPriorityOutline = ({ palette }: MapScene): StyledLayer => ({
  layer: {
    id: 'areas-priority',
    type: 'line',
    source: 'areas',
    filter: whereAll(whereEquals('level', 'village'), whereEquals('priority', true)),
    layout: { 'line-join': 'round' },
    paint: { 'line-color': palette.priorityOutline, 'line-width': 0.8, 'line-offset': 1.3 },
  },
  paper: { millimeters: 0.35 },
});

const createPriorityLine = (scene: MapScene): LegendLine =>
  createClassLine({
    id: 'priority',
    label: wordOf(scene, 'priority_village'),
    layerIds: ['areas-priority'],
    geometry: 'polygon',
    layer: 'areas',
    property: 'priority',
    value: true,
    properties: { level: 'village' },
  });

function createShareLegend(scene: MapScene): LegendDraft {
  const percent = SHARE_BREAKS.map((bound) => Math.round(bound * 100));
  const label = (index: number): string => {
    const from = percent[index - 1];
    const to = percent[index];
    if (from === undefined) return mapText(scene, 'legend_share_below', { to: to ?? '' });
    if (to === undefined) return mapText(scene, 'legend_share_from', { from });
    return mapText(scene, 'legend_share_between', { from, to });
  };
  const target = wordOf(scene, 'target_household');
  const line = (value: string, text: string) =>
    createClassLine({
      id: `share-${value}`,
      label: text,
      layerIds: ['areas-share'],
      geometry: 'polygon',
      layer: 'areas',
      property: 'shareClass',
      value,
      properties: { level: scene.unitLevel },
    });
  return {
    title: mapText(scene, 'legend_share', { target }),
    note: mapText(scene, 'legend_share_note', { target }),
    layout: 'list',
    entries: [
      ...[0, 1, 2, 3, 4].map((index) => line(String(index + 1), label(index))),
      withEmptyHatch(scene, line('none', mapText(scene, 'legend_share_none'))),
      createPriorityLine(scene),
    ],
  };
}

const createCategoryLegend = (scene: MapScene): LegendDraft => ({
  title: mapText(scene, 'legend_category'),
  note: null,
  layout: 'list',
  entries: TARGET_CATEGORIES.map((category) =>
    createClassLine({
      id: `category-${category}`,
      label: nameCategory(scene, category),
      layerIds: ['targets-core', 'targets-category-label'],
      geometry: 'point',
      layer: circleSource(scene),
      property: 'category',
      value: category,
      properties: { targetHouseholds: 8, otherHouseholds: 8 },
    }),
  ),
});

const createHouseholdStateLegend = (scene: MapScene): LegendDraft =>
  createHouseholdLegend(scene, {
    id: 'household',
    title: mapText(scene, 'legend_households', { target: wordOf(scene, 'target_household') }),
    property: 'state',
    lines: HOUSEHOLD_STATES.map((value) => ({
      value,
      label: mapText(scene, `household_${value}`, { exit: wordOf(scene, 'exit') }),
    })),
  });
