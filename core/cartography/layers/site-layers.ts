import type { ExpressionSpecification } from '@maplibre/maplibre-gl-style-spec';
import { SITE_STAGES } from '../../county/kinds.ts';
import { STAGE_QUARTERS } from '../features/site-features.ts';
import { createClassLine } from '../legend-lines.ts';
import {
  FONTS,
  type LegendDraft,
  type MapScene,
  mapText,
  matchProperty,
  type StyledLayer,
  sizeByZoom,
  thingText,
  whereEquals,
} from '../map-scene.ts';
import { createPlanFlag } from './plan-flags.ts';

const QUARTERS = [0, 1, 2, 3, 4] as const;

/** What a plan may do to a site, with a legend line each. */
const PLAN_STATES = ['placed', 'moved', 'closed'] as const;

/**
 * Relocation sites as squares filled by quarters; those without hazard assessment carry a mark, those that break a forbidding rule are crossed
 * out; what the plan in force placed, moved or closed is marked.
 */
export const createSiteLayers = (scene: MapScene): readonly StyledLayer[] => [
  {
    layer: {
      id: 'sites',
      type: 'symbol',
      source: 'sites',
      layout: {
        'icon-image': matchProperty(
          'quarters',
          Object.fromEntries(QUARTERS.map((quarters) => [quarters, `site-${quarters}`])),
          'site-0',
        ),
        'icon-size': sizeByZoom(scene, 1),
        'icon-offset': offsetBeside(scene, [0, 0]),
        'icon-allow-overlap': true,
        'icon-ignore-placement': scene.level === 'county',
      },
    },
    paper: { millimetersPerPixel: 0.42, crowding: 'yields' },
  },
  {
    layer: {
      id: 'sites-unassessed',
      type: 'symbol',
      source: 'sites',
      filter: whereEquals('assessed', false),
      layout: {
        'icon-image': 'site-unassessed',
        'icon-size': sizeByZoom(scene, 1),
        'icon-offset': offsetBeside(scene, [14, -14]),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    paper: { millimetersPerPixel: 0.42 },
  },
  {
    layer: {
      id: 'sites-forbidden',
      type: 'symbol',
      source: 'sites',
      filter: whereEquals('refused', true),
      layout: {
        'icon-image': 'site-forbidden',
        'icon-size': sizeByZoom(scene, 1),
        'icon-offset': offsetBeside(scene, [0, 0]),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    paper: { millimetersPerPixel: 0.42 },
  },
  ...createPlanMarks(scene),
];

/** What the plan in force did to sites: flags at new and moved ones, a bar across closed ones. */
const createPlanMarks = (scene: MapScene): readonly StyledLayer[] => [
  createPlanFlag(scene, {
    id: 'sites-placed',
    source: 'sites',
    filter: whereEquals('plan', 'placed'),
    offset: offsetBeside(scene, [-14, -14]),
  }),
  createPlanFlag(scene, {
    id: 'sites-moved',
    source: 'sites',
    filter: whereEquals('plan', 'moved'),
    offset: offsetBeside(scene, [-14, -14]),
    image: 'plan-moved',
  }),
  createPlanFlag(scene, {
    id: 'sites-closed',
    source: 'sites',
    filter: whereEquals('plan', 'closed'),
    offset: offsetBeside(scene, [0, 0]),
    image: 'site-closed',
  }),
];

/** Sites stand this far left of and below a seat that carries a light, each further one a pitch more to the left; pixels at icon-size 1. */
const BESIDE = { left: 20, down: 7, pitch: 18, most: 5 } as const;

/** Where lights stand at the seats, sites at busy ones move beside them. */
function offsetBeside({ map, level }: MapScene, [right, down]: readonly [number, number]): ExpressionSpecification {
  const own: ExpressionSpecification = ['literal', [right, down]];
  if (map !== 'progress' || level === 'village') return own;
  const others = Array.from({ length: BESIDE.most }, (_, i) => [
    i + 1,
    // their mark changes sides: on the right stands the light
    ['literal', [-right - BESIDE.left - i * BESIDE.pitch, down + BESIDE.down]],
  ]).flat();
  return ['match', ['get', 'beside'], ...others, own] as unknown as ExpressionSpecification;
}

/** Names of sites. */
export const createSiteLabels = (scene: MapScene): StyledLayer => ({
  layer: {
    id: 'sites-label',
    type: 'symbol',
    source: 'sites',
    layout: {
      'text-field': ['concat', ['get', 'label'], ' ', ['get', 'capacityLabel']],
      'text-font': [...FONTS.regular],
      'text-size': 11,
      'text-variable-anchor': ['right', 'left', 'bottom', 'top'],
      'text-radial-offset': 1.3,
      'text-padding': 2,
      'symbol-sort-key': ['-', 0, ['get', 'assignedHouseholds']],
    },
    paint: { 'text-color': scene.palette.ink, 'text-halo-color': scene.palette.halo, 'text-halo-width': 1.5 },
  },
  paper: { textMillimeters: 3.2, labelPriority: 70 },
});

/** Legend of the stages, two stages to a quarter. */
export const createSiteLegend = (scene: MapScene): LegendDraft => ({
  title: mapText(scene, 'legend_sites'),
  note: null,
  layout: 'list',
  entries: [
    ...QUARTERS.map((quarters) =>
      createClassLine({
        id: `site-${quarters}`,
        label: stageNames(scene, quarters),
        layerIds: ['sites'],
        geometry: 'point',
        layer: 'sites',
        property: 'quarters',
        value: String(quarters),
      }),
    ),
    createClassLine({
      id: 'site-unassessed',
      label: mapText(scene, 'site_unassessed'),
      layerIds: ['sites-unassessed'],
      geometry: 'point',
      layer: 'sites',
      property: 'assessed',
      value: false,
    }),
    createClassLine({
      id: 'site-forbidden',
      label: mapText(scene, 'site_forbidden'),
      layerIds: ['sites-forbidden'],
      geometry: 'point',
      layer: 'sites',
      property: 'refused',
      value: true,
    }),
    ...PLAN_STATES.map((value) =>
      createClassLine({
        id: `site-${value}`,
        label: mapText(scene, `site_plan_${value}`),
        layerIds: value === 'closed' ? ['sites', 'sites-closed'] : [`sites-${value}`],
        geometry: 'point',
        layer: 'sites',
        property: 'plan',
        value,
        properties: { quarters: '0' },
      }),
    ),
  ],
});

function stageNames(scene: MapScene, quarters: number): string {
  const [from, to] = SITE_STAGES.filter((stage) => STAGE_QUARTERS[stage] === quarters).map((stage) =>
    thingText(scene, `site_stage_${stage}`),
  );
  return to === undefined ? (from ?? '') : mapText(scene, 'site_stages', { from: from ?? '', to });
}
