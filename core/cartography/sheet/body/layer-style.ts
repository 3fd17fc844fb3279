import {
  Color,
  expression,
  type Feature,
  type FilterSpecification,
  featureFilter,
  type LayerSpecification,
  latest,
  type StylePropertySpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { FeatureProperties } from '../../features/map-feature.ts';

/** A feature as the style language sees it. */
export interface StyleFeature {
  readonly type: 'Point' | 'LineString' | 'Polygon';
  readonly properties: FeatureProperties;
}

/** One layer's filter and properties, compiled once and evaluated per feature at the sheet's zoom. */
export interface LayerStyle {
  passes(feature: StyleFeature): boolean;
  /** Evaluated value, or the style specification's default. */
  value(name: string, feature: StyleFeature): unknown;
  number(name: string, feature: StyleFeature): number;
  text(name: string, feature: StyleFeature): string;
  /** `#RRGGBB` on white paper, opacity mixed in; null when nothing shows. */
  color(name: string, feature: StyleFeature, opacityName: string | null): string | null;
  /** Whether the layer gives the property. */
  has(name: string): boolean;
}

type Evaluator = (feature: StyleFeature) => unknown;

/** Compiles a layer. Properties are evaluated at `zoom` of the map definition, not at the printed scale: its sizes are set for it. */
export function compileLayerStyle(layer: LayerSpecification, zoom: number): LayerStyle {
  const given = { ...layer.paint, ...layer.layout } as Readonly<Record<string, unknown>>;
  const specifications = {
    ...latest[`paint_${layer.type}`],
    ...latest[`layout_${layer.type}`],
  } as unknown as Readonly<Record<string, StylePropertySpecification>>;
  const filter = featureFilter(
    'filter' in layer ? (layer.filter as FilterSpecification) : undefined,
    `${layer.id}.filter`,
  );
  const evaluators = new Map<string, Evaluator>();
  const evaluatorOf = (name: string): Evaluator => {
    const known = evaluators.get(name);
    if (known) return known;
    const created = compileProperty({
      layerId: layer.id,
      name,
      value: given[name],
      specification: specifications[name],
      zoom,
    });
    evaluators.set(name, created);
    return created;
  };
  const value: LayerStyle['value'] = (name, feature) => evaluatorOf(name)(feature);
  const number: LayerStyle['number'] = (name, feature) => Number(value(name, feature) ?? 0);
  return {
    passes: (feature) => filter.filter({ zoom }, feature as unknown as Feature),
    value,
    number,
    text: (name, feature) => String(value(name, feature) ?? ''),
    color: (name, feature, opacityName) => {
      const color = value(name, feature);
      return color instanceof Color ? colorOnPaper(color, opacityName ? number(opacityName, feature) : 1) : null;
    },
    has: (name) => given[name] !== undefined,
  };
}

function compileProperty(input: {
  readonly layerId: string;
  readonly name: string;
  readonly value: unknown;
  readonly specification: StylePropertySpecification | undefined;
  readonly zoom: number;
}): Evaluator {
  const { layerId, name, value, specification, zoom } = input;
  if (!specification) return () => value;
  const chosen = value ?? specification.default;
  if (chosen === undefined) return () => undefined;
  const compiled = expression.normalizePropertyExpression(chosen as never, `${layerId}.${name}`, specification);
  return (feature) => compiled.evaluate({ zoom }, feature as unknown as Feature, {});
}

/** A premultiplied colour with an opacity, laid on white paper: sheets have no transparency. */
function colorOnPaper(color: Color, opacity: number): string | null {
  const alpha = color.a * opacity;
  if (alpha <= 0) return null;
  const channel = (premultiplied: number): string => {
    const mixed = premultiplied * opacity + 1 - alpha;
    return Math.round(Math.min(1, Math.max(0, mixed)) * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(color.r)}${channel(color.g)}${channel(color.b)}`.toUpperCase();
}
