import type { SettlementRow, SiteRow } from '../../county/things.ts';
import { createElevation } from '../../network/elevation.ts';
import type { CountyDraft } from '../county-draft.ts';

/**
 * Makes, moves or takes out the settlement (安置点) that a site is, so that it stands where the site stands: in the village that holds it, none outside
 * villages. A settlement that comes to another village gets a code there.
 *
 * @param site the site as it is now
 * @param villageCode null = no village holds it
 */
export function settleSite(draft: CountyDraft, site: SiteRow, villageCode: string | null): void {
  const { sites, settlements, settlementOfSite } = draft;
  const number = settlementOfSite.get(site.code) ?? -1;
  const given = settlements.given(number);
  const former = settlements.get(number) ?? given;
  const code = villageCode && findCode(draft, villageCode, [former, given]);
  const isBack = given !== null && sites.given(sites.find(site.code))?.position === site.position;
  if (isBack) settlements.set(number, given);
  else if (villageCode === null || code === null) {
    settlements.remove(number);
  } else {
    const place = { position: site.position, elevationMeters: readElevation(draft, site), villageCode, code };
    if (former) settlements.set(number, { ...former, ...place });
    else settlementOfSite.set(site.code, settlements.add({ ...createSettlement(site), ...place }));
  }
}

/** Takes the settlement of a site out, with the site. */
export function unsettleSite({ settlements, settlementOfSite }: CountyDraft, siteCode: string): void {
  settlements.remove(settlementOfSite.get(siteCode) ?? -1);
  settlementOfSite.delete(siteCode);
}

/** The code that the settlement had in the village, else the next free one; null = all are taken. */
const findCode = (
  draft: CountyDraft,
  villageCode: string,
  formerly: readonly (SettlementRow | null)[],
): string | null => formerly.find((row) => row?.villageCode === villageCode)?.code ?? giveCode(draft, villageCode);

const createSettlement = ({
  code,
  name,
  nameEn,
}: SiteRow): Omit<SettlementRow, 'code' | 'position' | 'villageCode'> => ({
  name,
  nameEn,
  kind: 'relocation_site',
  elevationMeters: null,
  registeredHouseholds: 0,
  registeredPeople: 0,
  residentHouseholds: 0,
  residentPeople: 0,
  roadDuty: 'required',
  siteCode: code,
});

const HIGHEST_NUMBER = 999;

/** The next free code of a village from 999 downward, so that plans do not meet the numbers that offices give; null = all are taken. */
function giveCode({ settlements }: CountyDraft, villageCode: string): string | null {
  for (let number = HIGHEST_NUMBER; number > 0; number--) {
    const code = `${villageCode}${String(number).padStart(3, '0')}`;
    if (settlements.find(code) < 0) return code;
  }
  return null;
}

/** Whole metres; null where there is no elevation. */
function readElevation({ county }: CountyDraft, { position: [lon, lat] }: SiteRow): number | null {
  const meters = createElevation(county.dem)(lon, lat);
  return Number.isNaN(meters) ? null : Math.round(meters);
}
