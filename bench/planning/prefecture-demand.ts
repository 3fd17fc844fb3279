import type { County } from '#core/county/county.ts';
import { createHouseholdColumns, type HouseholdEntry } from '#core/county/household-columns.ts';
import type { SettlementRow, SiteRow } from '#core/county/things.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';

/** A prefecture's roads with people to be moved: two households at each village, and sites at every so manieth village. */
export function addDemand(county: County, seats: readonly LonLat[], siteCount: number): County {
  const settlements = seats.map((position, i) => createSettlement(position, i));
  const sites = Array.from({ length: siteCount }, (_, i) =>
    createSite(seats[Math.floor(((i + 0.5) * seats.length) / siteCount)] ?? [0, 0], {
      number: i,
      capacityHouseholds: Math.ceil((1.2 * HOUSEHOLDS * seats.length) / siteCount),
      areaCode: county.code,
    }),
  );
  const households = settlements.flatMap(({ code }) =>
    Array.from({ length: HOUSEHOLDS }, (_, i) => createHousehold(code, i)),
  );
  const targets = { settlements, sites, hazards: [] };
  return { ...county, settlements, sites, households: createHouseholdColumns(households, [], targets) };
}

const HOUSEHOLDS = 2;

const createSettlement = (position: LonLat, i: number): SettlementRow => {
  const code = `5299010${String(i).padStart(8, '0')}`;
  return {
    code,
    name: code,
    nameEn: code,
    villageCode: code.slice(0, 12),
    kind: 'natural_village',
    position,
    elevationMeters: null,
    registeredHouseholds: HOUSEHOLDS,
    registeredPeople: 3 * HOUSEHOLDS,
    residentHouseholds: HOUSEHOLDS,
    residentPeople: 3 * HOUSEHOLDS,
    roadDuty: 'required',
    siteCode: null,
  };
};

const createSite = (
  position: LonLat,
  { number, ...row }: { readonly number: number } & Pick<SiteRow, 'capacityHouseholds' | 'areaCode'>,
): SiteRow => {
  const code = `AZ${String(number).padStart(3, '0')}`;
  return {
    code,
    name: code,
    nameEn: code,
    position,
    outline: null,
    accessPoint: position,
    locationType: 'other',
    capacityPeople: null,
    costYuan: null,
    deadline: null,
    facilities: [],
    hazardAssessment: null,
    events: [],
    ...row,
  };
};

const createHousehold = (settlementCode: string, i: number): HouseholdEntry => ({
  code: `${settlementCode}${String(i).padStart(4, '0')}`,
  settlementCode,
  people: 3,
  category: 'relocation',
  mainCause: 'disaster',
  measures: ['relocation'],
  labourForce: 2,
  fundsYuan: null,
  hazardCode: null,
  relocation: { kind: 'centralised', siteCode: null, plannedYear: 2027, retainedReason: null },
});
