import { polygonsOf } from '../../../geo/geodesic-area.ts';
import { interiorPointOf } from '../../../geo/interior-point.ts';
import type { LonLat } from '../../../geo/lon-lat.ts';
import { isPointInArea } from '../../../geo/point-in-polygon.ts';
import { distanceToLineMeters } from '../../../geo/point-to-line.ts';
import type { Repair } from '../../import-finding.ts';
import { type CheckContext, reportRow } from '../check-context.ts';
import { type RowDraft, textOf } from '../row-draft.ts';
import { areaOfRow } from '../thing-index.ts';

/** Beside the line by less than this is on it: village lines are working lines, and coordinates in ledgers have six or seven digits. */
const ON_LINE_METERS = 5;

/** A point that does not lie in the village (or town) that its row names. */
export function checkVillage(context: CheckContext, draft: RowDraft): void {
  const { table, geometry, values, state } = draft;
  if (geometry === null || state === 'left_out' || table.kind === 'areas') return;
  const field = textOf(values.villageCode) === null ? 'areaCode' : 'villageCode';
  const areaCode = textOf(values[field]) ?? areaOfRow(table.kind, draft.before);
  const position = pointOf(draft);
  const boundary = areaCode === undefined ? undefined : context.things.boundaryOf(areaCode);
  if (areaCode === undefined || position === null || boundary === undefined) return;
  if (isPointInArea(position, boundary)) return;
  const rings = polygonsOf(boundary).flat();
  const meters = Math.min(...rings.map((ring) => distanceToLineMeters(position, ring)));
  const actual = context.things.areaAt(position);
  if (!(meters > ON_LINE_METERS) || actual === undefined) return;
  const canMove = field === 'areaCode' && table.ledger.fields.some(({ name }) => name === 'areaCode');
  const move: Repair[] = canMove ? [{ kind: 'set', field, value: actual }] : [];
  reportRow(context, draft, {
    rule: 'outside_village',
    field,
    got: `${context.things.nameOf(actual)} ${actual}, ${Math.round(meters)} m`,
    expected: `${context.things.nameOf(areaCode)} ${areaCode}`,
    repairs: [{ kind: 'keep' }, ...move],
    position,
  });
}

/** The point of a row: its own, what the columns of degrees say, or one inside its surface. */
function pointOf({ geometry, values }: RowDraft): LonLat | null {
  if (geometry === null) return null;
  if (geometry.type === 'Point') return geometry.coordinates;
  if (typeof values.lon === 'number' && typeof values.lat === 'number') return [values.lon, values.lat];
  return geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' ? interiorPointOf(geometry) : null;
}
