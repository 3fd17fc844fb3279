import type { IsoDate } from '../../county/dates.ts';
import { FACILITY_KINDS, type FacilityKind } from '../../county/kinds.ts';
import type { SiteFacility, SiteRow } from '../../county/things.ts';
import { createField } from '../create-field.ts';
import type { LedgerValue } from '../ledger.ts';
import type { LedgerPart } from '../ledger-part.ts';

/** Field and column of a DBF for each facility. */
const FACILITY_FIELDS: Readonly<Record<FacilityKind, { readonly name: string; readonly short: string }>> = {
  party_service_centre: { name: 'partyServiceCentre', short: 'FPARTY' },
  police_room: { name: 'policeRoom', short: 'FPOLICE' },
  training_centre: { name: 'trainingCentre', short: 'FTRAINING' },
  clinic: { name: 'clinic', short: 'FCLINIC' },
  shop_or_market: { name: 'shopOrMarket', short: 'FSHOP' },
  school_within_reach: { name: 'schoolWithinReach', short: 'FSCHOOL' },
  water: { name: 'water', short: 'FWATER' },
  power: { name: 'power', short: 'FPOWER' },
  road: { name: 'road', short: 'FROAD' },
  communications: { name: 'communications', short: 'FCOMMS' },
};

/** Facilities of a site, a column each: since when it is there, no = required and not there, empty = not required. */
export const facilitiesPart: LedgerPart<SiteRow> = {
  fields: FACILITY_KINDS.map((kind) =>
    createField(FACILITY_FIELDS[kind].name, 'event_date', { short: FACILITY_FIELDS[kind].short }),
  ),
  fill: (values, { facilities }, asOf) => {
    for (const kind of FACILITY_KINDS) {
      const facility = facilities.find((known) => known.kind === kind);
      values[FACILITY_FIELDS[kind].name] = facility === undefined ? null : (presentBy(facility, asOf) ?? false);
    }
  },
  apply: (draft, { values, asOf }) => {
    const known = draft.facilities;
    const stated = (facility: SiteFacility | undefined, kind: FacilityKind) =>
      stateOf(facility, { kind, value: values[FACILITY_FIELDS[kind].name], asOf });
    const kept = known.flatMap((facility) => stated(facility, facility.kind) ?? []);
    const added = FACILITY_KINDS.filter((kind) => !known.some((facility) => facility.kind === kind));
    draft.facilities = [...kept, ...added.flatMap((kind) => stated(undefined, kind) ?? [])];
  },
};

/** Since when a facility is there at a date; null = not by then. */
function presentBy({ presentSince }: SiteFacility, asOf: IsoDate): IsoDate | null {
  return presentSince !== null && presentSince <= asOf ? presentSince : null;
}

/** A facility after a ledger spoke of it; null when the site needs none. */
function stateOf(
  known: SiteFacility | undefined,
  {
    kind,
    value,
    asOf,
  }: { readonly kind: FacilityKind; readonly value: LedgerValue | undefined; readonly asOf: IsoDate },
): SiteFacility | null {
  if (value === undefined) return known ?? null;
  if (typeof value === 'string') return { kind, presentSince: value };
  const since = known === undefined ? null : presentBy(known, asOf);
  if (value === true) return { kind, presentSince: since ?? asOf };
  if (value === false) return known !== undefined && since === null ? known : { kind, presentSince: null };
  return null;
}
