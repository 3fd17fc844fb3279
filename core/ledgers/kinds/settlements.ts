import type { SettlementRow } from '../../county/things.ts';
import { createLedger } from '../create-ledger.ts';
import { lookupPart, plainPart } from '../ledger-part.ts';
import { placePoint, pointOf } from '../place-parts.ts';
import { codePart, createAreaLookups, createNameLookup, namePart } from '../thing-parts.ts';

/** Settlements (自然村、村民小组、安置点). */
export const settlements = createLedger<SettlementRow>({
  kind: 'settlements',
  geometries: ['Point'],
  key: ['code'],
  parts: [
    codePart(),
    namePart(),
    plainPart('villageCode', 'code', { short: 'VILLCODE', required: true, refersTo: ['areas'] }),
    lookupPart(...createAreaLookups('villageCode')),
    plainPart('kind', 'choice', { short: 'KIND', choices: 'settlement_kind', nullable: false }),
    plainPart('elevationMeters', 'number', { short: 'ELEVATION', unit: 'm', minimum: -500, maximum: 9000 }),
    plainPart('registeredHouseholds', 'integer', { short: 'REGHH', unit: 'households', maximum: 20_000 }),
    plainPart('registeredPeople', 'integer', { short: 'REGPEOPLE', unit: 'people', maximum: 100_000 }),
    plainPart('residentHouseholds', 'integer', { short: 'RESHH', unit: 'households', maximum: 20_000 }),
    plainPart('residentPeople', 'integer', { short: 'RESPEOPLE', unit: 'people', maximum: 100_000 }),
    plainPart('roadDuty', 'choice', { short: 'ROADDUTY', choices: 'road_duty', nullable: false }),
    plainPart('siteCode', 'code', { short: 'SITECODE', refersTo: ['sites'] }),
    lookupPart(createNameLookup('siteName', 'SITE', 'siteCode')),
  ],
  blank: {
    kind: 'natural_village',
    elevationMeters: null,
    registeredHouseholds: null,
    registeredPeople: null,
    residentHouseholds: null,
    residentPeople: null,
    roadDuty: 'required',
    siteCode: null,
  },
  geometryOf: (row) => pointOf(row.position),
  place: placePoint,
});
