import type { CountyRows } from '../../../county/county-rows.ts';
import type { AreaRow } from '../../../county/things.ts';
import { createBoxTree } from '../../../geo/area-index.ts';
import { bboxOf, positionsOf } from '../../../geo/bbox.ts';
import { geodesicAreaSquareMeters } from '../../../geo/geodesic-area.ts';
import type { AreaGeometry } from '../../../geo/geometry.ts';
import type { LonLat } from '../../../geo/lon-lat.ts';
import { tryIntersection } from '../../../geo/mend-geometry.ts';
import { isPointInArea, relationToArea } from '../../../geo/point-in-polygon.ts';
import { reportRow } from '../check-context.ts';
import type { CountyDraft } from '../county-draft.ts';
import type { RowDraft } from '../row-draft.ts';

/** Less than this is what rounding leaves between two borders of a county's length. */
const LEAST_AREA_SQUARE_METERS = 1_000;

/**
 * Towns and villages as they would be: those that overlap a neighbour of their level (`areas_overlap`), and those beside which something of their parent
 * is left to nobody (`areas_gap`). Only borders that an import draws are spoken of.
 *
 * @param rows the county as it would be
 */
export function checkAreas(county: CountyDraft, rows: CountyRows): void {
  const drawn = new Map<string, RowDraft>();
  for (const { draft, kind, geometryChanged } of county.outcomes.values()) {
    if (draft.table.kind === 'areas' && draft.code !== null && (kind === 'new' || geometryChanged))
      drawn.set(draft.code, draft);
  }
  if (drawn.size === 0) return;
  const siblings = new Map<string, AreaRow[]>();
  for (const area of rows.areas) {
    if (area.parentCode === null) continue;
    const group = siblings.get(`${area.level} ${area.parentCode}`);
    if (group) group.push(area);
    else siblings.set(`${area.level} ${area.parentCode}`, [area]);
  }
  for (const level of ['town', 'village'] as const)
    checkOverlaps(
      county,
      rows.areas.filter((area) => area.level === level),
      drawn,
    );
  const before = new Map(county.context.rows.areas.map((area) => [area.code, area]));
  for (const group of siblings.values()) {
    const children = group.flatMap(({ code }) => drawn.get(code) ?? []);
    const [first] = group;
    const parent = rows.areas.find(({ code }) => code === first?.parentCode);
    if (children.length > 0 && parent) checkGap(county, { parent, group, children, before });
  }
}

/** Every pair of one level in which an import drew one, once; of two drawn ones the later row. */
function checkOverlaps(county: CountyDraft, areas: readonly AreaRow[], drawn: ReadonlyMap<string, RowDraft>): void {
  const tree = createBoxTree(areas.map(({ boundary }) => bboxOf(boundary)));
  for (const [index, area] of areas.entries()) {
    const draft = drawn.get(area.code);
    if (tree === null || draft === undefined) continue;
    for (const other of tree.search(...bboxOf(area.boundary))) {
      const neighbour = areas[other];
      if (neighbour === undefined || other === index || (drawn.has(neighbour.code) && other > index)) continue;
      const common = tryIntersection(area.boundary, neighbour.boundary);
      const squareMeters = common === null ? 0 : geodesicAreaSquareMeters(common);
      if (common === null || squareMeters < LEAST_AREA_SQUARE_METERS) continue;
      const settled = reportRow(county.context, draft, {
        rule: 'areas_overlap',
        got: `${neighbour.name} ${neighbour.code}, ${formatHectares(squareMeters)}`,
        expected: formatHectares(0),
        position: positionsOf(common)[0] ?? null,
      });
      if (settled !== null) county.settleAgain(draft);
    }
  }
}

interface Family {
  readonly parent: AreaRow;
  readonly group: readonly AreaRow[];
  readonly children: readonly RowDraft[];
  readonly before: ReadonlyMap<string, AreaRow>;
}

/** What the parent has and none of its children: more than it was before is due to this import. */
function checkGap(county: CountyDraft, { parent, group, children, before }: Family): void {
  const now = uncovered(
    parent.boundary,
    group.map(({ boundary }) => boundary),
  );
  const formerParent = before.get(parent.code);
  const former = [...before.values()]
    .filter(({ parentCode }) => parentCode === parent.code)
    .map(({ boundary }) => boundary);
  const then = formerParent === undefined || former.length === 0 ? 0 : uncovered(formerParent.boundary, former);
  const [draft] = children;
  if (now - Math.max(0, then) < LEAST_AREA_SQUARE_METERS || draft === undefined) return;
  const place = findGapPlace(children, group, parent.boundary);
  const settled = reportRow(county.context, place?.draft ?? draft, {
    rule: 'areas_gap',
    got: formatHectares(now),
    expected: `${parent.name} ${parent.code}`,
    position: place?.position ?? null,
  });
  if (settled !== null) county.settleAgain(place?.draft ?? draft);
}

/** Surface of a parent less that of its children; what children have in common was reported as an overlap and is counted once. */
function uncovered(parent: AreaGeometry, children: readonly AreaGeometry[]): number {
  const covered = children.reduce((sum, child) => sum + geodesicAreaSquareMeters(child), 0);
  return geodesicAreaSquareMeters(parent) - covered + sumOverlaps(children);
}

function sumOverlaps(areas: readonly AreaGeometry[]): number {
  const tree = createBoxTree(areas.map((area) => bboxOf(area)));
  let sum = 0;
  for (const [index, area] of areas.entries()) {
    for (const other of tree?.search(...bboxOf(area), (each) => each > index) ?? []) {
      const neighbour = areas[other];
      // neighbours that only share a border have no vertex in each other
      if (neighbour === undefined || !mayOverlap(area, neighbour)) continue;
      const common = tryIntersection(area, neighbour);
      if (common !== null) sum += geodesicAreaSquareMeters(common);
    }
  }
  return sum;
}

const mayOverlap = (a: AreaGeometry, b: AreaGeometry): boolean =>
  positionsOf(a).some((position) => relationToArea(position, b) === 'inside') ||
  positionsOf(b).some((position) => relationToArea(position, a) === 'inside');

/** A vertex of a drawn child that lies inside the parent and on no sibling: there begins what nobody has. */
function findGapPlace(
  children: readonly RowDraft[],
  group: readonly AreaRow[],
  parent: AreaGeometry,
): { readonly draft: RowDraft; readonly position: LonLat } | undefined {
  for (const draft of children) {
    const others = group.filter(({ code }) => code !== draft.code);
    const geometry = draft.geometry;
    if (geometry === null) continue;
    const position = positionsOf(geometry).find(
      (each) =>
        relationToArea(each, parent) === 'inside' && !others.some(({ boundary }) => isPointInArea(each, boundary)),
    );
    if (position !== undefined) return { draft, position };
  }
  return undefined;
}

/** Hectares with two decimals. */
const formatHectares = (squareMeters: number): string => `${(squareMeters / 10_000).toFixed(2)} ha`;
