import type { County } from '#core/county/county.ts';
import type { PlanCommand } from '#core/county/plan.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { PlanFault } from '#core/planning/plan-fault.ts';
import { findPlaceRefusal, type PlaceRefusal } from '#core/planning/suitability/find-place-refusal.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';

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
    return refusal === null ? [] : [createFault(refusal, siteCode, commandId)];
  });
}

function createFault({ finding, nearest }: PlaceRefusal, siteCode: string, commandId: string): PlanFault {
  const { code: rule, about, measured, limit } = finding;
  const place = nearest && { lon: nearest.position[0], lat: nearest.position[1], meters: nearest.straightMeters };
  const details = {
    rule,
    thing: about?.name ?? '',
    thingEn: about?.nameEn ?? '',
    ...(measured !== null && { measured }),
    ...(limit !== null && { limit }),
    ...place,
  };
  return { code: 'forbidden_place', commandId, about: siteCode, details };
}

/** The nearest place that passes, of a fault of `listForbiddenPlaces`; undefined = there is none, or the fault is another. */
export function findNearestOf({ code, details }: PlanFault): LonLat | undefined {
  const { lon, lat } = details;
  const isKnown = code === 'forbidden_place' && typeof lon === 'number' && typeof lat === 'number';
  return isKnown ? [lon, lat] : undefined;
}

/** The rule that speaks and the nearest place that passes, as sentences for the placeholders of the fault. */
export function describeForbidden(
  language: Language,
  details: PlanFault['details'],
): { readonly reason: string; readonly nearest: string } {
  const key = `place_${details.rule as PlaceRefusal['finding']['code']}` as const;
  const isSlope = details.rule === 'natural_slope';
  const show = (value: unknown): string =>
    typeof value === 'number' ? String(Math.round(isSlope ? value * 100 : value)) : '–';
  const thing = (language === 'en' ? details.thingEn : details.thing) || details.thing || '';
  const reason = text(language, 'planning', key, {
    thing,
    measured: show(details.measured),
    limit: show(details.limit),
  });
  const { lon, lat, meters } = details;
  if (typeof lon !== 'number' || typeof lat !== 'number' || typeof meters !== 'number')
    return { reason, nearest: text(language, 'planning', 'nearest_none') };
  const place = { lon: lon.toFixed(5), lat: lat.toFixed(5), meters: Math.round(meters) };
  return { reason, nearest: text(language, 'planning', 'nearest_place', place) };
}
