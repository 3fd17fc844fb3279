import { dateToDay, dayToDate, type IsoDate } from '#core/county/dates.ts';
import type { ProjectKind } from '#core/county/kinds.ts';
import type { AreaRow, ProjectRow, SiteRow } from '#core/county/things.ts';
import { CAMPAIGN_DEADLINE, DATA_DATE, nextWorkingDay } from './calendar.ts';
import { groupRows } from './group-rows.ts';
import { spreadOverPeriod } from './pace.ts';
import { createProjectEvents, type ProjectCourse } from './project-events.ts';
import { createRandom, type Random } from './random.ts';
import type { SegmentDraft } from './segment-rows.ts';
import { stageDate } from './site-rows.ts';

/** Worked figures: projects begun and, of these, completed. */
export const PROJECTS_BEGUN = 1_769;
export const PROJECTS_COMPLETED = 1_421;
/** Projects of the other kinds that are prepared but not begun. */
const PROJECTS_WAITING = 214;

const KIND_NAMES: Readonly<Record<ProjectKind, readonly [zh: string, en: string]>> = {
  road: ['农村公路硬化工程', 'Road Hardening'],
  relocation: ['安置房建设工程', 'Resettlement Housing'],
  industry: ['产业发展项目', 'Industry Project'],
  water: ['安全饮水巩固提升工程', 'Drinking Water Works'],
  power: ['农网改造工程', 'Power Grid Upgrade'],
  service: ['公共服务设施建设项目', 'Public Service Facility'],
  environment: ['人居环境整治项目', 'Living Environment Project'],
};
/** Departments that lead each kind. */
export const LEAD_DEPARTMENTS: Readonly<Record<ProjectKind, string>> = {
  road: '县交通运输局',
  relocation: '县发展改革局',
  industry: '县农业农村局',
  water: '县水务局',
  power: '县供电局',
  service: '县教育局',
  environment: '县住房和城乡建设局',
};
const OTHER_KINDS: readonly ProjectKind[] = ['industry', 'water', 'power', 'service', 'environment'];
const OTHER_WEIGHTS = [34, 22, 12, 14, 18];
const SOURCES = ['中央财政衔接资金', '省级财政衔接资金', '东西部协作资金', '县级配套'];

type Draft = Omit<ProjectRow, 'code' | 'events' | 'fundsBySource'> & { readonly course: ProjectCourse };

/** Projects and the road segments with their project's code. */
export interface ProjectsAndSegments {
  readonly projects: readonly ProjectRow[];
  /** Project code by segment code. */
  readonly projectOfSegment: ReadonlyMap<string, string>;
}

/** Road projects by village and year, one project per site, and projects of other kinds that fill up to the worked figures. */
export function createProjectRows({
  seed,
  villages,
  segments,
  sites,
}: {
  seed: number;
  villages: readonly AreaRow[];
  segments: readonly SegmentDraft[];
  sites: readonly SiteRow[];
}): ProjectsAndSegments {
  const random = createRandom(seed, 'projects');
  const bundles = bundleSegments(segments);
  const drafts = [
    ...bundles.map((bundle) => draftRoadProject(bundle, villages, random)),
    ...sites.map((site) => draftSiteProject(site)),
  ];
  const begun = drafts.filter(({ course }) => course.begunOn !== null).length;
  const completed = drafts.filter(({ course }) => course.completedOn !== null).length;
  drafts.push(
    ...draftOthers({ begun: PROJECTS_BEGUN - begun, completed: PROJECTS_COMPLETED - completed, villages, random }),
  );
  const projects = drafts.map(
    ({ course, ...draft }, i): ProjectRow => ({
      code: `XM${String(i + 1).padStart(4, '0')}`,
      ...draft,
      fundsBySource: shareFunds(draft.plannedYuan, random),
      events: createProjectEvents(course, draft, random),
    }),
  );
  const projectOfSegment = new Map<string, string>();
  for (const [i, bundle] of bundles.entries()) {
    for (const { code } of bundle) projectOfSegment.set(code, projects[i]?.code ?? '');
  }
  return { projects, projectOfSegment };
}

/** Planned segments of a village and year. */
function bundleSegments(segments: readonly SegmentDraft[]): SegmentDraft[][] {
  const planned = segments.filter(({ plannedYear }) => plannedYear !== null);
  return [...groupRows(planned, ({ village, plannedYear }) => village * 10_000 + (plannedYear ?? 0))]
    .sort(([a], [b]) => a - b)
    .map(([, bundle]) => bundle);
}

function draftRoadProject(bundle: readonly SegmentDraft[], villages: readonly AreaRow[], random: Random): Draft {
  const first = bundle[0] as SegmentDraft;
  const village = villages[first.village] as AreaRow;
  const year = first.plannedYear ?? 2024;
  const dates = (value: string): (IsoDate | undefined)[] =>
    bundle.map(({ events }) => events.find((event) => event.kind === 'status' && event.value === value)?.on);
  const begun = dates('begun')
    .filter((on) => on !== undefined)
    .sort();
  const completed = dates('completed');
  const isCompleted = completed.every((on) => on !== undefined);
  const last = completed.filter((on) => on !== undefined).sort();
  return {
    name: `${village.name}${year}年${KIND_NAMES.road[0]}`,
    nameEn: `${village.nameEn} ${year} ${KIND_NAMES.road[1]}`,
    areaCode: village.code,
    thingCode: first.code,
    kind: 'road',
    leadDepartment: LEAD_DEPARTMENTS.road,
    startsOn: begun[0] ?? `${year}-03-01`,
    deadline: `${year}-12-31`,
    plannedYuan: bundle.reduce((sum, { costYuan }) => sum + (costYuan ?? 0), 0),
    course: {
      preparedTo: begun.length > 0 || random.chance(0.4) ? 'tendered' : 'approved',
      startsOn: year === 2027 ? '2026-06-15' : '2024-01-15',
      begunOn: begun[0] ?? null,
      completedOn: isCompleted ? (last[last.length - 1] ?? null) : null,
    },
  };
}

function draftSiteProject(site: SiteRow): Draft {
  return {
    name: `${site.name}${KIND_NAMES.relocation[0]}`,
    nameEn: `${site.nameEn} ${KIND_NAMES.relocation[1]}`,
    areaCode: site.areaCode,
    thingCode: site.code,
    kind: 'relocation',
    leadDepartment: LEAD_DEPARTMENTS.relocation,
    startsOn: site.events[0]?.on ?? null,
    deadline: site.deadline,
    plannedYuan: site.costYuan ?? 0,
    course: {
      preparedTo: stageDate(site, 'land_acquired') ? 'tendered' : 'listed',
      startsOn: site.events[0]?.on ?? '2026-06-01',
      begunOn: stageDate(site, 'begun') ?? null,
      completedOn: stageDate(site, 'accepted') ?? null,
    },
  };
}

function draftOthers({
  begun,
  completed,
  villages,
  random,
}: {
  begun: number;
  completed: number;
  villages: readonly AreaRow[];
  random: Random;
}): Draft[] {
  if (completed < 0 || begun < completed)
    throw new Error(`Roads and sites alone have too many projects: ${begun}, ${completed} left.`);
  const completedDays = random.shuffle(spreadOverPeriod(completed, '2024-05-06', DATA_DATE));
  const numbers = new Map<string, number>();
  return Array.from({ length: begun + PROJECTS_WAITING }, (_, i) => {
    const kind = random.weighted(OTHER_KINDS, OTHER_WEIGHTS);
    const village = random.pick(villages);
    const done = completedDays[i];
    const begunDay =
      done === undefined
        ? dateToDay('2026-03-02') + random.int(250)
        : Math.max(dateToDay('2024-02-20'), done - random.between(60, 240));
    const begunOn = dayToDate(nextWorkingDay(begunDay, done === undefined ? undefined : done - 3));
    const isBegun = i < begun;
    const number = (numbers.get(village.code + kind) ?? 0) + 1;
    numbers.set(village.code + kind, number);
    const deadline =
      done === undefined
        ? random.pick(['2026-12-10', '2026-12-31', '2026-10-31', '2027-06-30', CAMPAIGN_DEADLINE])
        : dayToDate(done + random.between(-25, 60));
    return {
      name: `${village.name}${KIND_NAMES[kind][0]}${number > 1 ? `（${number}期）` : ''}`,
      nameEn: `${village.nameEn} ${KIND_NAMES[kind][1]}${number > 1 ? ` Phase ${number}` : ''}`,
      areaCode: village.code,
      thingCode: null,
      kind,
      leadDepartment: LEAD_DEPARTMENTS[kind],
      startsOn: isBegun ? begunOn : null,
      deadline,
      plannedYuan: random.between(12, 320) * 10_000,
      course: {
        preparedTo: isBegun ? 'tendered' : random.weighted(['listed', 'approved', 'tendered'] as const, [40, 40, 20]),
        startsOn: isBegun ? dayToDate(dateToDay(begunOn) - random.between(60, 150)) : '2026-05-18',
        begunOn: isBegun ? begunOn : null,
        completedOn: isBegun && done !== undefined ? dayToDate(done) : null,
      },
    };
  });
}

/** One or two sources that add up. */
function shareFunds(yuan: number, random: Random): ProjectRow['fundsBySource'] {
  const main = Math.round((yuan * random.between(60, 100)) / 100 / 100) * 100;
  const first = random.pick(SOURCES.slice(0, 3));
  if (main >= yuan) return [{ source: first, yuan }];
  return [
    { source: first, yuan: main },
    { source: '县级配套', yuan: yuan - main },
  ];
}
