import type { ServiceRow } from '../../county/things.ts';
import { createLedger } from '../create-ledger.ts';
import { plainPart } from '../ledger-part.ts';
import { placePoint, pointOf } from '../place-parts.ts';
import { areaParts, codePart, namePart } from '../thing-parts.ts';

/** Public services (公共服务设施). */
export const services = createLedger<ServiceRow>({
  kind: 'services',
  geometries: ['Point'],
  key: ['code'],
  parts: [
    codePart(),
    namePart(),
    ...areaParts<ServiceRow>(),
    plainPart('kind', 'choice', { short: 'KIND', required: true, choices: 'service_kind' }),
  ],
  blank: {},
  geometryOf: (row) => pointOf(row.position),
  place: placePoint,
});
