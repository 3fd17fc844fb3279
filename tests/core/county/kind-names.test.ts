import { describe, expect, it } from 'vitest';
import * as kinds from '#core/county/kinds.ts';
import { HOUSEHOLD_EVENT_KINDS } from '#core/county/things.ts';
import { hasText } from '#core/texts/text.ts';

const LISTS: Readonly<Record<string, readonly string[]>> = {
  area_level: kinds.AREA_LEVELS,
  settlement_kind: kinds.SETTLEMENT_KINDS,
  road_duty: kinds.ROAD_DUTIES,
  category: kinds.TARGET_CATEGORIES,
  category_letter: kinds.TARGET_CATEGORIES,
  cause: kinds.CAUSES,
  arrangement: kinds.ARRANGEMENT_KINDS,
  site_location: kinds.SITE_LOCATION_TYPES,
  site_stage: kinds.SITE_STAGES,
  facility: kinds.FACILITY_KINDS,
  road_class: kinds.ROAD_CLASSES,
  road_function: kinds.ROAD_FUNCTIONS,
  surface: kinds.SURFACES,
  work_status: kinds.WORK_STATUSES,
  hazard_kind: kinds.HAZARD_KINDS,
  hazard_treatment: kinds.HAZARD_TREATMENTS,
  park_kind: kinds.PARK_KINDS,
  service: kinds.SERVICE_KINDS,
  constraint: kinds.CONSTRAINT_KINDS,
  constraint_effect: kinds.CONSTRAINT_EFFECTS,
  project_stage: kinds.PROJECT_STAGES,
  project_kind: kinds.PROJECT_KINDS,
  role: kinds.RESPONSIBILITY_ROLES,
  household_event: HOUSEHOLD_EVENT_KINDS,
};

describe('texts of kinds', () => {
  it.each(Object.entries(LISTS))('names every value of the list %s', (list, values) => {
    expect(values.filter((value) => !hasText('things', `${list}_${value}`))).toEqual([]);
  });
});
