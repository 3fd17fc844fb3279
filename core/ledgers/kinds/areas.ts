import type { AreaRow } from '../../county/things.ts';
import { interiorPointOf } from '../../geo/interior-point.ts';
import { createLedger } from '../create-ledger.ts';
import { happenedPart } from '../event-parts.ts';
import { plainPart } from '../ledger-part.ts';
import { placeBoundary, positionPart } from '../place-parts.ts';
import { namePart } from '../thing-parts.ts';

/** County, towns and villages (行政区): the surface is the boundary, `seatLon` and `seatLat` the seat. */
export const areas = createLedger<AreaRow>({
  kind: 'areas',
  geometries: ['Polygon', 'MultiPolygon'],
  key: ['code'],
  parts: [
    plainPart('code', 'code', { short: 'CODE', nullable: false, isAreaCode: true }),
    namePart(),
    plainPart('level', 'choice', { short: 'LEVEL', required: true, choices: 'area_level' }),
    plainPart('parentCode', 'code', { short: 'PARENT', refersTo: ['areas'] }),
    plainPart('priority', 'boolean', { short: 'PRIORITY', nullable: false }),
    plainPart('plannedExitYear', 'year', { short: 'EXITYEAR' }),
    happenedPart('exit', { name: 'exitOn', short: 'EXITON' }),
    plainPart('roadDuty', 'choice', { short: 'ROADDUTY', choices: 'road_duty', nullable: false }),
    plainPart('leadingProduct', 'text', { short: 'PRODUCT' }),
    positionPart('seat', { name: 'seatLon', short: 'SEATLON' }, { name: 'seatLat', short: 'SEATLAT' }),
  ],
  blank: {
    parentCode: null,
    priority: false,
    plannedExitYear: null,
    roadDuty: 'required',
    leadingProduct: null,
    events: [],
  },
  geometryOf: (row) => row.boundary,
  place: (draft, geometry) => {
    placeBoundary(draft, geometry);
    if (geometry?.type === 'Point') draft.seat = geometry.coordinates;
    if (draft.seat === undefined) draft.seat = interiorPointOf(draft.boundary);
  },
});
