import { PARK_KINDS } from '../../county/kinds.ts';
import {
  createHouseholdCodeLabels,
  createHouseholdLayers,
  createHouseholdLegend,
  createSettlementDots,
} from '../layers/household-layers.ts';
import { CLOSE_UP_ZOOMS, createAreaNoteLabels, createSettlementLabels } from '../layers/label-layers.ts';
import { createPlanFlag, createPlanFlagLine } from '../layers/plan-flags.ts';
import { createReachLayers, createReachLegend, createUnreachedLayer } from '../layers/reach-layers.ts';
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
  thingText,
  whereAll,
  whereEquals,
  wordOf,
} from '../map-scene.ts';
import { createSpeedNote } from '../speed-note.ts';
import { PARK_MARKS } from '../symbols/industry-symbols.ts';

/** Kinds whose outline has a hatch of its own; the others share that of bases. */
const HATCHED_KINDS = ['industrial_park', 'agricultural_park', 'scenic_area', 'belt'] as const;

/** Map 3: what grows where and whom it reaches. */
export function createIndustryMap(scene: MapScene): MapTheme {
  const village = scene.level === 'village';
  return {
    areaLayers: village ? [] : createReachLayers(scene),
    surfaceLayers: [...(village ? [] : [createUnreachedLayer(scene)]), ...createParkSurfaces(scene)],
    thingLayers: [
      ...(scene.level === 'county' ? [] : [createSettlementDots(scene)]),
      ...(village ? createHouseholdLayers(scene, incomeImage()) : []),
    ],
    markLayers: [
      createParkPoints(scene),
      createPlanFlag(scene, {
        id: 'parks-planned',
        source: 'parks',
        filter: whereAll(whereEquals('role', 'point'), whereEquals('isPlanned', true)),
        offset: [-14, -14],
      }),
    ],
    labelLayers: [
      createParkLabels(scene, 'park'),
      createParkLabels(scene, 'base'),
      ...(scene.level === 'county' ? [] : [createSettlementLabels(scene)]),
      ...(village
        ? [createHouseholdCodeLabels(scene)]
        : [
            createAreaNoteLabels(scene, {
              id: 'product',
              property: 'leadingProduct',
              level: scene.level === 'county' ? 'town' : 'village',
            }),
          ]),
    ],
    reliefOpacity: village ? 0.7 : 0.35,
    hasContours: true,
    legend: [createParkLegend(scene), ...(village ? [createIncomeLegend(scene)] : [createReachLegend(scene)])],
    figures: ['I1', 'I3', 'I2', 'S7', 'D2', 'T1'],
    rankedBy: 'I1',
    tables: village ? ['figures', 'parks', 'households'] : ['figures', 'ranking', 'products', 'parks'],
    notes: [
      ...(village
        ? [mapText(scene, 'note_schematic_households')]
        : [mapText(scene, 'note_reach', { minutes: scene.county.settings.parkMinutes })]),
      createSpeedNote(scene),
      mapText(scene, 'note_working_lines'),
    ],
  };
}

const createParkSurfaces = ({ palette }: MapScene): readonly StyledLayer[] => [
  {
    layer: {
      id: 'parks-fill',
      type: 'fill',
      source: 'parks',
      filter: whereEquals('role', 'outline'),
      paint: {
        'fill-pattern': matchProperty(
          'kind',
          Object.fromEntries(HATCHED_KINDS.map((kind) => [kind, `hatch-park-${kind}`])),
          'hatch-park-base',
        ),
      },
    },
    paper: { millimetersPerPixel: 0.3 },
  },
  {
    layer: {
      id: 'parks-outline',
      type: 'line',
      source: 'parks',
      filter: whereEquals('role', 'outline'),
      paint: {
        'line-color': matchProperty(
          'kind',
          Object.fromEntries(PARK_KINDS.map((kind) => [kind, palette[PARK_MARKS[kind].token]])),
          palette.base,
        ),
        'line-width': 1.4,
      },
    },
    paper: { millimeters: 0.4 },
  },
];

const createParkPoints = (scene: MapScene): StyledLayer => ({
  layer: {
    id: 'parks',
    type: 'symbol',
    source: 'parks',
    filter: whereEquals('role', 'point'),
    layout: {
      'icon-image': matchProperty(
        'kind',
        Object.fromEntries(PARK_KINDS.map((kind) => [kind, `park-${kind}`])),
        'park-base',
      ),
      'icon-size': sizeByZoom(scene, 1),
      'icon-allow-overlap': true,
      'icon-ignore-placement': scene.level === 'county',
      // bases first, parks on top
      'symbol-sort-key': ['case', ['get', 'isPark'], 1, 0],
    },
  },
  paper: { millimetersPerPixel: 0.42, crowding: 'yields' },
});

/** Names with planned and achieved scale; at county level those of bases only from closer up. */
const createParkLabels = (scene: MapScene, of: 'park' | 'base'): StyledLayer => ({
  layer: {
    id: of === 'park' ? 'parks-label' : 'bases-label',
    type: 'symbol',
    source: 'parks',
    filter: whereAll(whereEquals('role', 'point'), whereEquals('isPark', of === 'park')),
    ...(of === 'base' && scene.level === 'county' ? { minzoom: scene.zoom + CLOSE_UP_ZOOMS } : {}),
    layout: {
      'text-field': ['concat', ['get', 'label'], '\n', ['get', 'scaleLabel']],
      'text-font': [...FONTS.regular],
      'text-size': scene.level === 'county' ? 11 : 12,
      'text-variable-anchor': ['right', 'left', 'bottom', 'top'],
      'text-radial-offset': 1.7,
      'text-padding': 2,
    },
    paint: { 'text-color': scene.palette.ink, 'text-halo-color': scene.palette.halo, 'text-halo-width': 1.6 },
  },
  paper: of === 'park' ? { textMillimeters: 4.5, labelPriority: 80 } : { textMillimeters: 2.8, labelPriority: 25 },
});

const incomeImage = () =>
  matchProperty('income', { linked: 'household-linked', working: 'household-working' }, 'household-open');

const createParkLegend = (scene: MapScene): LegendDraft => ({
  title: mapText(scene, 'legend_parks'),
  note: null,
  layout: 'list',
  entries: [
    ...PARK_KINDS.map((kind) =>
      createClassLine({
        id: `park-${kind}`,
        label: thingText(scene, `park_kind_${kind}`),
        layerIds: ['parks-fill', 'parks-outline', 'parks'],
        geometry: 'polygon',
        layer: 'parks',
        property: 'kind',
        value: kind,
      }),
    ),
    createPlanFlagLine(scene, 'parks-planned', 'parks'),
  ],
});

const createIncomeLegend = (scene: MapScene): LegendDraft =>
  createHouseholdLegend(scene, {
    id: 'income',
    title: mapText(scene, 'legend_income', { target: wordOf(scene, 'target_household') }),
    property: 'income',
    lines: (['linked', 'working', 'open'] as const).map((value) => ({
      value,
      label: mapText(scene, `income_${value}`),
    })),
  });
