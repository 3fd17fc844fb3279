import type { CountyRows } from '../../../county/county-rows.ts';
import type { AreaRow } from '../../../county/things.ts';
import { createBoxTree } from '../../../geo/area-index.ts';
import { bboxOf, positionsOf } from '../../../geo/bbox.ts';
import { geodesicAreaSquareMeters } from '../../../geo/geodesic-area.ts';
import type { AreaGeometry, PolygonGeometry } from '../../../geo/geometry.ts';
import type { LonLat } from '../../../geo/lon-lat.ts';
import { tryIntersection } from '../../../geo/mend-geometry.ts';
import { isPointInArea, relationToArea } from '../../../geo/point-in-polygon.ts';
import { shareSurface } from '../../../geo/relate-areas.ts';
import { type Report, reportRow } from '../check-context.ts';
import type { CountyDraft } from '../county-draft.ts';
import type { RowDraft } from '../row-draft.ts';
import { findUncovered, LEAST_AREA_SQUARE_METERS } from './find-uncovered.ts';
import {
  addStrips,
  BORDER_REPAIR_WIDTH_METERS,
  cutOverlap,
  findGaps,
  findLongestNeighbour,
  type Gaps,
} from './mend-borders.ts';

/**
 * Towns and villages as they would be: those that overlap a neighbour of their level (`areas_overlap`), and those beside which something of their parent
 * is left to nobody (`areas_gap`). Only borders that an import draws are spoken of, and only these are mended: a narrow strip that two have is cut from the
 * later one, a narrow strip that nobody has goes to the one with the longest common edge.
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
  const now = (area: AreaRow): AreaRow => ({ ...area, boundary: borderOf(area, drawn) });
  const before = new Map(county.context.rows.areas.map((area) => [area.code, area]));
  for (const group of siblings.values()) {
    const children = group.flatMap(({ code }) => drawn.get(code) ?? []);
    const [first] = group;
    const parent = rows.areas.find(({ code }) => code === first?.parentCode);
    if (children.length > 0 && first && parent) {
      const others = rows.areas.filter(({ level, parentCode }) => level === first.level && parentCode !== parent.code);
      checkGap(county, { parent: now(parent), group: group.map(now), others: others.map(now), children, before });
    }
  }
}

/** The border of an area as it stands after repairs. */
function borderOf({ code, boundary }: AreaRow, drawn: ReadonlyMap<string, RowDraft>): AreaGeometry {
  const geometry = drawn.get(code)?.geometry;
  return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon' ? geometry : boundary;
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
      const [own, others] = [borderOf(area, drawn), borderOf(neighbour, drawn)];
      const common = tryIntersection(own, others);
      const squareMeters = common === null ? 0 : geodesicAreaSquareMeters(common);
      if (common === null || squareMeters < LEAST_AREA_SQUARE_METERS) continue;
      const mended = cutOverlap(own, common);
      reportBorder(county, draft, mended, {
        rule: 'areas_overlap',
        got: `${neighbour.name} ${neighbour.code}, ${formatHectares(squareMeters)}`,
        expected: formatHectares(0),
        position: positionsOf(common)[0] ?? null,
      });
    }
  }
}

/** Reports what is wrong with a border; what is narrow can be mended, and is when a person says so. */
function reportBorder(
  county: CountyDraft,
  draft: RowDraft,
  mended: AreaGeometry | null,
  { got, ...report }: Report & { readonly got: string },
): void {
  const settled = reportRow(county.context, draft, {
    ...report,
    got: mended === null ? got : `${got}, < ${BORDER_REPAIR_WIDTH_METERS} m`,
    repairs: mended === null ? [] : [{ kind: 'mend_geometry' }],
  });
  if (settled?.kind === 'mend_geometry' && mended !== null) draft.geometry = mended;
  if (settled !== null) county.settleAgain(draft);
}

interface Family {
  readonly parent: AreaRow;
  readonly group: readonly AreaRow[];
  /** Areas of the same level that belong elsewhere; one that reaches across the border of the parent leaves less to nobody. */
  readonly others: readonly AreaRow[];
  readonly children: readonly RowDraft[];
  readonly before: ReadonlyMap<string, AreaRow>;
}

/** What the parent has and none of its children: more than it was before is due to this import. */
function checkGap(county: CountyDraft, family: Family): void {
  const { parent, group, others, children, before } = family;
  const across = others.filter(({ boundary }) => shareSurface(boundary, parent.boundary));
  const now = findUncovered(
    parent.boundary,
    [...group, ...across].map(({ boundary }) => boundary),
  );
  const formerParent = before.get(parent.code);
  const former = [...before.values()]
    .filter(({ parentCode }) => parentCode === parent.code)
    .map(({ boundary }) => boundary);
  const then =
    formerParent === undefined || former.length === 0 ? 0 : findUncovered(formerParent.boundary, former).squareMeters;
  const [draft] = children;
  if (now.squareMeters - Math.max(0, then) < LEAST_AREA_SQUARE_METERS || draft === undefined) return;
  const leftSquareMeters = now.surface === null ? null : reportStrips(county, family, findGaps(now.surface, former));
  if (leftSquareMeters === 0) return;
  const place = findGapPlace(children, group, parent.boundary);
  reportBorder(county, place?.draft ?? draft, null, {
    rule: 'areas_gap',
    got: formatHectares(leftSquareMeters ?? now.squareMeters),
    expected: `${parent.name} ${parent.code}`,
    position: place?.position ?? null,
  });
}

/**
 * Reports narrow gaps, each at the drawn area that could take it.
 *
 * @returns square metres of what is left to report without a repair, 0 for nothing; null when nothing narrow was told from the rest
 */
function reportStrips(county: CountyDraft, { parent, group, children }: Family, gaps: Gaps): number | null {
  const drawn = group.filter(({ code }) => children.some((draft) => draft.code === code));
  const taken = new Map<AreaRow, PolygonGeometry[]>();
  for (const strip of gaps.strips) {
    const taker = findLongestNeighbour(strip, drawn);
    if (taker) taken.set(taker, [...(taken.get(taker) ?? []), strip]);
  }
  let left = gaps.squareMeters;
  for (const [taker, strips] of taken) {
    const draft = children.find(({ code }) => code === taker.code);
    const grown = draft === undefined ? null : addStrips(taker.boundary, strips);
    if (draft === undefined || grown === null) continue;
    left -= grown.addedSquareMeters;
    if (grown.addedSquareMeters < LEAST_AREA_SQUARE_METERS) continue;
    reportBorder(county, draft, grown.mended, {
      rule: 'areas_gap',
      got: formatHectares(grown.addedSquareMeters),
      expected: `${parent.name} ${parent.code}`,
      position: strips[0]?.coordinates[0]?.[0] ?? null,
    });
  }
  if (left === gaps.squareMeters) return null;
  return left < LEAST_AREA_SQUARE_METERS ? 0 : left;
}

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
