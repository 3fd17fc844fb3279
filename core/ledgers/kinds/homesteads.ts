import type { HomesteadRow } from '../../county/things.ts';
import { createLedger } from '../create-ledger.ts';
import { plainPart } from '../ledger-part.ts';
import { placePoint, pointOf } from '../place-parts.ts';
import { codePart } from '../thing-parts.ts';

/** Old homesteads (旧宅基地); that they are demolished or reclaimed stands with their household. */
export const homesteads = createLedger<HomesteadRow>({
  kind: 'homesteads',
  geometries: ['Point'],
  key: ['code'],
  parts: [
    codePart(),
    plainPart('householdCode', 'code', { short: 'HOUSEHOLD', required: true, refersTo: ['households'] }),
  ],
  blank: {},
  geometryOf: (row) => pointOf(row.position),
  place: placePoint,
});
