import { metersToKilometers } from '../../units.ts';
import { getGapParts } from '../features/gap-parts.ts';
import { countJoins, JOIN_MARKS, type JoinMark } from '../features/join-view.ts';
import { createClassLine } from '../legend-lines.ts';
import {
  FONTS,
  type LegendDraft,
  type MapScene,
  mapText,
  matchProperty,
  type StyledLayer,
  sizeByZoom,
  whereEquals,
} from '../map-scene.ts';

/** Widths in pixels of a gap, of the light case under it and of the ticks across it. */
const GAP_WIDTHS = { line: 1.8, case: 4.2, tick: 7.5 } as const;

/** Ticks: dashes far shorter than wide; in line widths. */
const TICK_DASH = [0.2, 1.9];
const NEW_ROAD_DASH = [2, 1.6];

const GAP_PAPER = { millimetersPerPixel: 0.42 } as const;

const ICONS: Readonly<Record<JoinMark, string>> = {
  joined: 'settlement-joined',
  unjoined: 'settlement-unjoined',
  excluded: 'settlement-excluded',
};

/** Settlements by whether they are joined, for maps of towns and villages. */
export const createJoinedSettlements = (scene: MapScene): StyledLayer => ({
  layer: {
    id: 'settlements-joined',
    type: 'symbol',
    source: 'settlements',
    layout: {
      'icon-image': matchProperty('joined', ICONS, 'settlement-excluded'),
      'icon-size': sizeByZoom(scene, scene.level === 'village' ? 1.3 : 1),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
      // what is not done lies on top
      'symbol-sort-key': matchProperty('joined', { unjoined: 2, joined: 1 }, 0),
    },
  },
  paper: { millimetersPerPixel: 0.33 },
});

/** On a county map the settlements that are not joined alone: the others would hide them. */
export const createUnjoinedMarks = (scene: MapScene): StyledLayer => ({
  layer: {
    id: 'gaps-settlements',
    type: 'symbol',
    source: 'gaps',
    filter: whereEquals('role', 'settlement'),
    layout: {
      'icon-image': ICONS.unjoined,
      'icon-size': sizeByZoom(scene, 0.7),
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
  },
  paper: { millimetersPerPixel: 0.33 },
});

/** Gaps: red with ticks across, where a new road is needed dashed. */
export const createGapLayers = (scene: MapScene): readonly StyledLayer[] => [
  gapLayer(scene, { id: 'gaps-case', color: scene.palette.halo, width: GAP_WIDTHS.case }),
  gapLayer(scene, { id: 'gaps', color: scene.palette.gap, width: GAP_WIDTHS.line }),
  gapLayer(scene, { id: 'gaps-tick', color: scene.palette.gap, width: GAP_WIDTHS.tick, dash: TICK_DASH }),
  gapLayer(scene, {
    id: 'gaps-new',
    role: 'new_road',
    color: scene.palette.gap,
    width: GAP_WIDTHS.line,
    dash: NEW_ROAD_DASH,
  }),
];

const gapLayer = (
  scene: MapScene,
  look: {
    readonly id: string;
    readonly role?: string;
    readonly color: string;
    readonly width: number;
    readonly dash?: number[];
  },
): StyledLayer => ({
  layer: {
    id: look.id,
    type: 'line',
    source: 'gaps',
    filter: whereEquals('role', look.role ?? 'segment'),
    layout: { 'line-cap': 'butt', 'line-join': 'round' },
    paint: {
      'line-color': look.color,
      'line-width': sizeByZoom(scene, scene.level === 'county' ? look.width * 0.8 : look.width),
      ...(look.dash ? { 'line-dasharray': look.dash } : {}),
    },
  },
  paper: GAP_PAPER,
});

/** Length of each gap along it, for maps of villages. */
export const createGapLabels = (scene: MapScene): StyledLayer => ({
  layer: {
    id: 'gaps-label',
    type: 'symbol',
    source: 'gaps',
    filter: ['match', ['get', 'role'], ['segment', 'new_road'], true, false],
    layout: {
      'symbol-placement': 'line',
      'symbol-spacing': 400,
      'text-field': ['concat', ['to-string', ['get', 'km']], ' km'],
      'text-font': [...FONTS.regular],
      'text-size': 10,
      'text-offset': [0, -1],
      'text-padding': 2,
    },
    paint: { 'text-color': scene.palette.gap, 'text-halo-color': scene.palette.halo, 'text-halo-width': 1.4 },
  },
  paper: { textMillimeters: 2.8, isDigits: true, labelPriority: 46 },
});

/** Legend of joined settlements and gaps, with their numbers in the area. */
export function createJoinLegend(scene: MapScene): LegendDraft {
  const counts = countJoins(scene.context, scene.area.code);
  const county = scene.level === 'county';
  const marks = county ? [] : JOIN_MARKS;
  return {
    title: mapText(scene, 'legend_joined'),
    note: mapText(scene, 'legend_joined_note', { asked: counts.joined + counts.unjoined, joined: counts.joined }),
    layout: 'list',
    entries: [
      ...marks.map((mark) =>
        createClassLine({
          id: `joined-${mark}`,
          label: mapText(scene, `joined_${mark}`, { count: counts[mark] }),
          layerIds: ['settlements-joined'],
          geometry: 'point',
          layer: 'settlements',
          property: 'joined',
          value: mark,
        }),
      ),
      ...(county
        ? [
            createGapLine({
              role: 'settlement',
              layerIds: ['gaps-settlements'],
              label: mapText(scene, 'joined_unjoined', { count: counts.unjoined }),
            }),
          ]
        : []),
      ...createGapLines(scene),
    ],
  };
}

function createGapLines(scene: MapScene) {
  const { hardenMeters, newRoadMeters } = getGapParts(scene.context, scene.area.code);
  return [
    createGapLine({
      role: 'segment',
      layerIds: ['gaps-case', 'gaps', 'gaps-tick'],
      label: mapText(scene, 'gap_segment', { km: metersToKilometers(hardenMeters).toFixed(1) }),
    }),
    createGapLine({
      role: 'new_road',
      layerIds: ['gaps-new'],
      label: mapText(scene, 'gap_new_road', { km: metersToKilometers(newRoadMeters).toFixed(1) }),
    }),
  ];
}

const createGapLine = (line: { readonly role: string; readonly layerIds: readonly string[]; readonly label: string }) =>
  createClassLine({
    id: `gap-${line.role}`,
    label: line.label,
    layerIds: line.layerIds,
    geometry: line.role === 'settlement' ? 'point' : 'line',
    layer: 'gaps',
    property: 'role',
    value: line.role,
  });
