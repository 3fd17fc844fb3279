import type { County, HouseholdColumns } from '../../county/county.ts';
import type { Dem } from '../../county/county-rows.ts';
import { NO_CODE } from '../../county/county-state.ts';
import { NEVER } from '../../county/dates.ts';
import { type EncodedCounty, HOUSEHOLD_EVENTS, PLAIN_LISTS } from './encoded-county.ts';

/**
 * A county as data for the page that plans over it; `decodeCounty` is the way back. Drafts are not part of it: the page applies their commands itself.
 *
 * @param county as the ledgers tell it, without any plan applied
 */
export function encodeCounty(county: County): EncodedCounty {
  const { code, revision, dataDate, origin, campaign, settings } = county;
  const lists = Object.fromEntries(PLAIN_LISTS.map((name) => [name, county[name]])) as Pick<
    County,
    (typeof PLAIN_LISTS)[number]
  >;
  return {
    code,
    revision,
    dataDate,
    origin,
    campaign,
    settings,
    ...lists,
    households: encodeHouseholds(county.households),
    links: encodeLinks(county.links),
    plans: county.plans
      .filter(({ status }) => status === 'published' || status === 'superseded')
      .map(({ schedule: _, commands, ...plan }) => ({ ...plan, commands: plan.baseRevision == null ? [] : commands })),
    dem: encodeDem(county.dem),
  };
}

function encodeHouseholds(households: HouseholdColumns): EncodedCounty['households'] {
  const kept = Array.from(households.codes.keys()).filter((i) => households.arrangement[i] !== NO_CODE);
  const pick = (column: ArrayLike<number>) => kept.map((i) => column[i] ?? 0);
  return {
    codes: kept.map((i) => households.codes[i] ?? ''),
    columns: {
      settlement: pick(households.settlement),
      people: pick(households.people),
      labourForce: pick(households.labourForce),
      arrangement: pick(households.arrangement),
      site: pick(households.site),
      plannedMoveYear: pick(households.plannedMoveYear),
    },
    eventDay: Object.fromEntries(
      HOUSEHOLD_EVENTS.map((kind) => [
        kind,
        pick(households.eventDay[kind]).map((day) => (day === NEVER ? null : day)),
      ]),
    ),
  };
}

const encodeLinks = ({
  nodeCount,
  segment,
  fromNode,
  toNode,
  fromMeters,
  toMeters,
}: County['links']): EncodedCounty['links'] => ({
  nodeCount,
  segment: [...segment],
  fromNode: [...fromNode],
  toNode: [...toNode],
  fromMeters: [...fromMeters],
  toMeters: [...toMeters],
});

/** Neighbouring cells are of like height: their differences have one or two digits and compress well. */
function encodeDem(dem: Dem | null): EncodedCounty['dem'] {
  if (dem === null) return null;
  const { elevations, ...frame } = dem;
  const differences = Array.from(elevations, (height, i) => {
    const before = i % dem.columns === 0 ? i - dem.columns : i - 1;
    return height - (elevations[before] ?? 0);
  });
  return { ...frame, differences };
}
