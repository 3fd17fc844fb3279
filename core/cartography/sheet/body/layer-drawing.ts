import type { LayerPaper, MapImage } from '../../map-definition.ts';
import type { SheetFont } from '../drawing.ts';
import type { LayerStyle, StyleFeature } from './layer-style.ts';
import type { PaperFeature } from './paper-feature.ts';
import type { PaperSizes } from './paper-sizes.ts';

/** What drawing one layer needs. */
export interface LayerDrawing {
  readonly layerId: string;
  readonly style: LayerStyle;
  readonly paper: LayerPaper | undefined;
  readonly sizes: PaperSizes;
  /** `mapSideMeters` of the mapped unit on paper. */
  readonly mapMillimeters: number;
  readonly images: Readonly<Record<string, MapImage>>;
  /** Features that pass the filter, lowest sort key first. */
  readonly features: readonly PaperFeature[];
  /** Areas by code over which the layer's names are spread; null = names stand at their points. */
  readonly areas: ReadonlyMap<string, PaperFeature> | null;
}

/** A name that wants a place on the map. */
export interface LabelWish {
  readonly text: string;
  readonly layerId: string;
  readonly code: string;
  readonly font: SheetFont;
  /** Em in millimetres. */
  readonly size: number;
  readonly color: string;
  readonly haloColor: string | null;
  /** Extra space between characters in millimetres. */
  readonly spacing: number;
  /** Higher places first. */
  readonly priority: number;
  /** Within a priority, lower places first. */
  readonly sortKey: number;
  /** Where the name may stand: at a point (beside or on it), in an area, along a line. */
  readonly where:
    | {
        readonly kind: 'point';
        readonly x: number;
        readonly y: number;
        /** Anchors in the order of preference, as in the style language: `left` = the text's left edge is at the point. */
        readonly anchors: readonly string[];
        /** The definition gives one anchor only: that place comes first, others are substitutes. */
        readonly isFixed: boolean;
        /** Distance from the point in millimetres, and shifts `[right, down]` for a fixed anchor. */
        readonly radius: number;
        readonly shift: readonly [number, number];
      }
    | {
        readonly kind: 'area';
        readonly rings: readonly (readonly number[])[];
        /** Spread over the area along its axis, as the atlases set the names of areas. */
        readonly isSpread?: boolean;
        /** Where it may stand instead. */
        readonly seat?: readonly [x: number, y: number];
      }
    | { readonly kind: 'line'; readonly contours: readonly (readonly number[])[]; readonly offset: number };
  /** Rather left out than on a symbol. */
  readonly keepsOffSymbols: boolean;
  /** May stand over other names; takes no room itself. */
  readonly overlaps: boolean;
}

/** The image of a feature, or null. */
export function imageOf(drawing: LayerDrawing, property: string, feature: StyleFeature): MapImage | null {
  const value = drawing.style.value(property, feature);
  const name = typeof value === 'string' ? value : ((value as { readonly name?: string } | null)?.name ?? '');
  return drawing.images[name] ?? null;
}
