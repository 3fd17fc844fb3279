import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { County } from '../../../county/county.ts';
import type { FeatureLayer, MapDefinition } from '../../map-definition.ts';
import { mapSideMeters } from '../../map-side.ts';
import type { DrawItem, Rect } from '../drawing.ts';
import { keepClearOfSymbols } from '../marks/keep-clear-of-symbols.ts';
import { type MarkLayer, type StandingApart, standApart } from '../marks/stand-apart.ts';
import type { Paper } from '../paper.ts';
import type { SheetProjection } from '../sheet-projection.ts';
import { drawCircleLayer } from './draw-circle.ts';
import { drawFillLayer } from './draw-fill.ts';
import { drawLineLayer } from './draw-line.ts';
import { drawRelief } from './draw-relief.ts';
import { drawSymbolLayer } from './draw-symbol.ts';
import type { LabelWish, LayerDrawing } from './layer-drawing.ts';
import { compileLayerStyle } from './layer-style.ts';
import { featuresToPaper, type PaperFeature } from './paper-feature.ts';
import { createPaperSizes } from './paper-sizes.ts';
import type { DrawnFeature } from './share-properties.ts';
import { keepToUncovered } from './uncovered-lines.ts';

/** What a map body is drawn from. */
export interface MapBodyInput {
  readonly definition: MapDefinition;
  readonly county: County;
  /** The feature layers, by the same function that answers the screen; each is gone through once. */
  readonly featuresOf: (layer: FeatureLayer) => { readonly features: Iterable<DrawnFeature> };
  readonly projection: SheetProjection;
  readonly paper: Paper;
  readonly relief: boolean;
  /** Marks that would cover each other stand beside their places; without it every mark stands at its own. */
  readonly isSpread?: boolean;
}

/** The map without its names, and the names that want a place. */
export interface MapBody {
  /** Surfaces and lines, under the kilometre grid. */
  readonly ground: readonly DrawItem[];
  /** What stands on the grid: from the first circles and symbols upwards. */
  readonly marks: readonly DrawItem[];
  readonly wishes: readonly LabelWish[];
  /** Room that symbols take. */
  readonly icons: readonly Rect[];
  /** Room of those among them that are drawn symbols, not circles: what they say must be seen. */
  readonly signs: readonly Rect[];
  /** Points on paper by layer name, for the index. Lines and areas are let go: what is drawn of them is in the items. */
  readonly features: ReadonlyMap<FeatureLayer, readonly PaperFeature[]>;
}

/** Sort key property by layer type: lower is drawn first. */
const SORT_KEYS = {
  fill: 'fill-sort-key',
  line: 'line-sort-key',
  circle: 'circle-sort-key',
  symbol: 'symbol-sort-key',
};

/** Draws the layers of a map definition in order, lowest first. */
export function drawMapBody(input: MapBodyInput): MapBody {
  const { definition } = input;
  const cache = new Map<FeatureLayer, readonly PaperFeature[]>();
  const drawingOf = createDrawings(input, cache);
  const layers = definition.layers.filter(
    (layer) => !definition.paper[layer.id]?.screenOnly && layer.layout?.visibility !== 'none',
  );
  const { leaders, onLines } = input.isSpread ? spreadCrowded(layers, { input, cache, drawingOf }) : NOTHING_SPREAD;
  const ground: DrawItem[] = [];
  const marks: DrawItem[] = [];
  const icons: Rect[] = [];
  const signs: Rect[] = [];
  const wishes: LabelWish[] = [];
  let areLeadersDrawn = false;
  for (const layer of layers) {
    if (layer.type === 'raster') {
      const image = input.relief ? drawRelief(input.county, input.projection, opacityOf(layer)) : null;
      if (image) ground.push(image);
      continue;
    }
    const drawing = drawingOf(layer);
    if (!drawing) continue;
    if (drawing.paper?.crowding && !areLeadersDrawn) {
      marks.push(...leaders);
      areLeadersDrawn = true;
    }
    const drawn = drawLayer(layer, { ...drawing, features: onLines.get(layer.id) ?? drawing.features });
    // what lies over a mark stays over it
    const isMark = layer.type === 'circle' || layer.type === 'symbol' || marks.length > 0;
    (isMark ? marks : ground).push(...drawn.items);
    icons.push(...drawn.icons);
    if (layer.type === 'symbol') signs.push(...drawn.icons);
    wishes.push(...drawn.wishes);
  }
  const covers = (cache.get('neighbours') ?? []).filter(isVeil).map(({ contours }) => contours);
  const shown = keepToUncovered(wishes, covers);
  return { ground, marks, wishes: keepClearOfSymbols(shown, icons), icons, signs, features: pointsOf(cache) };
}

type Features = Map<FeatureLayer, readonly PaperFeature[]>;

/** What drawing a layer needs, or null for one without features. */
function createDrawings(input: MapBodyInput, cache: Features): (layer: LayerSpecification) => LayerDrawing | null {
  const { definition, projection } = input;
  const sizes = createPaperSizes(input.paper, definition.level);
  const mapMillimeters = mapSideMeters(definition.bbox) / projection.metersPerMillimeter;
  return (layer) => {
    const features = featuresOfLayer(layer, input, cache);
    if (!features) return null;
    const paper = definition.paper[layer.id];
    const style = compileLayerStyle(layer, definition.zoom);
    return {
      layerId: layer.id,
      style,
      paper,
      sizes,
      mapMillimeters,
      images: definition.images,
      areas: paper?.spreadOver ? byCode(featuresNamed(paper.spreadOver, input, cache)) : null,
      features: sortFeatures(
        features.filter((feature) => style.passes(feature)),
        layer,
        style.has,
        style.number,
      ),
    };
  };
}

const NOTHING_SPREAD: Pick<StandingApart, 'leaders' | 'onLines'> = { leaders: [], onLines: new Map() };

/** Moves marks that would cover each other, in the cache. @returns the lines to their true places, and where marks of lines stand */
function spreadCrowded(
  layers: readonly LayerSpecification[],
  from: {
    readonly input: MapBodyInput;
    readonly cache: Features;
    readonly drawingOf: (layer: LayerSpecification) => LayerDrawing | null;
  },
): Pick<StandingApart, 'leaders' | 'onLines'> {
  const { input, cache, drawingOf } = from;
  const crowded = layers.flatMap((layer): MarkLayer[] => {
    if (!input.definition.paper[layer.id]?.crowding) return [];
    const source = sourceOf(layer, input);
    const drawing = source === null ? null : drawingOf(layer);
    return source !== null && drawing ? [{ drawing, source }] : [];
  });
  const { leaders, onLines, move } = standApart(crowded, input.projection.map);
  for (const { source, drawing } of crowded)
    if (drawing.paper?.crowding !== 'stays') cache.set(source, move(source, cache.get(source) ?? []));
  return { leaders, onLines };
}

const pointsOf = (
  features: ReadonlyMap<FeatureLayer, readonly PaperFeature[]>,
): ReadonlyMap<FeatureLayer, readonly PaperFeature[]> =>
  new Map([...features].filter(([, [first]]) => first?.type === 'Point'));

/** The surface over everything outside the mapped unit. */
const isVeil = ({ type, properties }: PaperFeature): boolean => type === 'Polygon' && properties.role === 'veil';

function drawLayer(
  layer: LayerSpecification,
  drawing: LayerDrawing,
): { readonly items: readonly DrawItem[]; readonly icons: readonly Rect[]; readonly wishes: readonly LabelWish[] } {
  const plain = (items: readonly DrawItem[]) => ({ items, icons: [], wishes: [] });
  switch (layer.type) {
    case 'fill':
      return plain(drawFillLayer(drawing));
    case 'line':
      return plain(drawLineLayer(drawing));
    case 'circle': {
      const items = drawCircleLayer(drawing);
      return { items, icons: items.flatMap(circleRoom), wishes: [] };
    }
    case 'symbol':
      return drawSymbolLayer(drawing);
    default:
      return plain([]);
  }
}

const circleRoom = (item: DrawItem): Rect[] =>
  item.kind === 'circle'
    ? [{ x: item.x - item.radius, y: item.y - item.radius, width: 2 * item.radius, height: 2 * item.radius }]
    : [];

function featuresOfLayer(
  layer: LayerSpecification,
  input: MapBodyInput,
  cache: Features,
): readonly PaperFeature[] | null {
  const source = sourceOf(layer, input);
  return source === null ? null : featuresNamed(source, input, cache);
}

function sourceOf(layer: LayerSpecification, { definition }: MapBodyInput): FeatureLayer | null {
  const source = 'source' in layer && typeof layer.source === 'string' ? definition.sources[layer.source] : null;
  return source?.kind === 'features' ? source.layer : null;
}

function featuresNamed(name: FeatureLayer, input: MapBodyInput, cache: Features): readonly PaperFeature[] {
  const known = cache.get(name);
  if (known) return known;
  const features = featuresToPaper(input.featuresOf(name).features, input.projection);
  cache.set(name, features);
  return features;
}

const byCode = (features: readonly PaperFeature[]): ReadonlyMap<string, PaperFeature> =>
  new Map(features.map((feature) => [feature.code, feature]));

function sortFeatures(
  features: readonly PaperFeature[],
  layer: LayerSpecification,
  has: (name: string) => boolean,
  number: (name: string, feature: PaperFeature) => number,
): readonly PaperFeature[] {
  const key = SORT_KEYS[layer.type as keyof typeof SORT_KEYS];
  if (key === undefined || !has(key)) return features;
  const keys = new Map(features.map((feature) => [feature, number(key, feature)]));
  return [...features].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
}

function opacityOf(layer: LayerSpecification): number {
  const opacity = layer.type === 'raster' ? layer.paint?.['raster-opacity'] : 1;
  return typeof opacity === 'number' ? opacity : 1;
}
