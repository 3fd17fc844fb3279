/** Words and sentences of the screen's shell, panels and controls. */
export const app = {} as const;
