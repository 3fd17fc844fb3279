import type { words as zh } from '../zh/words.ts';

/**
 * The campaign word sets of domain.md section 2. Key = `<word set>_<word>`; read them by `campaignWord` of `core/county/campaign-word.ts`,
 * which knows which set the campaign uses for which word.
 */
export const words: Record<keyof typeof zh, string> = {
  poverty_alleviation_name: 'Poverty alleviation',
  poverty_alleviation_target_household: 'Poor household',
  poverty_alleviation_target_people: 'Poor people',
  poverty_alleviation_priority_village: 'Poor village',
  poverty_alleviation_relocation_household: 'Relocated poor household',
  poverty_alleviation_exit: 'Exit',

  consolidation_name: 'Consolidation',
  consolidation_target_household: 'Monitored household',
  consolidation_target_people: 'Monitored people',
  consolidation_priority_village: 'Village out of poverty',
  consolidation_relocation_household: 'Relocated household',
  consolidation_exit: 'Risk removed',

  regular_assistance_name: 'Regular assistance',
  regular_assistance_target_household: 'Assisted household',
  regular_assistance_target_people: 'Assisted people',
  regular_assistance_priority_village: 'Priority village',
  regular_assistance_relocation_household: 'Relocated household',
  regular_assistance_exit: 'Risk removed',

  hazard_relocation_name: 'Relocation from hazards',
  hazard_relocation_target_household: 'Household to be moved',
  hazard_relocation_target_people: 'People to be moved',
  hazard_relocation_priority_village: 'Village with hazard points',
  hazard_relocation_relocation_household: 'Household to be moved',
  hazard_relocation_exit: 'Struck off',

  rural_roads_name: 'Rural roads',
  rural_roads_target_household: 'Served household',
  rural_roads_target_people: 'Served people',
  rural_roads_priority_village: 'Priority village',
  rural_roads_relocation_household: 'Relocated household',
  rural_roads_exit: 'Struck off',

  living_environment_name: 'Living environment',
  living_environment_target_household: 'Household to be improved',
  living_environment_target_people: 'People reached',
  living_environment_priority_village: 'Priority village',
  living_environment_relocation_household: 'Relocated household',
  living_environment_exit: 'Struck off',
};
