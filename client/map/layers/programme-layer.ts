import type { DrawnStepSegment } from '#client/state/choice-drawing.ts';
import { FONTS } from '#core/cartography/map-scene.ts';
import type { Palette } from '#core/cartography/palettes.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { Overlay } from '../create-style.ts';

const WORKS = 'road-works';
const JOINED = 'road-works-joined';
/** Segments that a click can find the step of. */
export const PROGRAMME_LAYER = 'road-works-segments';
/** Segments of the step that is pointed at: replaced by themselves, the style stays as it is. */
export const POINTED_STEP_SOURCE = 'road-works-pointed';

/** Colour and pixels by year: the earlier, the darker and the wider; another hue than the roads of the plan in force below. */
export const yearStyles = (palette: Palette) =>
  [
    { color: palette.flow1, pixels: 6 },
    { color: palette.flow2, pixels: 5 },
    { color: palette.flow3, pixels: 4.5 },
    { color: palette.flow4, pixels: 4 },
  ] as const;

interface ProgrammeDrawing {
  readonly segments: readonly DrawnStepSegment[];
  /** Settlements that the programme joins. */
  readonly joined: readonly LonLat[];
  readonly pointed: readonly DrawnStepSegment[];
}

/** Segments of a road programme by year with the numbers of their steps, settlements that it joins. */
export function createProgrammeLayer({ segments, joined, pointed }: ProgrammeDrawing, palette: Palette): Overlay {
  const styles = yearStyles(palette);
  const last = styles[3];
  const byYear = (read: (style: (typeof styles)[number]) => unknown) => [
    'match',
    ['get', 'year'],
    ...styles.flatMap((style, i) => [i, read(style)]),
    read(last),
  ];
  const layout = { 'line-join': 'round', 'line-cap': 'round' };
  return {
    sources: {
      [WORKS]: { type: 'geojson', data: drawSegments(segments) },
      [JOINED]: { type: 'geojson', data: drawJoined(joined) },
      [POINTED_STEP_SOURCE]: { type: 'geojson', data: drawSegments(pointed) },
    },
    layers: [
      {
        id: 'road-works-case',
        source: WORKS,
        type: 'line',
        layout,
        paint: { 'line-color': palette.halo, 'line-width': byYear(({ pixels }) => pixels + 3) },
      },
      {
        id: PROGRAMME_LAYER,
        source: WORKS,
        type: 'line',
        layout,
        paint: { 'line-color': byYear(({ color }) => color), 'line-width': byYear(({ pixels }) => pixels) },
      },
      {
        id: JOINED,
        source: JOINED,
        type: 'circle',
        paint: {
          'circle-radius': 3.5,
          'circle-color': palette.lightGreen,
          'circle-stroke-width': 1.2,
          'circle-stroke-color': palette.halo,
        },
      },
      {
        id: POINTED_STEP_SOURCE,
        source: POINTED_STEP_SOURCE,
        type: 'line',
        layout,
        paint: { 'line-color': palette.ink, 'line-width': 8 },
      },
      {
        id: 'road-works-numbers',
        source: WORKS,
        type: 'symbol',
        filter: ['!=', ['get', 'written'], ''],
        layout: {
          'text-offset': [0, -0.9],
          'text-field': ['get', 'written'],
          'text-font': [...FONTS.regular],
          'text-size': 13,
          'symbol-sort-key': ['get', 'step'],
        },
        paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 2 },
      },
    ] as unknown as Overlay['layers'],
  };
}

/** Segments of steps as GeoJSON. */
export const drawSegments = (segments: readonly DrawnStepSegment[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: segments.flatMap(({ code, step, yearIndex, written, lines }) =>
    lines.map(
      (line): GeoJSON.Feature => ({
        type: 'Feature',
        properties: { code, step, year: yearIndex, written },
        geometry: { type: 'LineString', coordinates: line.map((position) => [...position]) },
      }),
    ),
  ),
});

const drawJoined = (positions: readonly LonLat[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features: positions.map((position) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'Point', coordinates: [...position] },
  })),
});
