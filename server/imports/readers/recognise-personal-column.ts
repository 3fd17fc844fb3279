import type { RecognisePersonal } from './leave-out-personal.ts';

/** Which kind of personal data a column holds. */
export const recognisePersonalColumn: RecognisePersonal = () => null;
