import type { County } from '../../county/county.ts';
import { NO_CODE } from '../../county/county-state.ts';
import { TARGET_CATEGORIES, type TargetCategory } from '../../county/kinds.ts';
import type { IndicatorContext } from '../../indicators/context.ts';
import { isTargetAt } from '../../indicators/target-households.ts';

/** Households of each settlement at a day, aligned with `County.settlements`: what a circle on the map stands for. */
export interface SettlementCounts {
  readonly targetHouseholds: Int32Array;
  readonly targetPeople: Int32Array;
  readonly relocationHouseholds: Int32Array;
  readonly movedIn: Int32Array;
  readonly removed: Int32Array;
  readonly linked: Int32Array;
  readonly byCategory: Readonly<Record<TargetCategory, Int32Array>>;
}

const counts = new WeakMap<IndicatorContext['state'], SettlementCounts>();

/** Counts at the context's day, made once for each state. Relocation households are those among the targets. */
export function getSettlementCounts(context: IndicatorContext): SettlementCounts {
  const known = counts.get(context.state);
  if (known) return known;
  const made = countSettlements(context.county, context.state.day);
  counts.set(context.state, made);
  return made;
}

function countSettlements({ settlements, households }: County, day: number): SettlementCounts {
  const column = (): Int32Array => new Int32Array(settlements.length);
  const result: SettlementCounts = {
    targetHouseholds: column(),
    targetPeople: column(),
    relocationHouseholds: column(),
    movedIn: column(),
    removed: column(),
    linked: column(),
    byCategory: {
      industry: column(),
      relocation: column(),
      ecological_post: column(),
      education: column(),
      social_security: column(),
      medical: column(),
    },
  };
  const { eventDay } = households;
  const happened = (days: Int32Array, i: number): boolean => (days[i] ?? day + 1) <= day;
  for (let i = 0; i < households.count; i++) {
    if (!isTargetAt(households, i, day)) continue;
    const at = households.settlement[i] ?? 0;
    add(result.targetHouseholds, at);
    add(result.targetPeople, at, households.people[i] ?? 0);
    const category = TARGET_CATEGORIES[households.category[i] ?? 0];
    if (category) add(result.byCategory[category], at);
    if (happened(eventDay.risk_removed, i) || happened(eventDay.risk_removed_naturally, i)) add(result.removed, at);
    if (happened(eventDay.linked, i)) add(result.linked, at);
    if (households.arrangement[i] === NO_CODE) continue;
    add(result.relocationHouseholds, at);
    if (happened(eventDay.moved_in, i)) add(result.movedIn, at);
  }
  return result;
}

function add(column: Int32Array, index: number, amount = 1): void {
  column[index] = (column[index] ?? 0) + amount;
}

/** The category that most households of a settlement have; the first of the list among equals; null when there are none. */
export function findLeadingCategory({ byCategory }: SettlementCounts, settlement: number): TargetCategory | null {
  let leading: TargetCategory | null = null;
  let most = 0;
  for (const category of TARGET_CATEGORIES) {
    const count = byCategory[category][settlement] ?? 0;
    if (count > most) {
      most = count;
      leading = category;
    }
  }
  return leading;
}
