import type { RiverRow } from '../../county/things.ts';
import { createLedger } from '../create-ledger.ts';
import { plainPart } from '../ledger-part.ts';
import { placeLine } from '../place-parts.ts';
import { codePart, namePart } from '../thing-parts.ts';

/** Rivers of the base map (河流). */
export const rivers = createLedger<RiverRow>({
  kind: 'rivers',
  geometries: ['LineString'],
  key: ['code'],
  parts: [
    codePart(),
    namePart(),
    plainPart('order', 'integer', { short: 'STRAHLER', minimum: 1, maximum: 12, nullable: false }),
  ],
  blank: { order: 1 },
  geometryOf: (row) => row.line,
  place: placeLine,
});
