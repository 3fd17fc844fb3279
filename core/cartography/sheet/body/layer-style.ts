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
import { createKeptValues } from '../kept-values.ts';
import { listReadProperties, rememberByProperties } from './remember-by-properties.ts';

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
  /** The same function, computed once for features that agree in what the named properties of the layer rest on. */
  remember<Value>(
    names: readonly string[],
    compute: (feature: StyleFeature) => Value,
  ): (feature: StyleFeature) => Value;
}

type Evaluator = (feature: StyleFeature) => unknown;

/** Compiles a layer. Properties are evaluated at `zoom` of the map definition, not at the printed scale: its sizes are set for it. */
export function compileLayerStyle(layer: LayerSpecification, zoom: number): LayerStyle {
  const given = { ...layer.paint, ...layer.layout } as Readonly<Record<string, unknown>>;
  const specifications = specificationsOf(layer.type);
  const filter = 'filter' in layer ? (layer.filter as FilterSpecification) : undefined;
  const compiledFilter = compileFilter(filter);
  const remember = <Value>(values: readonly unknown[], compute: (feature: StyleFeature) => Value) => {
    const names = listReadProperties(values);
    return names === null ? compute : rememberByProperties(names, compute);
  };
  const evaluators = new Map<string, Evaluator>();
  const evaluatorOf = (name: string): Evaluator => {
    const known = evaluators.get(name);
    if (known) return known;
    const created = compileProperty({
      type: layer.type,
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
    passes: remember([filter], (feature) => compiledFilter.filter({ zoom }, feature as unknown as Feature)),
    value,
    number,
    text: (name, feature) => String(value(name, feature) ?? ''),
    color: (name, feature, opacityName) => {
      const color = value(name, feature);
      return color instanceof Color ? colorOnPaper(color, opacityName ? number(opacityName, feature) : 1) : null;
    },
    has: (name) => given[name] !== undefined,
    remember: (names, compute) =>
      remember(
        names.map((name) => given[name]),
        compute,
      ),
  };
}

type Specifications = Readonly<Record<string, StylePropertySpecification>>;

const specificationsByType = new Map<string, Specifications>();

/** What the style specification says about the properties of a type of layer. */
function specificationsOf(type: LayerSpecification['type']): Specifications {
  const known = specificationsByType.get(type);
  if (known) return known;
  const specifications = { ...latest[`paint_${type}`], ...latest[`layout_${type}`] } as unknown as Specifications;
  specificationsByType.set(type, specifications);
  return specifications;
}

/** Layers of different sheets have mostly the same expressions: each is compiled once, this many are kept. */
const MOST_COMPILED = 1000;

type Compiled = ReturnType<typeof expression.normalizePropertyExpression>;
type Filter = ReturnType<typeof featureFilter>;

const compiledProperties = createKeptValues<Compiled>(MOST_COMPILED);
const compiledFilters = createKeptValues<Filter>(MOST_COMPILED);

const compileFilter = (filter: FilterSpecification | undefined): Filter =>
  compiledFilters(JSON.stringify(filter) ?? '', () => featureFilter(filter, 'filter'));

function compileProperty(input: {
  readonly type: LayerSpecification['type'];
  readonly name: string;
  readonly value: unknown;
  readonly specification: StylePropertySpecification | undefined;
  readonly zoom: number;
}): Evaluator {
  const { type, name, value, specification, zoom } = input;
  if (!specification) return () => value;
  const chosen = value ?? specification.default;
  if (chosen === undefined) return () => undefined;
  const compiled = compiledProperties(`${type} ${name} ${JSON.stringify(chosen)}`, () =>
    expression.normalizePropertyExpression(chosen as never, name, specification),
  );
  const globals = { zoom };
  return (feature) => compiled.evaluate(globals, feature as unknown as Feature, {});
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
