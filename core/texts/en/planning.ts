import type { planning as zh } from '../zh/planning.ts';

/** Plans as the server and the sheets speak of them: commands, states, faults. */
export const planning: Record<keyof typeof zh, string> = {
  today: 'Today',
  history_created: 'Plan begun; changes taken over: {count}',
  history_added: 'Changes added: {count}',
  history_undone: 'Changes undone: {count}',
  history_redone: 'Changes redone: {count}',
  history_removed: 'Changes taken out: {count}',
  history_renamed: 'Name or description changed',
  history_rebased: 'Put over the plan in force',
  history_submitted: 'Submitted',
  history_withdrawn: 'Withdrawn',
  history_published: 'Published',
  fault_unknown_site: 'There is no site “{name}”; it may have been taken out.',
  fault_unknown_settlement: 'There is no settlement “{name}”.',
  fault_unknown_household: 'There is no household with the code {about}.',
  fault_unknown_segment: 'There is no road segment “{name}”.',
  fault_unknown_placed: 'There is nothing “{name}” that a plan placed.',
  fault_code_taken: 'The code {about} is in use already; choose another.',
  fault_foreign_code:
    'The new “{name}” has the code {about}, which is not one of plan {plan}: it must begin with “{prefix}”, as {prefix}S1 does.',
  fault_outside_county:
    'The place of “{name}” ({lon}, {lat}) is outside the county; put it inside the county boundary.',
  fault_site_built: 'Works at “{name}” have begun, so it can no longer be moved or taken out.',
  fault_site_has_residents: '{households} households live at “{name}” already, so it cannot be moved or taken out.',
  fault_site_closed: '“{name}” is closed in this plan and takes nobody; open it first.',
  fault_capacity_below_residents:
    '{households} households live at “{name}” already; its capacity cannot be {capacity}.',
  fault_capacity_negative: 'The capacity of “{name}” cannot be negative ({capacity}).',
  fault_not_relocation: '“{name}” has no relocation households that could be arranged in this way.',
  fault_moved_in: 'The relocation households of “{name}” have moved in; a plan cannot change that.',
  fault_already_hardened: 'The segment “{name}” is hardened already.',
  fault_year_outside_campaign: 'The year {year} of “{name}” is outside the campaign, {first} to {last}.',
  fault_line_too_short: 'The new road “{name}” is {meters} m long; it must have at least {least} m.',
  fault_not_assessed:
    '“{name}” has no hazard assessment where it stands: it can be drafted but not published. Add the assessment first.',
  fault_over_capacity: '“{name}” is given {households} households and holds {capacity}: {excess} too many.',
  fault_not_placed_by_plan: '“{name}” was not placed by a plan, so a plan cannot take it out.',
  fault_forbidden_place: '“{name}” cannot stand here: {finding}{nearest}',
  fault_assessment_in_future: 'The assessment of “{name}” is of {on}, later than the data date {latest}.',
};
