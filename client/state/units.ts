import type { CountUnit, FigureUnit } from '#core/indicators/figure.ts';

/** Every unit that an amount on the screen may have. */
export type Unit = FigureUnit | CountUnit;
