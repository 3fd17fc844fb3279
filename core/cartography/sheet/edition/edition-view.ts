import type { IsoDate } from '../../../county/dates.ts';
import type { FigureWithParts, IndicatorCode } from '../../../indicators/figure.ts';
import type { FeatureCollection } from '../../features/map-feature.ts';
import type { FeatureLayer, MapDefinition, MapTable } from '../../map-definition.ts';
import type { PublicStatisticName } from './public-figures.ts';
import type { CellMark, CellUnit } from './suppress-cells.ts';

/** A figure as an edition prints it. Where it is hidden, the object carries no numbers either. */
export interface EditionFigure {
  readonly figure: FigureWithParts;
  /** Printed in place of the value (`<3`, 不公开) and of all that goes with it; null = the figure is printed. */
  readonly hidden: string | null;
  /** What is said with it: day of the counts, the pair of a hidden count; null = nothing. */
  readonly remark: string | null;
}

/** A count of households or people of an area. */
export interface EditionCount {
  readonly statistic: PublicStatisticName;
  readonly areaCode: string;
  readonly unit: CellUnit;
}

/** Furniture that a public edition has not: it would give coordinates, lead to internal data or name what the public edition does not show. */
export type EditionFurniture = 'grid' | 'graticule' | 'squares' | 'name_index' | 'live_code' | 'telephones' | 'ranking';

/**
 * What an edition of a sheet may show and how it prints what it counts. Everything on a sheet that comes from data passes here before it is drawn: an
 * internal edition lets it through, a public one (and its review copy) lets through what is named in `public-layers.ts` and `public-figures.ts` and
 * hides small cells as `suppress-cells.ts` decides.
 */
export interface EditionView {
  readonly isPublic: boolean;
  /** Day of the counts of households and people: the sheet's on an internal edition; null = none may be printed. */
  readonly countedOn: IsoDate | null;
  allowsLayer(layerId: string): boolean;
  allowsPanel(panelId: string): boolean;
  allowsTable(table: MapTable): boolean;
  allowsFurniture(furniture: EditionFurniture): boolean;
  allowsFigure(code: IndicatorCode): boolean;
  /** The map definition without what the edition leaves out: layers, legend, figures, tables, notes. */
  define(definition: MapDefinition): MapDefinition;
  /** Features with the properties and counts that the edition may use. */
  publish(layer: FeatureLayer, features: FeatureCollection): FeatureCollection;
  /** A headline figure; null when the edition does not print it. */
  figure(code: IndicatorCode, areaCode: string): EditionFigure | null;
  /** A count as text; `—` where there is none. */
  count(count: EditionCount): string;
  /** How a count may be printed. */
  mark(count: EditionCount): CellMark;
}
