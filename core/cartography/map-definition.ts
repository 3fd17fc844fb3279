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
  'seats',
  'settlements',
  'households',
  'segments',
  'sites',
  'flows',
  'hazards',
  'threatened_areas',
  'homesteads',
  'parks',
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

/**
 * One line of the legend. `symbol` names a layer and the properties that draw it, so that the legend evaluates the same expressions
 * as the map and nothing is coloured twice. Only lines whose class occurs on the map at hand are shown (`layerClass`).
 */
export interface LegendEntry {
  readonly id: string;
  readonly label: string;
  readonly layerIds: readonly string[];
  readonly geometry: 'point' | 'line' | 'polygon';
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
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
  readonly entries: readonly LegendEntry[];
}

/** Tables and charts that go with a map, named so that panel and sheet build the same. */
export type MapTable =
  | 'figures'
  | 'towns_by_cause'
  | 'villages'
  | 'measures_by_year'
  | 'road_programme'
  | 'parks'
  | 'ranking'
  | 'late_tasks'
  | 'curve'
  | 'households'
  | 'responsibility';

/** Extra per-layer facts that the style language cannot say: size on paper and drawing order of labels. */
export interface LayerPaper {
  /** Line width or symbol diameter in millimetres at the sheet's scale, replacing the screen's pixels. */
  readonly millimeters?: number;
  /** Text height in millimetres. */
  readonly textMillimeters?: number;
  /** Label priority; higher places first. */
  readonly labelPriority?: number;
  readonly hatch?: 'diagonal' | 'cross' | 'dots' | 'horizontal';
}

/**
 * One wall map as data: a function of (map, area, as-of date, palette, language). The screen hands `layers` to MapLibre; the sheet
 * evaluates the same expressions and draws vectors in millimetres.
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
  readonly bbox: Bbox;
  readonly sources: Readonly<Record<string, MapSource>>;
  /** Drawing order, lowest first; `source` names an entry of `sources`. */
  readonly layers: readonly LayerSpecification[];
  readonly paper: Readonly<Record<string, LayerPaper>>;
  readonly legend: readonly LegendGroup[];
  /** Indicators shown with this map, most important first. */
  readonly figures: readonly IndicatorCode[];
  /** Indicator by which towns (villages) are ranked beside this map. */
  readonly rankedBy: IndicatorCode;
  readonly tables: readonly MapTable[];
  /** Sentences printed under the map: definitions, sources, 选址初筛 …, 户位示意 …. */
  readonly notes: readonly string[];
}
