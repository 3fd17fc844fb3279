import type { PlanePoint } from '../../geo/lon-lat.ts';
import type { IndicatorContext } from '../../indicators/context.ts';
import type { FrameInput } from './furniture/frame.ts';
import { chooseGrid, type SheetGrid } from './grid-steps.ts';
import { getPaper, type Paper, type PaperDimensions, paperDimensions } from './paper.ts';
import { createReferenceSquares, type ReferenceSquares } from './reference-squares.ts';
import { cutToLength } from './roll-length.ts';
import { type BindingEdge, createSheetLayout, PAGE_OVERLAP, type SheetLayout } from './sheet-layout.ts';
import {
  createCountyProjection,
  createSheetProjection,
  type PlaneBox,
  planeBoxOfArea,
  type SheetProjection,
} from './sheet-projection.ts';
import type { SheetSpec } from './sheet-spec.ts';
import { nameOf } from './tables/table-scope.ts';
import { thinContour } from './thin-contour.ts';

/** What a frame shows instead of the area's box: a box that has to be inside, or a middle at the spec's scale; `[easting, northing]`, metres. */
export type SheetExtent = { readonly box: PlaneBox } | { readonly center: PlanePoint };

/** Where everything on a sheet lies. */
export interface SheetGround {
  readonly paper: Paper;
  readonly dimensions: PaperDimensions;
  readonly layout: SheetLayout;
  /** Ground inside the frame, in the plane. */
  readonly window: PlaneBox;
  readonly projection: SheetProjection;
  readonly grid: SheetGrid;
  readonly squares: ReferenceSquares;
  /** Rings of the area on paper. */
  readonly areaRings: readonly (readonly number[])[];
}

/** What the ground of a sheet follows from. */
export interface GroundInput {
  readonly spec: SheetSpec;
  readonly context: IndicatorContext;
  readonly extent?: SheetExtent;
  readonly page?: { readonly bindingEdge: BindingEdge | null };
}

/**
 * Layout, projection, grid and squares of a sheet.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `unknown_paper`, `scale_does_not_fit`, `area_without_outline`
 */
export function createGround({ spec, context, extent, page }: GroundInput): SheetGround {
  const { area } = context.scope(spec.areaCode);
  const { area: county } = context.scope(context.county.code);
  const paperProjection = createCountyProjection(county.bbox);
  const box = boxOf(extent, () => planeBoxOfArea(area, paperProjection, nameOf(spec, area)));
  const isMapOnly = extent !== undefined || spec.options.hidden.includes('panels');
  const request = {
    ...spec,
    paper: { ...getPaper(spec.paper), ...(page && { isBound: true }) },
    box,
    isMapOnly,
    hasSecondTitle: spec.options.secondLanguage !== null && spec.options.title === null,
    bindingEdge: page?.bindingEdge ?? null,
    leastPadding: page && !extent ? PAGE_OVERLAP / 2 : 0,
  };
  const paper = cutToLength(request);
  const layout = createSheetLayout({ ...request, paper });
  const projection = createSheetProjection({ projection: paperProjection, box, scale: layout.scale, map: layout.map });
  const grid = chooseGrid(projection.metersPerMillimeter, layout.map.height);
  const rings = area.boundary.type === 'Polygon' ? area.boundary.coordinates : area.boundary.coordinates.flat();
  return {
    paper,
    dimensions: paperDimensions(paper, spec.orientation),
    layout,
    window: windowOf(projection),
    projection,
    grid,
    squares: createReferenceSquares(projection, grid.squareMeters),
    areaRings: rings.map((ring) =>
      thinContour(
        ring.flatMap((position) => projection.toPaper(position)),
        true,
      ),
    ),
  };
}

function boxOf(extent: SheetExtent | undefined, areaBox: () => PlaneBox): PlaneBox {
  if (!extent) return areaBox();
  return 'box' in extent ? extent.box : [...extent.center, ...extent.center];
}

function windowOf({ map, paperToPlane }: SheetProjection): PlaneBox {
  const [west, north] = paperToPlane([map.x, map.y]);
  const [east, south] = paperToPlane([map.x + map.width, map.y + map.height]);
  return [west, south, east, north];
}

/** What grid and frame are drawn from. */
export const frameInput = ({ projection, layout, grid, squares }: SheetGround): FrameInput => ({
  projection,
  outer: layout.outerFrame,
  grid,
  squares,
});
