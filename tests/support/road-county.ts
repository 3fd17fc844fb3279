import { buildCounty } from '#core/county/build-county.ts';
import type { County } from '#core/county/county.ts';
import { createTinyCountyRows } from './tiny-county.ts';

/** A county as an import of roads and places makes it: no households, projects, plans. */
export const createRoadCounty = (): County => {
  const rows = createTinyCountyRows();
  return buildCounty(
    {
      ...rows,
      areas: rows.areas.map((area) => ({ ...area, plannedExitYear: null, events: [] })),
      segments: rows.segments.map((segment) => ({ ...segment, plannedYear: null })),
      households: [],
      sites: [],
      hazards: [],
      parks: [],
      projects: [],
      tasks: [],
      items: [],
      ledgerRows: [],
      plans: [],
    },
    1,
  );
};
