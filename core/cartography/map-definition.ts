import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { IsoDate } from '../county/dates.ts';
import type { AreaLevel, MapKind } from '../county/kinds.ts';
import type { Bbox } from '../geo/bbox.ts';
import type { IndicatorCode } from '../indicators/figure.ts';
import type { Language } from '../texts/language.ts';

/** Palettes; `mono` is safe in black and white (hatch and letters). */
export type PaletteName = 'light' | 'dark' | 'paper' | 'mono';

/** Named feature layers; `GET /api/areas/{code}/features/{layer}?asOf=` and the sheet read the same function. */
export const FEATURE_LAYERS = [
  'areas',
  'boundaries',
  'seats',
  'settlements',
  'households',
  'main_roads',
  'segments',
  'gaps',
  'sites',
  'flows',
  'hazards',
  'threatened_areas',
  'homesteads',
  'parks',
  'reach',
  'services',
  'constraints',
  'tasks',
  'rivers',
  'contours',
  'neighbours',
] as const;
export type FeatureLayer = (typeof FEATURE_LAYERS)[number];

/** Where a source's data comes from: an address on screen, the same function on paper. Never data. */
export type MapSource =
  | { readonly kind: 'features'; readonly layer: FeatureLayer; readonly url: string; readonly promoteId: 'code' }
  | { readonly kind: 'relief'; readonly url: string; readonly bbox: Bbox };

/** One part of an image with its colours filled in; unit square, y down; a text stands centred on (x, y), `height` is that of its characters. */
export type MapImagePart =
  | {
      readonly kind: 'path';
      /** SVG path data of the commands M L C Z only. */
      readonly d: string;
      readonly fill: string | null;
      readonly stroke: string | null;
      readonly strokeWidth: number;
    }
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly height: number;
      readonly fill: string;
      readonly bold: boolean;
    };

/**
 * An image that layers name in `icon-image` or `fill-pattern`, as vectors: the screen rasterises it once, the sheet draws it as it is.
 *
 * A symbol is 1 high and `aspect` wide; `heightPixels` is its height at icon-size 1. A hatch is families of parallel lines over an optional
 * ground; angles are multiples of 45 degrees (0 = horizontal, counter-clockwise), spacing and width in pixels on screen; the sheet takes
 * `millimetersPerPixel` of the layer. `dots` sets round dots of `width` along the lines instead.
 */
export type MapImage =
  | {
      readonly kind: 'symbol';
      readonly aspect: number;
      readonly heightPixels: number;
      readonly parts: readonly MapImagePart[];
    }
  | {
      readonly kind: 'hatch';
      readonly ground: string | null;
      readonly color: string;
      readonly angles: readonly (0 | 45 | 90 | 135)[];
      readonly spacing: number;
      readonly width: number;
      readonly dots: boolean;
    };

/** How one layer draws a legend line: the layer's own expressions evaluated, so that nothing is coloured twice. Sizes in screen pixels. */
export interface LegendSwatch {
  readonly layerId: string;
  readonly type: 'fill' | 'line' | 'circle' | 'symbol';
  /** Fill, line, circle or text colour. */
  readonly color: string | null;
  readonly opacity: number;
  /** Line width, circle radius or icon height; text height for a label. */
  readonly size: number;
  readonly stroke: string | null;
  readonly strokeWidth: number;
  /** In line widths, as in the style language. */
  readonly dash: readonly number[] | null;
  /** Key of `MapDefinition.images`: icon or fill pattern. */
  readonly image: string | null;
  readonly text: string | null;
}

/**
 * One line of the legend. `layerIds` and `properties` say which layers draw it for which feature; `swatches` are these layers' expressions
 * evaluated, lowest first. Only lines whose class occurs on the map at hand are shown (`listLegend`).
 */
export interface LegendEntry {
  readonly id: string;
  readonly label: string;
  readonly layerIds: readonly string[];
  readonly geometry: 'point' | 'line' | 'polygon';
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
  readonly swatches: readonly LegendSwatch[];
  /** Feature property and value that make this line belong to the map; null = always. */
  readonly occursWhen: {
    readonly layer: FeatureLayer;
    readonly property: string;
    readonly value: string | number | boolean;
  } | null;
}

/** A group of legend lines with a heading and, for classes, the statement of the breaks. */
export interface LegendGroup {
  readonly title: string;
  readonly note: string | null;
  /** `nested_circles`: circles of known sizes drawn one in another, largest first. */
  readonly layout: 'list' | 'nested_circles';
  readonly entries: readonly LegendEntry[];
}

/** Tables and charts that go with a map, named so that panel and sheet build the same. */
export type MapTable =
  | 'figures'
  | 'towns_by_cause'
  | 'villages'
  | 'measures_by_year'
  | 'sites'
  | 'road_programme'
  | 'parks'
  | 'ranking'
  | 'late_tasks'
  | 'gaps'
  | 'projects'
  | 'timetable'
  | 'curve'
  | 'households'
  | 'responsibility'
  | 'segments'
  | 'tasks'
  | 'struck_off'
  | 'towns_by_category'
  | 'products';

/**
 * What the style language cannot say about paper. Sizes hold for the sheet of the wall (county and town A0, village A1); a smaller sheet scales
 * them down by its own rule, never under the least readable height.
 */
export interface LayerPaper {
  /** Line width or symbol diameter in millimetres, replacing the screen's pixels whatever the expression says. */
  readonly millimeters?: number;
  /** Millimetres for one pixel of the layer's widths, radii, icon heights and hatches, evaluated at `MapDefinition.zoom`. */
  readonly millimetersPerPixel?: number;
  /** Text height in millimetres. */
  readonly textMillimeters?: number;
  /** The label is digits alone: they may be smaller than words. */
  readonly isDigits?: boolean;
  /** Label priority; higher places first. */
  readonly labelPriority?: number;
  /** The label is sheared serif: water. */
  readonly water?: boolean;
  /** Symbols are never larger than this share of the map's side (`mapSideMeters`): their places follow the ground. */
  readonly mostShareOfMap?: number;
  /** Names of areas whose features are their seats: spread over the areas of this layer that have the same codes. */
  readonly spreadOver?: FeatureLayer;
  /** The label is left out where it would cover a symbol: something else names the thing. */
  readonly keepsOffSymbols?: boolean;
  /** Symbols that must not cover each other on paper: those that yield stand beside their place where another stands, last those that yield most. */
  readonly crowding?: 'stays' | 'yields' | 'yields_most';
  /** Left out on paper: the sheet draws the thing its own way. */
  readonly screenOnly?: boolean;
}

/**
 * One wall map as data: a function of (map, area, as-of date, palette, language). The screen hands `layers` to MapLibre; the sheet
 * evaluates the same expressions and draws vectors in millimetres.
 *
 * So that paper can follow, layers keep to this part of the style language (`tests/core/cartography` checks it):
 * - `background`: background-color
 * - `raster` (source `relief` only): raster-opacity, raster-fade-duration, raster-resampling
 * - `fill`: fill-color, fill-opacity, fill-pattern, fill-antialias, fill-sort-key
 * - `line`: line-color, line-width, line-opacity, line-dasharray (constant, in line widths), line-offset (on rings: positive = inwards),
 *   line-cap, line-join, line-sort-key
 * - `circle`: circle-radius, circle-color, circle-opacity, circle-stroke-color, circle-stroke-width, circle-sort-key
 * - `symbol`: icon-image, icon-size, icon-anchor, icon-offset, icon-allow-overlap, icon-ignore-placement, text-field (a plain string
 *   expression, never `format`), text-font, text-size, text-color, text-halo-color, text-halo-width, text-anchor, text-offset,
 *   text-letter-spacing, text-max-width, text-line-height, text-padding, text-variable-anchor, text-radial-offset, text-allow-overlap, text-ignore-placement, text-optional,
 *   symbol-placement, symbol-spacing, symbol-sort-key (lower places first)
 *
 * `minzoom` and `maxzoom` concern the screen only: paper draws every layer.
 *
 * Filters and values use feature properties, `zoom` (only as the input of a top-level `interpolate` or `step`; paper evaluates at `zoom` of
 * this object) and never feature-state. Layer ids that end in `-label` hold text only.
 */
export interface MapDefinition {
  readonly map: MapKind;
  readonly area: string;
  readonly level: AreaLevel;
  readonly asOf: IsoDate;
  readonly revision: number;
  readonly palette: PaletteName;
  readonly language: Language;
  /** Full title with the unit's full name, e.g. 青岭县任务进度进展图. */
  readonly title: string;
  /** The same in the second language of a sheet. */
  readonly secondTitle?: string;
  readonly bbox: Bbox;
  /** Zoom at which the area fills a screen of about 1,000 pixels; sizes are set for it. */
  readonly zoom: number;
  readonly sources: Readonly<Record<string, MapSource>>;
  /** Drawing order, lowest first; `source` names an entry of `sources`. */
  readonly layers: readonly LayerSpecification[];
  readonly paper: Readonly<Record<string, LayerPaper>>;
  /** Every image that the layers name. */
  readonly images: Readonly<Record<string, MapImage>>;
  readonly legend: readonly LegendGroup[];
  /** Indicators shown with this map, most important first. */
  readonly figures: readonly IndicatorCode[];
  /** Indicator by which towns (villages) are ranked beside this map. */
  readonly rankedBy: IndicatorCode;
  readonly tables: readonly MapTable[];
  /** Sentences printed under the map: definitions, sources, 选址初筛 …, 户位示意 …. */
  readonly notes: readonly string[];
}
