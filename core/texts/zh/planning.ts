/** Plans as the server and the sheets speak of them: commands, states, faults. */
export const planning = {
  today: '现状',
};
