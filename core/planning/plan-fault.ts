/**
 * Why a command cannot be done in a county, or a plan cannot be published. Each is a sentence in the texts (`planning`, key `fault_` + code) with
 * placeholders from `details`.
 */
export const PLAN_FAULT_CODES = [
  'unknown_site',
  'unknown_settlement',
  'unknown_household',
  'unknown_segment',
  'unknown_placed',
  'code_taken',
  'foreign_code',
  'outside_county',
  'forbidden_place',
  'site_built',
  'site_has_residents',
  'site_closed',
  'capacity_below_residents',
  'capacity_negative',
  'not_relocation',
  'moved_in',
  'already_hardened',
  'year_outside_campaign',
  'line_too_short',
  'assessment_in_future',
  'not_assessed',
  'over_capacity',
  'not_placed_by_plan',
] as const;
export type PlanFaultCode = (typeof PLAN_FAULT_CODES)[number];

/** One reason, as data. */
export interface PlanFault {
  readonly code: PlanFaultCode;
  /** The command that cannot be done; null = the plan as a whole. */
  readonly commandId: string | null;
  /** Code of the thing it is about. */
  readonly about: string;
  readonly details: Readonly<Record<string, string | number>>;
}
