import type { County } from '../../county/county.ts';
import type { IsoDate } from '../../county/dates.ts';
import type { ProjectKind } from '../../county/kinds.ts';
import type { ProjectRow, SiteRow } from '../../county/things.ts';

/** Who answers for a site and by when it is to be done. */
export interface SiteDuty {
  /** Lead department of the site's project; without one, the department that leads most projects of relocation; null = nobody leads any. */
  readonly department: string | null;
  /** Of the site, else of its project, else of the campaign. */
  readonly deadline: IsoDate;
}

interface Duties {
  readonly bySite: ReadonlyMap<string, ProjectRow>;
  readonly usual: string | null;
}
const kept = new WeakMap<readonly ProjectRow[], Duties>();

/** Who answers for a site; one that a plan placed has neither project nor deadline of its own. */
export function findSiteDuty({ projects, campaign }: County, { code, deadline }: SiteRow): SiteDuty {
  let duties = kept.get(projects);
  if (!duties) {
    duties = readDuties(projects);
    kept.set(projects, duties);
  }
  const project = duties.bySite.get(code);
  return {
    department: project?.leadDepartment ?? duties.usual,
    deadline: deadline ?? project?.deadline ?? campaign.deadline,
  };
}

function readDuties(projects: readonly ProjectRow[]): Duties {
  const relocation = projects.filter(({ kind }) => kind === 'relocation');
  return {
    bySite: new Map(relocation.flatMap((project) => (project.thingCode ? [[project.thingCode, project]] : []))),
    usual: findLeadDepartment(relocation, 'relocation'),
  };
}

/** The department that leads most projects of a kind, the first by name among equals; null = there is none. */
export function findLeadDepartment(projects: readonly ProjectRow[], wanted: ProjectKind): string | null {
  const counts = new Map<string, number>();
  for (const { leadDepartment, kind } of projects) {
    if (kind === wanted) counts.set(leadDepartment, (counts.get(leadDepartment) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first?.[0] ?? null;
}
