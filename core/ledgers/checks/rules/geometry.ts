import { positionsOf } from '../../../geo/bbox.ts';
import type { AreaGeometry, Geometry } from '../../../geo/geometry.ts';
import { findGeometryFault, type GeometryFault } from '../../../geo/geometry-fault.ts';
import { closeRings, dropSlivers, findSliver, toWantedKind, untieArea } from '../../../geo/mend-geometry.ts';
import { turnArea } from '../../../geo/turn-area.ts';
import type { ImportRule } from '../../import-finding.ts';
import { type CheckContext, reportRow } from '../check-context.ts';
import type { RowDraft } from '../row-draft.ts';

/** Rule for each fault of a geometry. */
const RULE_OF_FAULT: Readonly<Record<GeometryFault['kind'], ImportRule>> = {
  out_of_range: 'outside_county',
  too_few_positions: 'no_length',
  no_length: 'no_length',
  ring_open: 'ring_open',
  self_intersection: 'self_crossing',
  hole_outside: 'self_crossing',
};

/**
 * The geometry of a row: of a kind that its ledger knows, rings closed, no self-crossings, lines with a length, no slivers. What can be mended is, when
 * a person says so; outer rings are always turned counter-clockwise.
 */
export function checkGeometry(context: CheckContext, draft: RowDraft): void {
  if (draft.geometry === null || draft.state !== 'good') return;
  if (!checkKind(context, draft)) return;
  if (!checkSoundness(context, draft) || draft.geometry === null || !isArea(draft.geometry)) return;
  draft.geometry = turnArea(draft.geometry);
  checkSlivers(context, draft, draft.geometry);
}

const isArea = (geometry: Geometry): geometry is AreaGeometry =>
  geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';

/** False when nothing can be said of the geometry any more. */
function checkKind(context: CheckContext, draft: RowDraft): boolean {
  const { geometry, table } = draft;
  const wanted = table.ledger.geometries;
  if (geometry === null || wanted.includes(geometry.type)) return true;
  // the seat of an area is a point beside its surface
  if (table.kind === 'areas' && geometry.type === 'Point') return true;
  const turned = toWantedKind(geometry, wanted);
  const settled = reportRow(context, draft, {
    rule: 'geometry_wrong_kind',
    got: geometry.type,
    expected: wanted.join(', '),
    repairs: turned === null ? [] : [{ kind: 'mend_geometry' }],
    position: positionsOf(geometry)[0] ?? null,
  });
  if (settled?.kind !== 'mend_geometry' || turned === null) return false;
  draft.geometry = turned;
  return true;
}

function checkSoundness(context: CheckContext, draft: RowDraft): boolean {
  const { geometry } = draft;
  const fault = geometry === null ? undefined : findGeometryFault(geometry);
  if (geometry === null || fault === undefined) return true;
  const mended = isArea(geometry) ? mendArea(geometry, fault) : null;
  const settled = reportRow(context, draft, {
    rule: RULE_OF_FAULT[fault.kind],
    got: geometry.type,
    repairs: mended === null ? [] : [{ kind: 'mend_geometry' }],
    position: fault.position,
  });
  if (settled?.kind !== 'mend_geometry' || mended === null) return false;
  draft.geometry = mended;
  return true;
}

/** Rings are closed first; what crosses itself then is untied. */
function mendArea(area: AreaGeometry, fault: GeometryFault): AreaGeometry | null {
  const closed = closeRings(area);
  if (fault.kind === 'ring_open' && findGeometryFault(closed) === undefined) return closed;
  return untieArea(closed);
}

function checkSlivers(context: CheckContext, draft: RowDraft, area: AreaGeometry): void {
  const sliver = findSliver(area);
  if (sliver === undefined) return;
  const rest = dropSlivers(area);
  const settled = reportRow(context, draft, {
    rule: 'sliver',
    got: `${sliver.widthMeters.toFixed(2)} m`,
    repairs: rest === null ? [] : [{ kind: 'mend_geometry' }],
    position: sliver.position,
  });
  if (settled?.kind === 'mend_geometry' && rest !== null) draft.geometry = rest;
}
