import { sayContextOf } from '#core/api/judged-place.ts';
import type { County } from '#core/county/county.ts';
import type { PlanCommand } from '#core/county/plan.ts';
import type { SiteRow } from '#core/county/things.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { PlanFault } from '#core/planning/plan-fault.ts';
import type { SayContext } from '#core/planning/rules/say-finding.ts';
import type { RuleFinding } from '#core/planning/rules/site-rule.ts';
import { findPlaceRefusal, type PlaceRefusal } from '#core/planning/suitability/find-place-refusal.ts';
import { sayPlaceRefusal } from '#core/planning/suitability/say-place-refusal.ts';
import type { Language } from '#core/texts/language.ts';

const isSame = (a: LonLat, b: LonLat): boolean => a[0] === b[0] && a[1] === b[1];

/**
 * Sites that commands put where a forbidding rule says no, each once, by its last place. A site that comes back to the place of its ledger is not
 * judged, because the plan does not put it there.
 *
 * @param rows the county without any plan
 * @param planned the county with the commands done
 */
export function listForbiddenPlaces(
  rows: County,
  planned: County,
  commands: readonly PlanCommand[],
): readonly PlanFault[] {
  const last = new Map<string, string>();
  for (const { id, kind, input } of commands)
    if (kind === 'place_site' || kind === 'move_site') last.set(input.siteCode, id);
  return [...last].flatMap(([siteCode, commandId]) => {
    const site = planned.sites.find(({ code }) => code === siteCode);
    const given = rows.sites.find(({ code }) => code === siteCode);
    if (!site || (given && isSame(given.position, site.position))) return [];
    const refusal = findPlaceRefusal(planned, site.position);
    return refusal === null ? [] : [{ ...createFault(planned, refusal, site), commandId }];
  });
}

function createFault(county: County, { finding, nearest }: PlaceRefusal, site: SiteRow): Omit<PlanFault, 'commandId'> {
  const { code: rule, about, measured, limit } = finding;
  const names = sayContextOf(county, 'zh').county;
  const details = {
    rule,
    ...(about && { thingCode: about.code, thing: about.name, thingEn: about.nameEn }),
    ...(measured !== null && { measured }),
    ...(limit !== null && { limit }),
    ...(nearest && { lon: nearest.position[0], lat: nearest.position[1], meters: nearest.straightMeters }),
    atLon: site.position[0],
    atLat: site.position[1],
    county: names.name,
    countyEn: names.nameEn,
  };
  return { code: 'forbidden_place', about: site.code, details };
}

/** The nearest place that passes, of a fault of `listForbiddenPlaces`; undefined = there is none, or the fault is another. */
export function findNearestOf({ code, details }: PlanFault): LonLat | undefined {
  const { lon, lat } = details;
  const isKnown = code === 'forbidden_place' && typeof lon === 'number' && typeof lat === 'number';
  return isKnown ? [lon, lat] : undefined;
}

/** A fault of `listForbiddenPlaces` in words: the rule that speaks and the nearest place that passes, as everywhere else. */
export function sayForbidden(language: Language, fault: PlanFault): ReturnType<typeof sayPlaceRefusal> {
  const {
    rule,
    thingCode,
    thing = '',
    thingEn = '',
    measured,
    limit,
    meters,
    atLon,
    atLat,
    county,
    countyEn,
  } = fault.details;
  const finding: RuleFinding = {
    code: rule as RuleFinding['code'],
    strength: 'forbidden',
    isBroken: true,
    measured: typeof measured === 'number' ? measured : null,
    limit: typeof limit === 'number' ? limit : null,
    about: thingCode === undefined ? null : { code: String(thingCode), name: String(thing), nameEn: String(thingEn) },
    source: '',
  };
  const position = findNearestOf(fault);
  const nearest = position && { position, straightMeters: Number(meters) };
  const context: SayContext = { language, county: { name: String(county), nameEn: String(countyEn) } };
  return sayPlaceRefusal(context, { finding, nearest: nearest ?? null }, [Number(atLon), Number(atLat)]);
}
