import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { County } from '../../../county/county.ts';
import type { FeatureLayer, MapDefinition } from '../../map-definition.ts';
import { mapSideMeters } from '../../map-side.ts';
import type { DrawItem, Rect } from '../drawing.ts';
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
  const { definition, projection } = input;
  const sizes = createPaperSizes(input.paper, definition.level);
  const mapMillimeters = mapSideMeters(definition.bbox) / projection.metersPerMillimeter;
  const cache = new Map<FeatureLayer, readonly PaperFeature[]>();
  const ground: DrawItem[] = [];
  const marks: DrawItem[] = [];
  const icons: Rect[] = [];
  const wishes: LabelWish[] = [];
  for (const layer of definition.layers) {
    const paper = definition.paper[layer.id];
    if (paper?.screenOnly || layer.layout?.visibility === 'none') continue;
    if (layer.type === 'raster') {
      const image = input.relief ? drawRelief(input.county, projection, opacityOf(layer)) : null;
      if (image) ground.push(image);
      continue;
    }
    const features = featuresOfLayer(layer, input, cache);
    if (!features) continue;
    const style = compileLayerStyle(layer, definition.zoom);
    const drawing: LayerDrawing = {
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
    const drawn = drawLayer(layer, drawing);
    // what lies over a mark stays over it
    const isMark = layer.type === 'circle' || layer.type === 'symbol' || marks.length > 0;
    (isMark ? marks : ground).push(...drawn.items);
    icons.push(...drawn.icons);
    wishes.push(...drawn.wishes);
  }
  const covers = (cache.get('neighbours') ?? []).filter(isVeil).map(({ contours }) => contours);
  const shown = keepToUncovered(wishes, covers);
  return { ground, marks, wishes: keepClearOfSymbols(shown, icons), icons, features: pointsOf(cache) };
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

/** A symbol belongs to a point when its middle is this near, millimetres. */
const SAME_POINT = 0.6;
/** Free room between a symbol and the name beside it, in ems. */
const NAME_GAP = 0.12;

/** Names stand clear of the symbol on their own point, whichever layer drew it. */
function keepClearOfSymbols(wishes: readonly LabelWish[], icons: readonly Rect[]): LabelWish[] {
  const cell = (x: number, y: number): string => `${Math.round(x)},${Math.round(y)}`;
  const byCell = new Map<string, Rect[]>();
  for (const icon of icons) {
    const key = cell(icon.x + icon.width / 2, icon.y + icon.height / 2);
    const known = byCell.get(key);
    if (known) known.push(icon);
    else byCell.set(key, [icon]);
  }
  return wishes.map((wish) => {
    const { where } = wish;
    // a text whose one place is the middle of its symbol belongs into it
    if (where.kind !== 'point' || (where.isFixed && where.anchors[0] === 'center')) return wish;
    let half = 0;
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1])
        for (const icon of byCell.get(cell(where.x + dx, where.y + dy)) ?? []) {
          const offset = Math.hypot(icon.x + icon.width / 2 - where.x, icon.y + icon.height / 2 - where.y);
          if (offset <= SAME_POINT) half = Math.max(half, icon.height / 2);
        }
    return half === 0 ? wish : { ...wish, where: { ...where, radius: half + NAME_GAP * wish.size } };
  });
}

function featuresOfLayer(
  layer: LayerSpecification,
  input: MapBodyInput,
  cache: Map<FeatureLayer, readonly PaperFeature[]>,
): readonly PaperFeature[] | null {
  const source = 'source' in layer && typeof layer.source === 'string' ? input.definition.sources[layer.source] : null;
  return source?.kind === 'features' ? featuresNamed(source.layer, input, cache) : null;
}

function featuresNamed(
  name: FeatureLayer,
  input: MapBodyInput,
  cache: Map<FeatureLayer, readonly PaperFeature[]>,
): readonly PaperFeature[] {
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
