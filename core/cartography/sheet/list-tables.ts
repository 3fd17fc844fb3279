import type { IndicatorCode } from '../../indicators/figure.ts';
import type { MapTable } from '../map-definition.ts';
import type { TableData } from './furniture/table-data.ts';
import { createCategoryTable } from './tables/category-table.ts';
import { createCauseTable } from './tables/cause-table.ts';
import { createGapsTable } from './tables/gaps-table.ts';
import { createHouseholdsTable } from './tables/households-table.ts';
import { createLateTasksTable } from './tables/late-tasks-table.ts';
import { createMeasuresTable } from './tables/measures-table.ts';
import { createParksTable } from './tables/parks-table.ts';
import { createProductsTable } from './tables/products-table.ts';
import { createProjectsTable } from './tables/projects-table.ts';
import { createRankingTable } from './tables/ranking-table.ts';
import { createResponsibilityTable } from './tables/responsibility-table.ts';
import { createRoadProgrammeTable } from './tables/road-programme-table.ts';
import { createSegmentsTable } from './tables/segments-table.ts';
import { createSitesTable } from './tables/sites-table.ts';
import { createStruckOffTable } from './tables/struck-off-table.ts';
import type { TableScope } from './tables/table-scope.ts';
import { createTasksTable } from './tables/tasks-table.ts';
import { createTimetable } from './tables/timetable.ts';
import { createVillagesTable } from './tables/villages-table.ts';

/** Makes one table of a map; null when the area has nothing for it. */
type TableMaker = (scope: TableScope, rankedBy: IndicatorCode) => TableData | null;

/** Every table that a map may name; figures and curve are panels of their own. */
const TABLES: Readonly<Record<Exclude<MapTable, 'figures' | 'curve'>, TableMaker>> = {
  ranking: createRankingTable,
  late_tasks: createLateTasksTable,
  gaps: createGapsTable,
  towns_by_cause: createCauseTable,
  villages: createVillagesTable,
  measures_by_year: createMeasuresTable,
  sites: createSitesTable,
  road_programme: createRoadProgrammeTable,
  parks: createParksTable,
  projects: createProjectsTable,
  timetable: createTimetable,
  households: createHouseholdsTable,
  responsibility: createResponsibilityTable,
  segments: createSegmentsTable,
  tasks: createTasksTable,
  struck_off: createStruckOffTable,
  towns_by_category: createCategoryTable,
  products: createProductsTable,
};

/** A table by its name in the map definition; null for those that are not tables and for those with nothing to say. */
export function createTable(table: MapTable, scope: TableScope, rankedBy: IndicatorCode): TableData | null {
  return table === 'figures' || table === 'curve' ? null : TABLES[table](scope, rankedBy);
}
