import { DIFFERENCE_LOOKS } from '#core/cartography/difference-look.ts';
import type { PaletteToken } from '#core/cartography/palettes.ts';
import type { DifferenceState } from '#core/planning/differences.ts';
import type { ChangeKind } from './import-view.ts';

/** The states of compared plans say the same of an import. */
const STATES: Readonly<Record<ChangeKind, DifferenceState>> = {
  new: 'gained',
  changed: 'changed',
  unchanged: 'same',
  removed: 'lost',
};

/** How a kind of change looks: a colour, and for those who cannot tell it a sign and the dash of lines. */
export interface ChangeLook {
  readonly color: PaletteToken;
  /** A character that every font has. */
  readonly sign: string;
  readonly dash: readonly number[] | null;
}

const lookOf = (kind: ChangeKind, sign: string): ChangeLook => {
  const { color, dash } = DIFFERENCE_LOOKS[STATES[kind]];
  return { color, sign, dash };
};

/** The same in the tables, in the legend and on the map. */
export const CHANGE_LOOKS: Readonly<Record<ChangeKind, ChangeLook>> = {
  new: lookOf('new', '▲'),
  changed: lookOf('changed', '◆'),
  unchanged: lookOf('unchanged', '●'),
  removed: lookOf('removed', '✕'),
};
