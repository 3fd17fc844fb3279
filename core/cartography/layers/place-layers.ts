import { createClassLine } from '../legend-lines.ts';
import {
  type LegendDraft,
  type MapScene,
  mapText,
  matchProperty,
  type StyledLayer,
  sizeByZoom,
  thingText,
  whereAll,
  whereEquals,
} from '../map-scene.ts';
import { createPlanFlag, createPlanFlagLine } from './plan-flags.ts';

/** Services drawn on maps of towns and villages; offices stand at the seats and need no symbol of their own. */
const SERVICES_SHOWN = ['school', 'clinic', 'market'] as const;

/** Constraint areas drawn, with their hatch. */
const CONSTRAINT_HATCHES = {
  basic_farmland: 'hatch-farmland',
  ecological_redline: 'hatch-redline',
  steep_slope: 'hatch-steep',
} as const;

/** States of an old homestead, with the symbol. */
const HOMESTEAD_SYMBOLS = {
  standing: 'homestead',
  retained: 'homestead-retained',
  demolished: 'homestead-demolished',
  reclaimed: 'homestead-reclaimed',
} as const;

type Shown<Table> = readonly (keyof Table)[];

/** Schools, clinics and markets. */
export const createServiceLayers = (scene: MapScene): readonly StyledLayer[] => [
  {
    layer: {
      id: 'services',
      type: 'symbol',
      source: 'services',
      filter: ['match', ['get', 'kind'], [...SERVICES_SHOWN], true, false],
      layout: {
        'icon-image': matchProperty(
          'kind',
          Object.fromEntries(SERVICES_SHOWN.map((kind) => [kind, `service-${kind}`])),
          'service-school',
        ),
        'icon-size': sizeByZoom(scene, 0.9),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        // beside the settlement that it serves
        'icon-offset': [-13, 9],
      },
    },
    paper: { millimetersPerPixel: 0.36, crowding: 'yields_most' },
  },
  createPlanFlag(scene, {
    id: 'services-planned',
    source: 'services',
    filter: whereAll(['match', ['get', 'kind'], [...SERVICES_SHOWN], true, false], whereEquals('isPlanned', true)),
    offset: [-26, 0],
  }),
];

/** Legend of the services. */
export const createServiceLegend = (scene: MapScene): LegendDraft => ({
  title: mapText(scene, 'legend_services'),
  note: null,
  layout: 'list',
  entries: [
    ...SERVICES_SHOWN.map((kind) =>
      createClassLine({
        id: `service-${kind}`,
        label: thingText(scene, `service_${kind}`),
        layerIds: ['services'],
        geometry: 'point',
        layer: 'services',
        property: 'kind',
        value: kind,
      }),
    ),
    createPlanFlagLine(scene, 'services-planned', 'services'),
  ],
});

/** Areas in which nothing may be built or which must be argued for: sparse hatches. */
export const createConstraintLayers = (): readonly StyledLayer[] => [
  {
    layer: {
      id: 'constraints',
      type: 'fill',
      source: 'constraints',
      filter: ['match', ['get', 'kind'], Object.keys(CONSTRAINT_HATCHES), true, false],
      paint: { 'fill-pattern': matchProperty('kind', CONSTRAINT_HATCHES, 'hatch-constraint') },
    },
    paper: { millimetersPerPixel: 0.4 },
  },
];

/** Legend of the constraint areas. */
export const createConstraintLegend = (scene: MapScene): LegendDraft => ({
  title: mapText(scene, 'legend_constraints'),
  note: mapText(scene, 'note_screening'),
  layout: 'list',
  entries: (Object.keys(CONSTRAINT_HATCHES) as Shown<typeof CONSTRAINT_HATCHES>).map((kind) =>
    createClassLine({
      id: `constraint-${kind}`,
      label: thingText(scene, `constraint_${kind}`),
      layerIds: ['constraints'],
      geometry: 'polygon',
      layer: 'constraints',
      property: 'kind',
      value: kind,
    }),
  ),
});

/** Old homesteads by state. */
export const createHomesteadLayers = (scene: MapScene): readonly StyledLayer[] => [
  {
    layer: {
      id: 'homesteads',
      type: 'symbol',
      source: 'homesteads',
      layout: {
        'icon-image': matchProperty('state', HOMESTEAD_SYMBOLS, 'homestead'),
        'icon-size': sizeByZoom(scene, 0.8),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    paper: { millimetersPerPixel: 0.3 },
  },
];

/** Legend of the old homesteads. */
export const createHomesteadLegend = (scene: MapScene): LegendDraft => ({
  title: mapText(scene, 'legend_homesteads'),
  note: null,
  layout: 'list',
  entries: (Object.keys(HOMESTEAD_SYMBOLS) as Shown<typeof HOMESTEAD_SYMBOLS>).map((state) =>
    createClassLine({
      id: `homestead-${state}`,
      label: mapText(scene, `homestead_${state}`),
      layerIds: ['homesteads'],
      geometry: 'point',
      layer: 'homesteads',
      property: 'state',
      value: state,
    }),
  ),
});
