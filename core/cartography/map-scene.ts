import type { ExpressionSpecification, LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import { type CampaignWord, campaignWord } from '../county/campaign-word.ts';
import type { Area, County } from '../county/county.ts';
import type { AreaLevel, MapKind } from '../county/kinds.ts';
import type { IndicatorContext } from '../indicators/context.ts';
import type { IndicatorCode } from '../indicators/figure.ts';
import type { Language } from '../texts/language.ts';
import { type TextKey, type TextValues, text } from '../texts/text.ts';
import type { LayerPaper, LegendEntry, LegendGroup, MapTable, PaletteName } from './map-definition.ts';
import type { Palette } from './palettes.ts';

/** What the layers of one map are made from. */
export interface MapScene {
  readonly context: IndicatorContext;
  readonly county: County;
  readonly map: MapKind;
  readonly area: Area;
  readonly level: AreaLevel;
  /** Level of the units that are shaded and carry circles: the finest that lies in the area. */
  readonly unitLevel: AreaLevel;
  readonly palette: Palette;
  readonly paletteName: PaletteName;
  readonly language: Language;
  /** `MapDefinition.zoom`. */
  readonly zoom: number;
}

/** A layer with its facts for paper. */
export interface StyledLayer {
  readonly layer: LayerSpecification;
  readonly paper?: LayerPaper;
}

/** A legend line before its swatches are evaluated. */
export type LegendLine = Omit<LegendEntry, 'swatches'>;

/** A legend group before its swatches are evaluated. */
export interface LegendDraft extends Omit<LegendGroup, 'entries'> {
  readonly entries: readonly LegendLine[];
}

/** What one of the four maps adds to the base map. */
export interface MapTheme {
  /** Fills under the relief. */
  readonly areaLayers: readonly StyledLayer[];
  /** Surfaces over the relief, under roads and boundaries. */
  readonly surfaceLayers: readonly StyledLayer[];
  /** Lines and points over the base map. */
  readonly thingLayers: readonly StyledLayer[];
  readonly labelLayers: readonly StyledLayer[];
  /** Symbols that are always seen; on maps of towns and villages labels make room for them. */
  readonly markLayers: readonly StyledLayer[];
  /** Opacity of the relief; under shaded areas at most 0.1. */
  readonly reliefOpacity: number;
  /** False where area fills would fight with them. */
  readonly hasContours: boolean;
  readonly legend: readonly LegendDraft[];
  readonly figures: readonly IndicatorCode[];
  readonly rankedBy: IndicatorCode;
  readonly tables: readonly MapTable[];
  readonly notes: readonly string[];
}

/** A sentence of the topic `maps` in the scene's language. */
export const mapText = (scene: MapScene, key: TextKey<'maps'>, values: TextValues = {}): string =>
  text(scene.language, 'maps', key, values);

/** Name of a kind, class, stage or surface (topic `things`) in the scene's language. */
export const thingText = (scene: MapScene, key: TextKey<'things'>): string => text(scene.language, 'things', key);

/** The campaign's own word for a neutral one, in the scene's language. */
export const wordOf = (scene: MapScene, word: CampaignWord): string =>
  campaignWord(scene.language, scene.county.campaign, word);

/** Pixels at the scene's zoom that grow with the map: half two levels below, double two and a half above. */
export const sizeByZoom = (
  scene: Pick<MapScene, 'zoom'>,
  pixels: number | ExpressionSpecification,
): ExpressionSpecification => {
  const times = (factor: number): number | ExpressionSpecification =>
    typeof pixels === 'number' ? Math.round(pixels * factor * 100) / 100 : ['*', pixels, factor];
  return [
    'interpolate',
    ['exponential', 1.4],
    ['zoom'],
    scene.zoom - 2,
    times(0.5),
    scene.zoom,
    times(1),
    scene.zoom + 3,
    times(2.2),
  ] as ExpressionSpecification;
};

/** `['match', ['get', property], ...]` over a table of values. */
export const matchProperty = (
  property: string,
  table: Readonly<Record<string, string | number>>,
  otherwise: string | number,
): ExpressionSpecification =>
  // keys of a table are text, so numbers are compared as text
  [
    'match',
    ['to-string', ['get', property]],
    ...Object.entries(table).flat(),
    otherwise,
  ] as unknown as ExpressionSpecification;

/** `['==', ['get', property], value]`. */
export const whereEquals = (property: string, value: string | number | boolean): ExpressionSpecification => [
  '==',
  ['get', property],
  value,
];

/** All conditions together. */
export const whereAll = (...conditions: readonly ExpressionSpecification[]): ExpressionSpecification => [
  'all',
  ...conditions,
];

/**
 * Font lists by role. The first name is a role, not an installed font: the screen's map reads weight and slope from it and falls back to the
 * families behind it; the sheet chooses its own font by it.
 */
export const FONTS = {
  regular: [
    'Guatu Regular',
    'PingFang SC',
    'Microsoft YaHei',
    'Noto Sans SC',
    'Noto Sans CJK SC',
    'Source Han Sans SC',
  ],
  bold: ['Guatu Bold', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC'],
  water: ['Guatu Italic', 'Songti SC', 'SimSun', 'Noto Serif SC', 'Noto Serif CJK SC', 'Source Han Serif SC'],
} as const;
