/** The planning page. */
export const plans = {
  title: '规划',
};
