/** Answers of the solvers: sites and road programmes. */
export const choices = {
  status_optimal: '已证明最优',
};
