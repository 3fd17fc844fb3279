import type { County } from '#core/county/county.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import type { PlanCommand } from '#core/county/plan.ts';
import type { ChoiceCommand } from '#core/planning/choices/commands-of-sites.ts';
import type { SiteChoice } from '#core/planning/choices/site-choice.ts';
import type { PlanEvaluation } from '#core/planning/evaluation/evaluation.ts';
import { createTinyCounty, createTinyCountyRows } from './tiny-county.ts';

/** A choice of one of the county's sites by minutes. */
export const createSiteChoice = (overrides: Partial<SiteChoice> = {}): SiteChoice => ({
  problem: 'p_median',
  demand: 'relocation',
  split: 'when_needed',
  shortage: 'refuse',
  candidates: { sites: true, suitable: 0, positions: [], capacityHouseholds: 100 },
  measure: 'minutes',
  sites: 1,
  budgetYuan: null,
  limit: null,
  required: [],
  excluded: [],
  seed: 1,
  ...overrides,
});

/**
 * The tiny county in which everybody to be moved goes into a site: 5 households of 5 settlements (石坪, 岩脚组, 滩头, 高峰, 垭口) have not moved in,
 * only the one of 滩头 has a site (site-2). site-1 is full, site-2 has room for 4.
 */
export const createChoiceCounty = (overrides: Partial<CountyRows> = {}): County =>
  createTinyCounty({
    ...overrides,
    households: createTinyCountyRows().households.map((household) =>
      household.relocation === null || household.relocation.kind === 'purchased'
        ? household
        : { ...household, relocation: { ...household.relocation, kind: 'centralised' } },
    ),
  });

/** Commands as a plan holds them. */
export const signCommands = (commands: readonly ChoiceCommand[]): readonly PlanCommand[] =>
  commands.map((command) => ({ ...command, by: 'local', at: '2026-11-23T00:00:00Z' }));

/** Who of an evaluated plan goes where without living there yet, as `settlement site households`. */
export const listMoving = ({ flows }: Pick<PlanEvaluation, 'flows'>): readonly string[] =>
  flows
    .filter(({ households, movedInHouseholds }) => households > movedInHouseholds)
    .map((flow) => `${flow.settlementCode} ${flow.siteCode} ${flow.households - flow.movedInHouseholds}`)
    .toSorted();
