/**
 * The campaign word sets of domain.md section 2. Key = `<word set>_<word>`; read them by `campaignWord` of `core/county/campaign-word.ts`,
 * which knows which set the campaign uses for which word.
 */
export const words = {
  poverty_alleviation_name: '脱贫攻坚',
  poverty_alleviation_target_household: '贫困户',
  poverty_alleviation_target_people: '贫困人口',
  poverty_alleviation_priority_village: '贫困村',
  poverty_alleviation_relocation_household: '易地扶贫搬迁户',
  poverty_alleviation_exit: '退出、脱贫',

  consolidation_name: '巩固衔接',
  consolidation_target_household: '监测对象',
  consolidation_target_people: '监测对象人口',
  consolidation_priority_village: '脱贫村',
  consolidation_relocation_household: '搬迁户',
  consolidation_exit: '风险消除',

  regular_assistance_name: '常态化帮扶',
  regular_assistance_target_household: '防止返贫致贫对象',
  regular_assistance_target_people: '防止返贫致贫对象人口',
  regular_assistance_priority_village: '重点帮扶村',
  regular_assistance_relocation_household: '搬迁户',
  regular_assistance_exit: '风险消除',

  hazard_relocation_name: '避险搬迁',
  hazard_relocation_target_household: '搬迁对象',
  hazard_relocation_target_people: '搬迁人口',
  hazard_relocation_priority_village: '隐患点涉及村',
  hazard_relocation_relocation_household: '搬迁对象',
  hazard_relocation_exit: '销号',

  rural_roads_name: '农村公路',
  rural_roads_target_household: '服务对象',
  rural_roads_target_people: '服务人口',
  rural_roads_priority_village: '重点村',
  rural_roads_relocation_household: '搬迁户',
  rural_roads_exit: '销号',

  living_environment_name: '人居环境',
  living_environment_target_household: '整治对象',
  living_environment_target_people: '受益人口',
  living_environment_priority_village: '重点村',
  living_environment_relocation_household: '搬迁户',
  living_environment_exit: '销号',
} as const;
