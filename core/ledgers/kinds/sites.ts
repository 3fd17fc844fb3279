import type { SiteRow } from '../../county/things.ts';
import { createLedger } from '../create-ledger.ts';
import { statePart } from '../event-parts.ts';
import { moneyPart, plainPart } from '../ledger-part.ts';
import { accessPart, completeAccess, placeOutlined, pointOf, positionPart } from '../place-parts.ts';
import { areaParts, codePart, namePart } from '../thing-parts.ts';
import { assessmentPart } from './site-assessment.ts';
import { facilitiesPart } from './site-facilities.ts';

/** Relocation sites (安置点); the surface is the outline where one is known, else the position. */
export const sites = createLedger<SiteRow>({
  kind: 'sites',
  geometries: ['Point', 'Polygon', 'MultiPolygon'],
  key: ['code'],
  parts: [
    codePart(),
    namePart(),
    ...areaParts<SiteRow>(),
    plainPart('locationType', 'choice', { short: 'LOCATION', choices: 'site_location', nullable: false }),
    plainPart('capacityHouseholds', 'integer', { short: 'CAPHH', unit: 'households', maximum: 50_000 }),
    plainPart('capacityPeople', 'integer', { short: 'CAPPEOPLE', unit: 'people', maximum: 200_000 }),
    moneyPart('costYuan', 'costWanYuan', { short: 'COST' }),
    plainPart('deadline', 'date', { short: 'DEADLINE' }),
    statePart({
      kind: 'stage',
      choices: 'site_stage',
      value: { name: 'stage', short: 'STAGE' },
      since: { name: 'stageSince', short: 'STAGESINCE' },
    }),
    assessmentPart,
    facilitiesPart,
    positionPart('position', { name: 'lon', short: 'LON' }, { name: 'lat', short: 'LAT' }),
    accessPart(),
  ],
  blank: {
    locationType: 'other',
    outline: null,
    capacityHouseholds: null,
    capacityPeople: null,
    costYuan: null,
    deadline: null,
    facilities: [],
    hazardAssessment: null,
    events: [],
  },
  geometryOf: (row) => row.outline ?? pointOf(row.position),
  place: (draft, geometry) => {
    placeOutlined(draft, geometry, (site, area) => {
      site.outline = area;
    });
    completeAccess(draft);
  },
});
