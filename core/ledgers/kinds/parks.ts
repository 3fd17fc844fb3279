import type { ParkRow } from '../../county/things.ts';
import { createLedger } from '../create-ledger.ts';
import { amountPart } from '../event-parts.ts';
import { plainPart } from '../ledger-part.ts';
import { accessPart, completeAccess, placeOutlined, pointOf, positionPart } from '../place-parts.ts';
import { areaParts, codePart, namePart } from '../thing-parts.ts';

/** Parks and bases (产业园区、基地); scales are in the unit that the row names. */
export const parks = createLedger<ParkRow>({
  kind: 'parks',
  geometries: ['Point', 'Polygon', 'MultiPolygon'],
  key: ['code'],
  parts: [
    codePart(),
    namePart(),
    ...areaParts<ParkRow>(),
    plainPart('kind', 'choice', { short: 'KIND', required: true, choices: 'park_kind' }),
    plainPart('product', 'text', { short: 'PRODUCT', required: true }),
    plainPart('plannedScale', 'number', { short: 'PLANNED', minimum: 0, maximum: 1e9 }),
    plainPart('scaleUnit', 'text', { short: 'UNIT', requiredWith: 'plannedScale' }),
    amountPart({
      kind: 'achieved',
      amount: { name: 'achieved', short: 'ACHIEVED', maximum: 1e9 },
      on: { name: 'achievedOn', short: 'ACHIEVEDON' },
    }),
    plainPart('leadingEnterprise', 'text', { short: 'ENTERPRISE' }),
    plainPart('jobs', 'integer', { short: 'JOBS', unit: 'jobs', maximum: 100_000 }),
    plainPart('householdsLinked', 'integer', { short: 'LINKED', unit: 'households', maximum: 100_000 }),
    plainPart('linkage', 'text', { short: 'LINKAGE' }),
    positionPart('position', { name: 'lon', short: 'LON' }, { name: 'lat', short: 'LAT' }),
    accessPart(),
  ],
  blank: {
    outline: null,
    plannedScale: null,
    scaleUnit: null,
    leadingEnterprise: null,
    jobs: null,
    householdsLinked: null,
    linkage: null,
    events: [],
  },
  geometryOf: (row) => row.outline ?? pointOf(row.position),
  place: (draft, geometry) => {
    placeOutlined(draft, geometry, (park, area) => {
      park.outline = area;
    });
    completeAccess(draft);
  },
});
