import type { ConstraintRow } from '../../county/things.ts';
import { createLedger } from '../create-ledger.ts';
import { plainPart } from '../ledger-part.ts';
import { placeBoundary } from '../place-parts.ts';
import { codePart, namePart } from '../thing-parts.ts';

/** Constraint areas (管控区) of three strengths. */
export const constraints = createLedger<ConstraintRow>({
  kind: 'constraints',
  geometries: ['Polygon', 'MultiPolygon'],
  key: ['code'],
  parts: [
    codePart(),
    namePart(),
    plainPart('kind', 'choice', { short: 'KIND', required: true, choices: 'constraint_kind' }),
    plainPart('effect', 'choice', { short: 'EFFECT', required: true, choices: 'constraint_effect' }),
    plainPart('source', 'text', { short: 'SOURCE', required: true }),
    plainPart('on', 'date', { short: 'DATE', required: true }),
  ],
  blank: {},
  geometryOf: (row) => row.boundary,
  place: placeBoundary,
});
