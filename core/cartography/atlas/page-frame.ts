import type { Area } from '../../county/county.ts';
import type { IndicatorContext } from '../../indicators/context.ts';
import { getPaper, type Orientation } from '../sheet/paper.ts';
import type { ReferenceSquares } from '../sheet/reference-squares.ts';
import { createGround, type SheetExtent } from '../sheet/sheet-ground.ts';
import { type BindingEdge, createSheetLayout, findExactScale, PAGE_OVERLAP } from '../sheet/sheet-layout.ts';
import {
  createCountyProjection,
  type PlaneBox,
  planeBoxOfArea,
  type SheetProjection,
} from '../sheet/sheet-projection.ts';
import { nameOf } from '../sheet/tables/table-scope.ts';
import type { AtlasPaper, AtlasSpec } from './atlas-spec.ts';
import { bookOrientation } from './book-paper.ts';
import { createMapSpec } from './map-spec.ts';
import { cutIntoSections, type PageSection } from './sections.ts';

/** How a map page lies: the same for every map of its area. */
export interface PageFrame {
  readonly area: Area;
  readonly orientation: Orientation;
  readonly bindingEdge: BindingEdge;
  readonly scale: number;
  /** Ground inside the frame, in the plane. */
  readonly window: PlaneBox;
  readonly projection: SheetProjection;
  readonly squares: ReferenceSquares;
  /** Part of an area that is too large for one page at the scale asked for. */
  readonly section: PageSection | null;
}

/** A page that lies otherwise than its book is bound at its top edge. */
export const bindingEdgeOf = (paper: AtlasPaper, orientation: Orientation): BindingEdge =>
  orientation === bookOrientation(paper) ? 'left' : 'top';

/**
 * Frames of an area: one page, lying as gives the larger round scale; several that overlap when it does not fit at the scale asked for.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `area_without_outline`
 */
export function createPageFrames(context: IndicatorContext, spec: AtlasSpec, area: Area): readonly PageFrame[] {
  const projection = createCountyProjection(context.scope(context.county.code).area.bbox);
  const box = planeBoxOfArea(area, projection, nameOf(spec, area));
  const orientations = [bookOrientation(spec.paper), turned(bookOrientation(spec.paper))] as const;
  const exact = orientations.map((orientation) => findExactScale(requestOf(spec, box, orientation)));
  if (spec.scale !== 'fit' && Math.min(...exact) > spec.scale) {
    const orientation = orientations[0];
    const sections = cutIntoSections({
      box,
      boundary: area.boundary,
      projection,
      scale: spec.scale,
      ...sectionSize(spec, orientation),
      overlap: PAGE_OVERLAP,
    });
    return sections.map((section) => frameOf(context, { spec, area, orientation, section }));
  }
  const scaleOf = (orientation: Orientation): number =>
    createSheetLayout({ ...requestOf(spec, box, orientation), scale: 'fit' }).scale;
  // the book's own way wins when both give the same
  const scales = orientations.map(scaleOf);
  const isTurned =
    (scales[1] ?? Infinity) < (scales[0] ?? Infinity) || (spec.scale !== 'fit' && spec.scale < (exact[0] ?? 0));
  return [frameOf(context, { spec, area, orientation: isTurned ? orientations[1] : orientations[0], section: null })];
}

const turned = (orientation: Orientation): Orientation => (orientation === 'landscape' ? 'portrait' : 'landscape');

const requestOf = (spec: AtlasSpec, box: PlaneBox, orientation: Orientation) =>
  ({
    paper: { ...getPaper(spec.paper), isBound: true },
    orientation,
    scale: spec.scale,
    box,
    bindingEdge: bindingEdgeOf(spec.paper, orientation),
    leastPadding: PAGE_OVERLAP / 2,
    isMapOnly: spec.options.hidden.includes('panels'),
  }) as const;

/** Width and height of the map of a section, millimetres. */
function sectionSize(spec: AtlasSpec, orientation: Orientation): { readonly width: number; readonly height: number } {
  const { map } = createSheetLayout({
    ...requestOf(spec, [0, 0, 0, 0], orientation),
    leastPadding: 0,
    scale: Number(spec.scale),
    isMapOnly: true,
  });
  return { width: map.width, height: map.height };
}

function frameOf(
  context: IndicatorContext,
  {
    spec,
    area,
    orientation,
    section,
  }: {
    readonly spec: AtlasSpec;
    readonly area: Area;
    readonly orientation: Orientation;
    readonly section: PageSection | null;
  },
): PageFrame {
  const bindingEdge = bindingEdgeOf(spec.paper, orientation);
  const [map = 'progress'] = spec.maps;
  const extent: SheetExtent | undefined = section ? { center: section.center } : undefined;
  const { layout, window, projection, squares } = createGround({
    spec: createMapSpec(spec, { map, areaCode: area.code, orientation }),
    context,
    page: { bindingEdge },
    ...(extent && { extent }),
  });
  return { area, orientation, bindingEdge, scale: layout.scale, window, projection, squares, section };
}
