/** Comparison of plans. */
export const compare = {
  title: '方案比较',
};
