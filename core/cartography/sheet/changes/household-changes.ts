import { NO_CODE } from '../../../county/county-state.ts';
import { type DayNumber, dayToDate, NEVER } from '../../../county/dates.ts';
import { HOUSEHOLD_EVENT_KINDS, type HouseholdEventKind } from '../../../county/things.ts';
import type { ChangeKind, CountyChange } from './county-change.ts';
import { createChange, type StatePair } from './thing-changes.ts';

/** Kinds of event of which each is a change of its own; the others are steps. */
const OWN_KINDS: Readonly<Partial<Record<HouseholdEventKind, ChangeKind>>> = {
  moved_in: 'households_moved_in',
  risk_removed: 'households_risk_removed',
  risk_removed_naturally: 'households_risk_removed',
};

interface Group {
  readonly kind: ChangeKind;
  readonly areaCode: string;
  readonly site: number;
  count: number;
  people: number;
  day: DayNumber;
}

/** Place of each household of the later state in the earlier one; -1 = it was not there. */
function placeHouseholds({ before, after }: StatePair): (household: number) => number {
  const [first, second] = [before.county.households, after.county.households];
  if (first.codes === second.codes) return (household) => household;
  const places = new Map(first.codes.map((code, i) => [code, i]));
  return (household) => places.get(second.codes[household] ?? '') ?? -1;
}

/**
 * What happened to households, added up: those that moved in by the site they moved into (scattered ones by the village they come from), the rest by village.
 * A household counts once in each kind; the day is that of the last.
 */
export function listHouseholdChanges(pair: StatePair): readonly CountyChange[] {
  const { before, after } = pair;
  const [first, { households, settlements }] = [before.county.households, after.county];
  const placeOf = placeHouseholds(pair);
  const groups = new Map<string, Group>();
  for (let j = 0; j < households.count; j++) {
    const i = placeOf(j);
    if (i < 0) continue;
    const kinds = new Map<ChangeKind, DayNumber>();
    for (const event of HOUSEHOLD_EVENT_KINDS) {
      const day = households.eventDay[event][j] ?? NEVER;
      const [was, is] = [(first.eventDay[event][i] ?? NEVER) <= before.day, day <= after.day];
      if (was === is) continue;
      const kind = is ? (OWN_KINDS[event] ?? 'households_advanced') : 'undone';
      kinds.set(kind, Math.max(kinds.get(kind) ?? 0, is && day > before.day ? day : 0));
    }
    const areaCode = settlements[households.settlement[j] ?? -1]?.villageCode ?? after.county.code;
    const isMover = households.arrangement[j] !== NO_CODE;
    for (const [kind, day] of kinds) {
      const site = kind === 'households_moved_in' && isMover ? (households.site[j] ?? -1) : -1;
      addTo(groups, { kind, areaCode, site, day, count: 1, people: households.people[j] ?? 0 });
    }
  }
  return [...groups.values()].map((group) => describeGroup(pair, group));
}

function addTo(groups: Map<string, Group>, one: Group): void {
  // those of one site come from several villages, and each village's sheet tells of its own
  const key = `${one.kind} ${one.areaCode} ${one.site}`;
  const group = groups.get(key);
  if (!group) {
    groups.set(key, { ...one });
    return;
  }
  group.count += one.count;
  group.people += one.people;
  group.day = Math.max(group.day, one.day);
}

function describeGroup({ after }: StatePair, { kind, areaCode, site, count, people, day }: Group): CountyChange {
  const { county, index } = after;
  const to = county.sites[site];
  const area = county.areas[index.areaIndex.get(areaCode) ?? -1];
  const thing = to ?? area ?? { code: areaCode, name: areaCode, nameEn: areaCode };
  const on = day > 0 ? dayToDate(day) : null;
  const areaCodes = to && to.areaCode !== areaCode ? [areaCode, to.areaCode] : [areaCode];
  return createChange(kind, thing, { areaCodes, on, count, people, position: to?.position ?? area?.seat ?? null });
}
