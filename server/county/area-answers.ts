import type { AreaDetail, AreaSummary, PLACE_KINDS, Place } from '#core/api/areas.ts';
import { findAreaRange } from '#core/county/area-range.ts';
import type { Area, County } from '#core/county/county.ts';
import { dateToDay, type IsoDate, isIsoDate } from '#core/county/dates.ts';
import { RESPONSIBILITY_ROLES } from '#core/county/kinds.ts';
import { InvalidInputError, NotFoundError } from '#core/errors.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';

/** An area as lists and breadcrumbs show it. */
export const toAreaSummary = (area: Area): AreaSummary => ({
  code: area.code,
  level: area.level,
  name: area.name,
  nameEn: area.nameEn,
  parentCode: area.parentCode,
  bbox: [...area.bbox],
  seat: [...area.seat],
  priority: area.priority,
});

/**
 * An area of a county.
 *
 * @throws {NotFoundError} `unknown_area`
 */
export function getArea(county: County, areaCode: string): Area {
  const { start } = findAreaRange(county.areas.length, (i) => county.areas[i]?.code ?? '', areaCode);
  const area = county.areas[start];
  if (area?.code === areaCode) return area;
  throw new NotFoundError('unknown_area', `Got area ${areaCode}, expected one of county ${county.code}`, {
    code: areaCode,
  });
}

/**
 * The day an answer is for.
 *
 * @throws {InvalidInputError} `invalid_date`: later than the county's data date
 */
export function resolveAsOf(county: County, asOf: IsoDate | undefined): IsoDate {
  if (asOf === undefined) return county.dataDate;
  if (isIsoDate(asOf) && asOf <= county.dataDate) return asOf;
  throw new InvalidInputError('invalid_date', `Got date ${asOf}, expected YYYY-MM-DD up to ${county.dataDate}`, {
    date: asOf,
    latest: county.dataDate,
  });
}

/** `GET /api/areas/{code}`. */
export function createAreaDetail(
  county: County,
  areaCode: string,
  options: { readonly asOf: IsoDate; readonly language: Language },
): AreaDetail {
  const area = getArea(county, areaCode);
  return {
    area: {
      ...toAreaSummary(area),
      areaSquareMeters: area.areaSquareMeters,
      plannedExitYear: area.plannedExitYear,
      exitedOn: area.events.find((event) => event.kind === 'exit' && event.on <= options.asOf)?.on ?? null,
      leadingProduct: area.leadingProduct,
    },
    parents: listParents(county, area).map(toAreaSummary),
    children: county.areas.filter((child) => child.parentCode === areaCode).map(toAreaSummary),
    responsibilities: listResponsibilities(county, areaCode, options),
    county: describeCounty(county, options),
  };
}

/** `GET /api/areas/{code}/places`, by kind and code. */
export function listPlaces(county: County, areaCode: string, kind?: (typeof PLACE_KINDS)[number]): readonly Place[] {
  getArea(county, areaCode);
  const settlements = county.settlements.map((each) => ({
    ...each,
    kind: 'settlement' as const,
    areaCode: each.villageCode,
  }));
  const places = [
    ...county.services,
    ...county.sites.map((site) => ({ ...site, kind: 'site' as const })),
    ...county.parks.map((park) => ({ ...park, kind: 'park' as const })),
    ...settlements,
  ];
  return places
    .filter((place) => place.areaCode.startsWith(areaCode) && (kind === undefined || place.kind === kind))
    .map((place) => ({
      code: place.code,
      kind: place.kind,
      name: place.name,
      nameEn: place.nameEn,
      areaCode: place.areaCode,
      position: [...place.position],
    }));
}

/** The areas above an area, the county first. */
export function listParents(county: County, area: Area): readonly Area[] {
  if (area.parentCode === null) return [];
  const parent = getArea(county, area.parentCode);
  return [...listParents(county, parent), parent];
}

function listResponsibilities(
  county: County,
  areaCode: string,
  { asOf, language }: { readonly asOf: IsoDate; readonly language: Language },
): AreaDetail['responsibilities'] {
  return county.responsibilities
    .filter(({ aboutCode, from, to }) => aboutCode === areaCode && from <= asOf && (to === null || to >= asOf))
    .sort((a, b) => RESPONSIBILITY_ROLES.indexOf(a.role) - RESPONSIBILITY_ROLES.indexOf(b.role))
    .map(({ role, holder, from }) => ({ role, roleName: text(language, 'things', `role_${role}`), holder, from }));
}

function describeCounty(
  county: County,
  { asOf, language }: { readonly asOf: IsoDate; readonly language: Language },
): AreaDetail['county'] {
  const { campaign, dataDate } = county;
  const [head] = county.areas;
  const isEnglish = language === 'en';
  return {
    code: county.code,
    name: (isEnglish ? head?.nameEn : head?.name) ?? county.code,
    dataDate,
    revision: county.revision,
    origin: county.origin,
    campaign: {
      name: isEnglish ? campaign.nameEn : campaign.name,
      startsOn: campaign.startsOn,
      deadline: campaign.deadline,
      daysLeft: dateToDay(campaign.deadline) - dateToDay(asOf),
    },
    months: { first: campaign.startsOn.slice(0, 7), last: dataDate.slice(0, 7) },
  };
}
