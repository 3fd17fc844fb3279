import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { AreaLevel, MapKind } from '../county/kinds.ts';
import type { IndicatorContext } from '../indicators/context.ts';
import type { Language } from '../texts/language.ts';
import { preferApplicable } from './applicable-figures.ts';
import { fitZoom } from './fit-zoom.ts';
import {
  createBoundaryLayers,
  createContourLayers,
  createGroundLayer,
  createLocalRoadLayers,
  createOutsideLayers,
  createReliefLayer,
  createRiverLayers,
  createRoadLayers,
  createSeatLayers,
} from './layers/base-layers.ts';
import { createBaseLegend } from './layers/base-legend.ts';
import { createLabelLayers } from './layers/label-layers.ts';
import { createServiceLayers, createServiceLegend } from './layers/place-layers.ts';
import { FEATURE_LAYERS, type MapDefinition, type MapSource, type PaletteName } from './map-definition.ts';
import type { MapScene, MapTheme, StyledLayer } from './map-scene.ts';
import { createMapTitle } from './map-title.ts';
import { createIndustryMap } from './maps/industry-map.ts';
import { createMeasuresMap } from './maps/measures-map.ts';
import { createProgressMap } from './maps/progress-map.ts';
import { createTargetsMap } from './maps/targets-map.ts';
import { PALETTES } from './palettes.ts';
import { createPlanNotes } from './plan-notes.ts';
import { demBbox } from './relief.ts';
import { listImageNames, resolveImages } from './resolve-images.ts';
import { resolveLegend } from './resolve-legend.ts';

const THEMES: Readonly<Record<MapKind, (scene: MapScene) => MapTheme>> = {
  targets: createTargetsMap,
  measures: createMeasuresMap,
  industry: createIndustryMap,
  progress: createProgressMap,
};

/**
 * One of the four maps of an area as data, the same for screen and paper.
 *
 * @throws {NotFoundError} `unknown_area`
 */
export function createMapDefinition(request: {
  readonly context: IndicatorContext;
  readonly map: MapKind;
  readonly areaCode: string;
  readonly palette: PaletteName;
  readonly language: Language;
}): MapDefinition {
  const scene = createScene(request);
  const theme = THEMES[scene.map](scene);
  const hasLocalRoads = scene.level !== 'county' && scene.map !== 'progress';
  const styled = stackLayers(scene, theme, hasLocalRoads);
  const layers = styled.map(({ layer }) => layer);
  return {
    map: scene.map,
    area: scene.area.code,
    level: scene.level,
    asOf: scene.context.asOf,
    revision: scene.county.revision,
    palette: scene.paletteName,
    language: scene.language,
    title: createMapTitle(scene.county, scene),
    bbox: scene.area.bbox,
    zoom: scene.zoom,
    sources: createSources(scene, layers, theme),
    layers,
    paper: Object.fromEntries(styled.flatMap(({ layer, paper }) => (paper ? [[layer.id, paper]] : []))),
    images: resolveImages(listImageNames(layers), scene),
    legend: resolveLegend(
      [
        ...theme.legend,
        ...(scene.level === 'county' ? [] : [createServiceLegend(scene)]),
        createBaseLegend(scene, {
          localRoads: hasLocalRoads,
          contours: theme.hasContours,
          settlementDots: layers.some(({ id }) => id === 'settlements'),
        }),
      ],
      layers,
      scene.zoom,
    ),
    ...preferApplicable(scene.county, theme),
    tables: scene.county.tasks.length > 0 ? theme.tables : theme.tables.filter((table) => table !== 'late_tasks'),
    notes: [...createPlanNotes(scene), ...theme.notes],
  };
}

function createScene(request: Parameters<typeof createMapDefinition>[0]): MapScene {
  const { context, map, language } = request;
  const { area, areas } = context.scope(request.areaCode);
  const { start, end } = areas();
  const levels = new Set<AreaLevel>(context.county.areas.slice(start, end).map(({ level }) => level));
  return {
    context,
    county: context.county,
    map,
    area,
    level: area.level,
    unitLevel: levels.has('village') ? 'village' : levels.has('town') ? 'town' : 'county',
    palette: PALETTES[request.palette],
    paletteName: request.palette,
    language,
    zoom: fitZoom(area.bbox),
  };
}

/** Drawing order of every map. */
function stackLayers(scene: MapScene, theme: MapTheme, hasLocalRoads: boolean): readonly StyledLayer[] {
  const labels = sortLabels([...createLabelLayers(scene), ...theme.labelLayers]);
  return [
    createGroundLayer(scene),
    ...theme.areaLayers,
    ...(scene.county.dem ? [createReliefLayer(theme.reliefOpacity)] : []),
    ...(theme.hasContours ? createContourLayers(scene) : []),
    ...createRiverLayers(scene),
    ...theme.surfaceLayers,
    ...createBoundaryLayers(scene),
    ...createRoadLayers(scene),
    ...(hasLocalRoads ? createLocalRoadLayers(scene) : []),
    ...createOutsideLayers(scene),
    ...(scene.level === 'county' ? [] : createServiceLayers(scene)),
    ...theme.thingLayers,
    ...createSeatLayers(scene),
    // a county has too many marks for its names to give way to
    ...(scene.level === 'county' ? [...theme.markLayers, ...labels] : [...labels, ...theme.markLayers]),
  ];
}

/** The screen's map places the labels of its highest layer first: the more a name matters, the later its layer comes. */
const sortLabels = (labels: readonly StyledLayer[]): readonly StyledLayer[] =>
  [...labels].sort((a, b) => (a.paper?.labelPriority ?? 0) - (b.paper?.labelPriority ?? 0));

/** The sources that the layers name; addresses only. */
function createSources(
  scene: MapScene,
  layers: readonly LayerSpecification[],
  { reliefOpacity }: MapTheme,
): Readonly<Record<string, MapSource>> {
  const named = new Set(layers.flatMap((layer) => ('source' in layer ? [String(layer.source)] : [])));
  const sources: Record<string, MapSource> = {};
  const { county, context, area, language, paletteName } = scene;
  const version = `revision=${county.revision}`;
  if (named.has('relief') && county.dem) {
    const theme = paletteName === 'dark' ? 'dark' : 'light';
    // hardly seen under shaded areas: a coarser picture does
    const detail = reliefOpacity < 0.2 ? 'coarse' : 'full';
    sources.relief = {
      kind: 'relief',
      url: `/api/areas/${county.code}/relief.png?theme=${theme}&detail=${detail}&${version}`,
      bbox: demBbox(county.dem),
    };
  }
  for (const layer of FEATURE_LAYERS) {
    if (!named.has(layer)) continue;
    const url = `/api/areas/${area.code}/features/${layer}?asOf=${context.asOf}&${version}&lang=${language}`;
    sources[layer] = { kind: 'features', layer, url, promoteId: 'code' };
  }
  return sources;
}
