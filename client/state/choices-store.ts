import { create } from 'zustand';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { type ChooseForm, INITIAL_CHOOSE_FORM } from './choose-form.ts';
import type { ProgrammeForm } from './programme-form.ts';

/** Ink of the picture over the map, 0 to 1. */
const INITIAL_OPACITY = 0.7;

interface ChoicesStore {
  /** The place whose suitability is asked. */
  readonly place: LonLat | null;
  /** 0 = the picture is not shown. */
  readonly opacity: number;
  /** County that the forms speak of; null = none yet. */
  readonly formsOf: string | null;
  readonly chooseForm: ChooseForm;
  /** A click draws a candidate; otherwise it picks a site. */
  readonly isDrawing: boolean;
  /** Null = not begun. */
  readonly programmeForm: ProgrammeForm | null;
  /** Number of the step that a list or the map points at. */
  readonly pointedStep: number | null;
  /** Number of the step that was clicked. */
  readonly chosenStep: number | null;
  /** Site of the answer that the list points at. */
  readonly pointedSite: string | null;
}

/** What the parts about suitability, choice of sites and road programmes tell the map; nothing here belongs into a link. */
export const useChoicesStore = create<ChoicesStore>()(() => ({
  place: null,
  opacity: INITIAL_OPACITY,
  formsOf: null,
  chooseForm: INITIAL_CHOOSE_FORM,
  isDrawing: false,
  programmeForm: null,
  pointedStep: null,
  chosenStep: null,
  pointedSite: null,
}));

const { setState } = useChoicesStore;

/** Asks about a place, or about none. */
export const askPlace = (place: LonLat | null): void => setState({ place });

/** Changes what is typed about sites. */
export const changeChooseForm = (patch: Partial<ChooseForm>): void =>
  setState(({ chooseForm }) => ({ chooseForm: { ...chooseForm, ...patch } }));

/** Draws a candidate. */
export const drawCandidate = (position: LonLat): void =>
  setState(({ chooseForm }) => ({ chooseForm: { ...chooseForm, positions: [...chooseForm.positions, position] } }));

/** Points at a step, or at none. */
export const pointAtStep = (pointedStep: number | null): void => setState({ pointedStep });

/** Chooses a step, or none. */
export const chooseStep = (chosenStep: number | null): void => setState({ chosenStep });

/** Changes what is typed about roads. */
export const changeProgrammeForm = (patch: Partial<ProgrammeForm>): void =>
  setState(({ programmeForm }) => (programmeForm ? { programmeForm: { ...programmeForm, ...patch } } : {}));
