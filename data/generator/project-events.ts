import { type DayNumber, dateToDay, dayToDate, type IsoDate } from '#core/county/dates.ts';
import { PROJECT_STAGES, type ProjectKind, type ProjectStage } from '#core/county/kinds.ts';
import type { ProjectRow } from '#core/county/things.ts';
import { DATA_DAY, nextWorkingDay } from './calendar.ts';
import type { Random } from './random.ts';

/** How far a project has come, with the dates that are known. */
export interface ProjectCourse {
  /** Last stage before the works begin: listed, approved or tendered. */
  readonly preparedTo: ProjectStage;
  readonly startsOn: IsoDate;
  readonly begunOn: IsoDate | null;
  readonly completedOn: IsoDate | null;
}

/** Share of the allocated money that is paid out on completion, by kind: some kinds pay slowly. */
const PAID_SHARE: Readonly<Record<ProjectKind, number>> = {
  road: 0.86,
  relocation: 0.9,
  industry: 0.68,
  water: 0.81,
  power: 0.88,
  service: 0.77,
  environment: 0.58,
};
const DAYS_AFTER_COMPLETION: readonly (readonly [stage: ProjectStage, least: number, most: number])[] = [
  ['accepted', 25, 80],
  ['reimbursed', 30, 90],
  ['transferred', 20, 70],
];

/** Dated stages and amounts of a project up to the data date. */
export function createProjectEvents(
  course: ProjectCourse,
  { kind, plannedYuan }: Pick<ProjectRow, 'kind' | 'plannedYuan'>,
  random: Random,
): ProjectRow['events'] {
  const events: ProjectRow['events'][number][] = [];
  const addStage = (value: ProjectStage, day: DayNumber): void => {
    if (day <= DATA_DAY) events.push({ kind: 'stage', on: dayToDate(day), value });
  };
  const latest = course.begunOn ? dateToDay(course.begunOn) : DATA_DAY;
  let day = dateToDay(course.startsOn);
  const prepared = PROJECT_STAGES.slice(0, PROJECT_STAGES.indexOf(course.preparedTo) + 1);
  const gap = Math.max(1, Math.floor((latest - day) / (prepared.length + 1)));
  for (const stage of prepared) {
    addStage(stage, Math.min(day, latest));
    day += gap;
  }
  if (course.begunOn) addStage('begun', dateToDay(course.begunOn));
  if (course.completedOn) {
    let after = dateToDay(course.completedOn);
    addStage('completed', after);
    for (const [stage, least, most] of DAYS_AFTER_COMPLETION) {
      after = nextWorkingDay(after + random.between(least, most), Infinity);
      if (random.chance(0.85)) addStage(stage, after);
      else break;
    }
  }
  addAmounts({ events, course, kind, plannedYuan, random });
  return events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Money follows the works: allocated before they begin, paid out by instalments, spent a little later. */
function addAmounts({
  events,
  course,
  kind,
  plannedYuan,
  random,
}: {
  events: ProjectRow['events'][number][];
  course: ProjectCourse;
  kind: ProjectKind;
  plannedYuan: number;
  random: Random;
}): void {
  const isFunded = course.begunOn !== null || course.preparedTo === 'tendered';
  if (!isFunded) return;
  const begun = course.begunOn ? dateToDay(course.begunOn) : DATA_DAY - 20;
  const allocated = Math.round((plannedYuan * random.between(88, 100)) / 100 / 100) * 100;
  const add = (event: 'allocated' | 'disbursed' | 'spent', day: DayNumber, share: number): void => {
    if (day <= DATA_DAY)
      events.push({ kind: event, on: dayToDate(day), amount: Math.round((allocated * share) / 100) * 100 });
  };
  add('allocated', Math.min(begun - 12, DATA_DAY), 1);
  if (!course.begunOn) return;
  const end = course.completedOn ? dateToDay(course.completedOn) : DATA_DAY;
  const final = Math.min(1, PAID_SHARE[kind] + 0.22 * (random.next() - 0.5)) * (course.completedOn ? 1 : 0.45);
  add('disbursed', begun + 10, 0.3 * final);
  add('disbursed', Math.round((begun + end) / 2) + 8, 0.65 * final);
  add('spent', Math.round((begun + end) / 2) + 20, 0.5 * final);
  if (!course.completedOn) return;
  add('disbursed', end + 35, final);
  add('spent', end + 50, 0.96 * final);
}
