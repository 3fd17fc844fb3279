import type { PlanePoint } from '../../geo/lon-lat.ts';
import type { IndicatorContext } from '../../indicators/context.ts';
import { thinContour } from './contour-geometry.ts';
import type { FrameInput } from './furniture/frame.ts';
import { chooseGrid, type SheetGrid } from './grid-steps.ts';
import { getPaper, type Paper, type PaperDimensions, paperDimensions } from './paper.ts';
import { createReferenceSquares, type ReferenceSquares } from './reference-squares.ts';
import { createSheetLayout, type SheetLayout } from './sheet-layout.ts';
import {
  createCountyProjection,
  createSheetProjection,
  type PlaneBox,
  planeBoxOf,
  type SheetProjection,
} from './sheet-projection.ts';
import type { SheetSpec } from './sheet-spec.ts';

/** What a frame shows instead of the area's box: a box that has to be inside, or a middle at the spec's scale; `[easting, northing]`, metres. */
export type SheetExtent = { readonly box: PlaneBox } | { readonly center: PlanePoint };

/** Where everything on a sheet lies. */
export interface SheetGround {
  readonly paper: Paper;
  readonly dimensions: PaperDimensions;
  readonly layout: SheetLayout;
  readonly projection: SheetProjection;
  readonly grid: SheetGrid;
  readonly squares: ReferenceSquares;
  /** Rings of the area on paper. */
  readonly areaRings: readonly (readonly number[])[];
}

/**
 * Layout, projection, grid and squares of a sheet.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `unknown_paper`, `scale_does_not_fit`
 */
export function createGround({
  spec,
  context,
  extent,
}: {
  readonly spec: SheetSpec;
  readonly context: IndicatorContext;
  readonly extent?: SheetExtent;
}): SheetGround {
  const { area } = context.scope(spec.areaCode);
  const { area: county } = context.scope(context.county.code);
  const paperProjection = createCountyProjection(county.bbox);
  const box = boxOf(extent, () => planeBoxOf(area.boundary, paperProjection));
  const paper = getPaper(spec.paper);
  const layout = createSheetLayout({ ...spec, paper, box });
  const projection = createSheetProjection({ projection: paperProjection, box, scale: layout.scale, map: layout.map });
  const grid = chooseGrid(projection.metersPerMillimeter, layout.map.height);
  const rings = area.boundary.type === 'Polygon' ? area.boundary.coordinates : area.boundary.coordinates.flat();
  return {
    paper,
    dimensions: paperDimensions(paper, spec.orientation),
    layout,
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

/** What grid and frame are drawn from. */
export const frameInput = ({ projection, layout, grid, squares }: SheetGround): FrameInput => ({
  projection,
  outer: layout.outerFrame,
  grid,
  squares,
});
