import { dateToDay, dayToDate } from '#core/county/dates.ts';
import type { Cause, TargetCategory } from '#core/county/kinds.ts';
import type { HouseholdEventKind } from '#core/county/things.ts';
import { BASE_DATE, CAMPAIGN_DEADLINE, DATA_DATE, DATA_DAY } from './calendar.ts';
import { pickEager } from './eagerness.ts';
import { addEvent, type HouseholdDraft } from './household-draft.ts';
import { spreadOverPeriod } from './pace.ts';
import type { Random } from './random.ts';

/** People of the target households. */
const TARGET_PEOPLE = 34_677;
/** Main categories of the target households; together 10,750. */
const CATEGORY_COUNTS: Readonly<Record<TargetCategory, number>> = {
  industry: 3_219,
  relocation: 4_876,
  ecological_post: 611,
  education: 372,
  social_security: 1_214,
  medical: 458,
};

const CAUSES_BY_CATEGORY: Readonly<Record<TargetCategory, readonly (readonly [cause: Cause, weight: number])[]>> = {
  industry: [
    ['lack_of_skill', 38],
    ['lack_of_funds', 30],
    ['lack_of_labour', 14],
    ['lack_of_transport', 12],
    ['other', 6],
  ],
  relocation: [
    ['disaster', 46],
    ['lack_of_transport', 30],
    ['lack_of_funds', 14],
    ['lack_of_skill', 6],
    ['other', 4],
  ],
  ecological_post: [
    ['lack_of_labour', 40],
    ['lack_of_skill', 35],
    ['other', 25],
  ],
  education: [
    ['schooling', 92],
    ['lack_of_funds', 8],
  ],
  social_security: [
    ['disability', 48],
    ['illness', 26],
    ['lack_of_labour', 26],
  ],
  medical: [
    ['illness', 94],
    ['disability', 6],
  ],
};
const FUND_SOURCES = ['中央财政衔接推进乡村振兴补助资金', '省级财政衔接资金', '东西部协作资金', '县级配套资金'];
const HELPERS = [
  '县农业农村局',
  '县水务局',
  '县教育局',
  '县卫生健康局',
  '县林业局',
  '县民政局',
  '县交通运输局',
  '县自然资源局',
  '县税务局',
  '县供销社',
];

/** People, category, cause, measures and the course of the target households. */
export function dressTargets(targets: readonly HouseholdDraft[], random: Random): void {
  setTargetPeople(targets, random);
  assignCategories(targets, random);
  for (const row of targets) dressTarget(row, random);
  spreadOnTargets(targets, random);
}

/** Sizes of target households, adjusted one by one until they add up. */
function setTargetPeople(targets: readonly HouseholdDraft[], random: Random): void {
  let excess = -TARGET_PEOPLE;
  for (const row of targets) {
    row.people = random.weighted([1, 2, 3, 4, 5, 6, 7], [11, 23, 27, 22, 11, 4, 2]);
    excess += row.people;
  }
  while (excess !== 0) {
    const row = random.pick(targets);
    const people = row.people - Math.sign(excess);
    if (people < 1 || people > 7) continue;
    row.people = people;
    excess -= Math.sign(excess);
  }
}

/** Relocation as the main category goes to relocation households only; the others are dealt out over all the rest. */
function assignCategories(targets: readonly HouseholdDraft[], random: Random): void {
  const moving = random.shuffle(targets.filter(({ relocation }) => relocation !== null));
  const main = moving.slice(0, CATEGORY_COUNTS.relocation);
  for (const row of main) row.category = 'relocation';
  const deck = random.shuffle(
    (Object.entries(CATEGORY_COUNTS) as [TargetCategory, number][])
      .filter(([category]) => category !== 'relocation')
      .flatMap(([category, count]) => Array<TargetCategory>(count).fill(category)),
  );
  const rest = targets.filter(({ category }) => category === null);
  if (rest.length !== deck.length) throw new Error(`${deck.length} categories for ${rest.length} households.`);
  for (const [i, row] of rest.entries()) row.category = deck[i] ?? null;
}

function dressTarget(row: HouseholdDraft, random: Random): void {
  const category = row.category as TargetCategory;
  const causes = CAUSES_BY_CATEGORY[category];
  row.mainCause = random.weighted(
    causes.map(([cause]) => cause),
    causes.map(([, weight]) => weight),
  );
  row.otherCauses = random.chance(0.3)
    ? causes
        .map(([cause]) => cause)
        .filter((cause) => cause !== row.mainCause)
        .slice(0, 1)
    : [];
  const measures = new Set<TargetCategory>([category]);
  if (row.relocation) measures.add('relocation');
  if (random.chance(0.42)) measures.add('industry');
  if (random.chance(0.16)) measures.add('ecological_post');
  if (random.chance(0.12)) measures.add('medical');
  row.measures = [...measures];
  row.fundsYuan = (row.relocation ? row.people * 20_000 + 8_000 : 0) + random.between(4, 24) * 500;
  row.fundSource = random.pick(FUND_SOURCES);
  row.deadline = row.relocation
    ? `${row.relocation.plannedYear}-12-31`
    : random.chance(0.5)
      ? '2026-12-31'
      : CAMPAIGN_DEADLINE;
  row.responsiblePost = `${random.pick(HELPERS)}帮扶干部`;
  const isWeak = category === 'social_security';
  row.labourForce =
    isWeak && random.chance(0.7) ? 0 : Math.min(row.people, random.weighted([0, 1, 2, 3], [6, 34, 46, 14]));
  row.houseClass = row.relocation
    ? random.weighted(['B', 'C', 'D'] as const, [15, 50, 35])
    : random.weighted(['A', 'B', 'C'] as const, [52, 44, 4]);
  row.safeWater = random.chance(0.93);
  row.sanitaryToilet = random.chance(0.74);
}

/** Identification, work, linkage and removal of the risk over the campaign. */
function spreadOnTargets(targets: readonly HouseholdDraft[], random: Random): void {
  for (const row of targets) {
    const isEarly = row.relocation !== null || random.chance(0.9);
    addEvent(
      row,
      'identified',
      isEarly ? '2023-11-30' : random.pick(['2024-06-28', '2025-03-31', '2025-11-28', '2026-05-29']),
    );
  }
  const able = targets.filter(({ labourForce }) => labourForce > 0);
  spread(pickEager(able, 0.79, 'in_work'), 'in_work', random);
  spread(pickEager(targets, 0.703, 'linked'), 'linked', random);
  const removed = random.shuffle(
    targets.filter((row) => !row.relocation || row.events.some(({ kind }) => kind === 'moved_in')),
  );
  spread(removed.slice(0, Math.round(removed.length * 0.74)), 'risk_removed', random);
  for (const row of removed.slice(-90))
    addEvent(row, 'risk_removed_naturally', dayToDate(DATA_DAY - random.between(10, 700)));
}

function spread(rows: readonly HouseholdDraft[], kind: HouseholdEventKind, random: Random): void {
  const days = spreadOverPeriod(rows.length, '2024-01-08', DATA_DATE);
  for (const [i, row] of rows.entries()) {
    const day = days[i] as number;
    const moved = row.events.find((event) => event.kind === 'moved_in');
    const identified = row.events.find((event) => event.kind === 'identified');
    // a relocated household is free of its risk only once it has moved; nothing counts before identification
    const after = kind === 'risk_removed' && moved ? moved.on : (identified?.on ?? BASE_DATE);
    const late = dateToDay(after) + random.between(5, 60);
    addEvent(row, kind, dayToDate(Math.min(DATA_DAY, Math.max(day, late))));
  }
}
