import type { choices as zh } from '../zh/choices.ts';

/** Answers of the solvers: sites and road programmes. */
export const choices: Record<keyof typeof zh, string> = {
  status_optimal: 'Proved optimal',
  status_feasible: 'Feasible, at most {gap}% from the bound',
  status_infeasible: 'No solution, for the reasons below',
  status_unknown: 'Nothing was found in the time given; allow more time and try again',
  unit_household_minutes: 'household-minutes',
  unit_household_km: 'household-kilometres',
  unit_households: 'households',
  unit_sites: 'sites',
  unit_wan_yuan: '× 10,000 yuan',
  unit_minutes: 'minutes',
  unit_km: 'km',
  site_name: 'New site {code}',
  reason_far_all:
    'Serves {households} households, {mean} {unit} away on average, that would otherwise be over {limit} {unit} from the nearest other site, {other} {unit} on average',
  reason_serves:
    'Serves {households} households of {settlements} settlements, {mean} {unit} away on average and {worst} {unit} at most',
  reason_nobody: 'Nobody is sent here',
  reason_far: 'without it {count} of them would be over {limit} {unit} from the nearest other site',
  reason_farther: 'without it the nearest other site would be {mean} {unit} away on average',
  reason_instead: 'most of them ({count}) would then go to “{name}”',
  reason_instead_all: 'all of them would then go to “{name}”',
  reason_none: 'without it {count} of them would have no way to any other site',
  reason_full: 'without it {count} of them would find no room elsewhere',
  reason_missing: 'without it the other sites would lack room for {count} households',
  reason_required: 'it has to stay, as asked',
  reason_join: '; ',
  problem_no_candidates: 'There is no place to choose from: every site is excluded and there are no new places.',
  problem_too_many_required: '{required} sites must stay, but at most {sites} may be open.',
  problem_uncovered:
    '{count} settlements ({households} households) have no allowed place within {limit} {unit}: {names}.',
  problem_uncovered_no_way: '{count} settlements ({households} households) have no way to any allowed place: {names}.',
  problem_too_few_sites: '{sites} sites cannot cover every settlement; at least {needed} are needed.',
  problem_capacity:
    'There is not enough room: {demand} households are to be placed, the allowed sites have room for {room} at most, {missing} households cannot be placed. The towns that lack most: {towns}.',
  problem_capacity_sites:
    'There is not enough room: {demand} households are to be placed, the {sites} largest sites have room for {room}, {missing} households cannot be placed; by room alone at least {needed} sites are needed. The towns that lack most: {towns}.',
  problem_capacity_whole:
    'No single site has room for the whole of these settlements: {names}. They can be split by household.',
  problem_capacity_packing:
    'There is room enough in all, but whole settlements do not fit into it. Split them by household, or add room.',
  problem_budget: 'The budget is too small: at least {needed} × 10,000 yuan are needed, the budget is {budget}.',
  problem_without_way:
    '{count} settlements ({households} households) have no way to any allowed place and were left out: {names}.',
  problem_not_covered: '{count} settlements ({households} households) are not within {limit} {unit}: {names}.',
  problem_not_placed:
    'There is not enough room: {placed} of {demand} households are placed (no plan can place more than {most}); {households} households of {count} settlements are not: {names}. The towns that lack most: {towns}.',
  problem_inhabited:
    '{count} sites that were not chosen have {households} households living there; they stay open, and this choice sends nobody more there: {names}.',
  problem_split:
    'No single site has room for the whole of {count} settlements, which were split by household: {names}.',
  problem_forbidden: '{count} drawn places are refused by a forbidding rule and were left out: {points}.',
  problem_fewer_suitable: 'The suitability map has only {found} fitting places, {asked} were asked for.',
  names_more: '{names} and others',
  names_join: ', ',
  town_gap: '{town} (lacks {missing} households)',
  note: 'A new place does not replace the hazard assessment, without which a plan cannot be published.',
  programme_step:
    'Harden {segments} segments, {km} km, {cost} × 10,000 yuan; newly joins {settlements} settlements with {households} households',
  programme_step_none: 'Harden {segments} segments, {km} km, {cost} × 10,000 yuan; opens the way for later steps',
  programme_unplaced:
    'No year has money enough: {segments} segments, {km} km, {cost} × 10,000 yuan, which would join {settlements} settlements with {households} households',
  programme_beyond:
    'The share cannot be reached: no existing segment joins {count} settlements ({names}). Below is the cheapest way to join all others: {rest}',
  programme_impossible: 'No existing segments can join it',
  csv_number: 'Step',
  csv_year: 'Year',
  csv_segment: 'Segment code',
  csv_segment_name: 'Segment name',
  csv_km: 'km',
  csv_cost: 'Cost (10,000 yuan)',
  csv_estimate: 'Estimated at sample prices',
  csv_step_settlements: 'Settlements newly joined by the step',
  csv_step_households: 'Households newly joined by the step',
  csv_site: 'Site code',
  csv_site_name: 'Site name',
  csv_is_new: 'New',
  csv_households: 'Households served',
  csv_capacity: 'Capacity (households)',
  csv_lon: 'Longitude',
  csv_lat: 'Latitude',
  csv_reason: 'Reason',
  csv_settlement: 'Settlement code',
  csv_settlement_name: 'Settlement name',
  csv_minutes: 'Minutes',
  yes: 'yes',
  no: 'no',
  cli_objective: 'Objective {objective} {unit}, bound {bound}, gap {gap}, {seconds} s, seed {seed}',
  cli_programme: '{cost} × 10,000 yuan, gained {gained}, bound {bound}, gap {gap}, {seconds} s, seed {seed}',
  cli_joined: 'Joined (R2): {before} before, {after} after, of {all} that must be joined',
  cli_year: '{year}: {km} km, {cost} × 10,000 yuan, newly joins {settlements} settlements with {households} households',
  cli_commands: '{count} commands make this part of a plan (--output file.json keeps them)',
  cli_left_out: '{count} settlements are emptied by the plan; no road was hardened for them',
  cli_impossible: '{count} settlements cannot be joined by existing segments: {names}',
  cli_sample_costs: 'Costs hold estimates at sample prices.',
};
