/** Where a site may stand: rules, factors, classes. */
export const suitability = {
  note: '选址初筛，不代替地质灾害危险性评估和用地审批。',
};
