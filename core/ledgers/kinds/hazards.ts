import type { HazardRow } from '../../county/things.ts';
import { createLedger } from '../create-ledger.ts';
import { happenedPart } from '../event-parts.ts';
import { plainPart } from '../ledger-part.ts';
import { placeOutlined, pointOf, positionPart } from '../place-parts.ts';
import { areaParts, codePart, namePart } from '../thing-parts.ts';

/** Geological hazard points (地质灾害隐患点); the surface is the threatened area where one is known, else the position. */
export const hazards = createLedger<HazardRow>({
  kind: 'hazards',
  geometries: ['Point', 'Polygon', 'MultiPolygon'],
  key: ['code'],
  parts: [
    codePart(),
    namePart(),
    ...areaParts<HazardRow>(),
    plainPart('kind', 'choice', { short: 'KIND', required: true, choices: 'hazard_kind' }),
    plainPart('sizeClass', 'choice', { short: 'SIZE', choices: 'hazard_size', nullable: false }),
    plainPart('threatenedHouseholds', 'integer', {
      short: 'THREATHH',
      required: true,
      unit: 'households',
      maximum: 20_000,
    }),
    plainPart('threatenedPeople', 'integer', {
      short: 'THREATPPL',
      required: true,
      unit: 'people',
      maximum: 100_000,
    }),
    plainPart('responsiblePost', 'text', { short: 'POST' }),
    plainPart('treatment', 'choice', { short: 'TREATMENT', choices: 'hazard_treatment', nullable: false }),
    happenedPart('struck_off', { name: 'struckOffOn', short: 'STRUCKOFF' }),
    positionPart('position', { name: 'lon', short: 'LON' }, { name: 'lat', short: 'LAT' }),
  ],
  blank: { sizeClass: 'small', threatenedArea: null, responsiblePost: null, treatment: 'monitor', events: [] },
  geometryOf: (row) => row.threatenedArea ?? pointOf(row.position),
  place: (draft, geometry) =>
    placeOutlined(draft, geometry, (hazard, area) => {
      hazard.threatenedArea = area;
    }),
});
