import { dateToDay, dayToDate, type IsoDate } from '#core/county/dates.ts';
import type { AreaRow, ProjectRow, SiteRow, TaskRow } from '#core/county/things.ts';
import { DATA_DAY, nextWorkingDay } from './calendar.ts';
import { spreadOverPeriod } from './pace.ts';
import { createRandom, type Random } from './random.ts';

/** A yearly duty of every town. */
interface TownDuty {
  readonly name: string;
  readonly nameEn: string;
  readonly department: string;
  readonly post: string;
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  readonly deadline: string;
}

const TOWN_DUTIES: readonly TownDuty[] = [
  {
    name: '搬迁入住',
    nameEn: 'Moving In',
    department: '县发展改革局',
    post: '县发展改革局副局长',
    unit: '户',
    least: 60,
    most: 190,
    deadline: '12-20',
  },
  {
    name: '旧房拆除',
    nameEn: 'Old Houses Demolished',
    department: '县自然资源局',
    post: '县自然资源局副局长',
    unit: '户',
    least: 50,
    most: 160,
    deadline: '12-31',
  },
  {
    name: '通组路硬化',
    nameEn: 'Group Roads Hardened',
    department: '县交通运输局',
    post: '县交通运输局副局长',
    unit: '公里',
    least: 8,
    most: 34,
    deadline: '11-30',
  },
  {
    name: '隐患点销号',
    nameEn: 'Hazard Points Struck Off',
    department: '县自然资源局',
    post: '县地质环境监测站站长',
    unit: '处',
    least: 2,
    most: 9,
    deadline: '10-31',
  },
  {
    name: '产业基地建设',
    nameEn: 'Industry Bases',
    department: '县农业农村局',
    post: '县农业农村局副局长',
    unit: '亩',
    least: 200,
    most: 1400,
    deadline: '12-10',
  },
  {
    name: '搬迁劳动力就业',
    nameEn: 'Employment of Moved Households',
    department: '县人力资源社会保障局',
    post: '县人力资源社会保障局副局长',
    unit: '人',
    least: 60,
    most: 260,
    deadline: '12-31',
  },
  {
    name: '户厕改造',
    nameEn: 'Toilets Improved',
    department: '县住房和城乡建设局',
    post: '县住房和城乡建设局副局长',
    unit: '户',
    least: 40,
    most: 220,
    deadline: '11-25',
  },
];
const YEARS = [2024, 2025, 2026] as const;

/** Tasks of the towns by year, of the sites, and of the projects under way. */
export function createTaskRows({
  seed,
  areas,
  sites,
  projects,
}: {
  seed: number;
  areas: readonly AreaRow[];
  sites: readonly SiteRow[];
  projects: readonly ProjectRow[];
}): TaskRow[] {
  const random = createRandom(seed, 'tasks');
  const rows: Omit<TaskRow, 'code'>[] = [];
  for (const town of areas.filter(({ level }) => level === 'town')) {
    for (const year of YEARS) for (const duty of TOWN_DUTIES) rows.push(createTownTask({ town, year, duty, random }));
  }
  for (const site of sites) rows.push(createSiteTask(site));
  const open = projects.filter(({ kind, events }) => kind !== 'relocation' && isUnderWay(events));
  for (const project of open) rows.push(createProjectTask(project, random));
  return rows.map((row, i) => ({ code: `RW${String(i + 1).padStart(4, '0')}`, ...row }));
}

/** Years gone by are done, some late; this year's are on their way, some behind. */
function createTownTask({
  town,
  year,
  duty,
  random,
}: {
  town: AreaRow;
  year: number;
  duty: TownDuty;
  random: Random;
}): Omit<TaskRow, 'code'> {
  const plannedAmount = random.between(duty.least, duty.most);
  const startsOn = `${year}-02-26`;
  const deadline = `${year}-${duty.deadline}`;
  const isOpen = year === 2026;
  const isOverdue = isOpen && dateToDay(deadline) <= DATA_DAY;
  const isDone = isOpen ? random.chance(isOverdue ? 0.62 : 0.2) : random.chance(0.985);
  const end = isDone ? Math.min(DATA_DAY - 1, dateToDay(deadline) + random.between(-60, isOpen ? 0 : 25)) : DATA_DAY;
  const reached = isDone ? 1 : random.weighted([0.95, 0.86, 0.74, 0.58], [30, 34, 24, 12]);
  return {
    name: `${town.name}${year}年${duty.name}`,
    nameEn: `${town.nameEn} ${year}: ${duty.nameEn}`,
    areaCode: town.code,
    projectCode: null,
    thingCode: town.code,
    department: duty.department,
    responsiblePost: random.chance(0.5) ? duty.post : `${town.name}分管副职`,
    startsOn,
    deadline,
    plannedAmount,
    unit: duty.unit,
    events: createProgress({ plannedAmount, reached, startsOn, end: dayToDate(end), isDone, random }),
  };
}

function createProgress({
  plannedAmount,
  reached,
  startsOn,
  end,
  isDone,
  random,
}: {
  plannedAmount: number;
  reached: number;
  startsOn: IsoDate;
  end: IsoDate;
  isDone: boolean;
  random: Random;
}): TaskRow['events'] {
  const reports = spreadOverPeriod(random.between(4, 7), startsOn, end);
  const events: TaskRow['events'][number][] = reports.map((day, i) => ({
    kind: 'progress',
    on: dayToDate(day),
    amount: Math.floor((plannedAmount * reached * (i + 1)) / reports.length),
  }));
  if (isDone) events.push({ kind: 'completed', on: end });
  return events;
}

/** Each site is to be lived in by the end of its year. */
function createSiteTask(site: SiteRow): Omit<TaskRow, 'code'> {
  const households = site.capacityHouseholds ?? 0;
  const on = (stage: string): IsoDate | undefined => site.events.find(({ value }) => value === stage)?.on;
  const steps: readonly (readonly [stage: string, share: number])[] = [
    ['structure_done', 0.5],
    ['accepted', 0.75],
    ['moved_in', 1],
  ];
  const moved = on('moved_in');
  const events: TaskRow['events'][number][] = steps.flatMap(([stage, share]) => {
    const date = on(stage);
    return date ? [{ kind: 'progress' as const, on: date, amount: Math.round(households * share) }] : [];
  });
  if (moved) events.push({ kind: 'completed', on: moved });
  return {
    name: `${site.name}建成入住`,
    nameEn: `${site.nameEn}: Built and Lived In`,
    areaCode: site.areaCode,
    projectCode: null,
    thingCode: site.code,
    department: '县发展改革局',
    responsiblePost: '县发展改革局易地搬迁股股长',
    startsOn: site.events[0]?.on ?? '2026-01-05',
    deadline: site.deadline ?? '2027-12-31',
    plannedAmount: households,
    unit: '户',
    events,
  };
}

const isUnderWay = (events: ProjectRow['events']): boolean =>
  events.some(({ value }) => value === 'begun') && !events.some(({ value }) => value === 'completed');

function createProjectTask(project: ProjectRow, random: Random): Omit<TaskRow, 'code'> {
  const begun = project.events.find(({ value }) => value === 'begun')?.on ?? '2026-03-02';
  const done = random.between(15, 92);
  const half = dayToDate(nextWorkingDay(Math.floor((dateToDay(begun) + DATA_DAY) / 2)));
  return {
    name: `${project.name}按期完工`,
    nameEn: `${project.nameEn}: Completed in Time`,
    areaCode: project.areaCode,
    projectCode: project.code,
    thingCode: project.thingCode,
    department: project.leadDepartment,
    responsiblePost: `${project.leadDepartment}项目股股长`,
    startsOn: begun,
    deadline: project.deadline ?? '2027-12-31',
    plannedAmount: 100,
    unit: '%',
    events: [
      { kind: 'progress', on: half, amount: Math.floor(done / 2) },
      { kind: 'progress', on: dayToDate(DATA_DAY - random.between(1, 12)), amount: done },
    ].sort((a, b) => (a.on < b.on ? -1 : 1)) as TaskRow['events'],
  };
}
