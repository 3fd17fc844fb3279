import { create } from 'zustand';
import type { PlanEvaluationAnswer } from '#core/api/plans.ts';
import type { SuitabilityAnswer, SuitabilityAnswerItem } from '#core/api/suitability.ts';
import type { ParkKind, RoadClass, ServiceKind, Surface } from '#core/county/kinds.ts';
import type { PlanEdit } from '#core/county/plan.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';

/** What the pointer does on the planning map, in the order of the bar. */
export const PLAN_ACTIONS = [
  'look',
  'place_site',
  'assign',
  'harden',
  'draw_road',
  'place_park',
  'place_service',
] as const;
export type PlanAction = (typeof PLAN_ACTIONS)[number];

/** A site in hand: an existing one that is moved, or a new one that is not placed yet. */
export interface PlanDrag {
  readonly kind: 'move' | 'place';
  readonly siteCode: string;
  readonly name: string;
  readonly capacityHouseholds: number;
  /** Where it stood; null for a new one. */
  readonly from: LonLat | null;
  readonly position: LonLat;
  /** Let go; the rules are asked. */
  readonly isDropped: boolean;
}

/** What was computed for a place of the site in hand. */
export interface DragEvaluation {
  readonly siteCode: string;
  readonly position: LonLat;
  readonly evaluation: PlanEvaluationAnswer;
  /** What the rules say of the place; null where they could not be asked. */
  readonly place: SuitabilityAnswerItem | null;
}

/** A site that a forbidding rule keeps from a place. */
export interface Refusal {
  readonly edit: Extract<PlanEdit, { kind: 'place_site' | 'move_site' }>;
  readonly answer: SuitabilityAnswer;
}

/** A site whose works have begun or where people live: it stays where it is. */
export interface LockedSite {
  readonly siteCode: string;
  readonly name: string;
  readonly reason: 'site_built' | 'site_has_residents';
  readonly households: number;
}

/** What is typed beside the map before the click. */
export interface PlanForm {
  readonly capacityHouseholds: number;
  readonly year: number;
  readonly roadClass: RoadClass;
  readonly surface: Surface;
  readonly widthMeters: number;
  readonly parkKind: ParkKind;
  readonly product: string;
  readonly jobs: number | null;
  readonly serviceKind: ServiceKind;
}

interface PlanMapStore {
  readonly action: PlanAction;
  readonly form: PlanForm;
  readonly selectedSite: string | null;
  readonly selectedSettlement: string | null;
  readonly drag: PlanDrag | null;
  readonly dragEvaluation: DragEvaluation | null;
  /** The plan before the last drag: what `against before` compares with. */
  readonly before: PlanEvaluationAnswer | null;
  readonly refusal: Refusal | null;
  /** A site that cannot be taken in hand, and why. */
  readonly locked: LockedSite | null;
  /** The road that is being drawn. */
  readonly sketch: readonly LonLat[];
}

const INITIAL_FORM: PlanForm = {
  capacityHouseholds: 100,
  year: 2027,
  roadClass: 'C',
  surface: 'cement_concrete',
  widthMeters: 4.5,
  parkKind: 'agricultural_park',
  product: '',
  jobs: 100,
  serviceKind: 'clinic',
};

const NOTHING_IN_HAND = {
  drag: null,
  dragEvaluation: null,
  refusal: null,
  locked: null,
  sketch: [],
  selectedSettlement: null,
} as const;

/** What map and planning panel tell each other; nothing here belongs into a link. */
export const usePlanMapStore = create<PlanMapStore>()(() => ({
  action: 'look',
  form: INITIAL_FORM,
  selectedSite: null,
  before: null,
  ...NOTHING_IN_HAND,
}));

const { setState, getState } = usePlanMapStore;

/** Takes up an action; the same one again lays it down. What was in hand is put back. */
export const takeAction = (action: PlanAction): void =>
  setState({ action: getState().action === action ? 'look' : action, ...NOTHING_IN_HAND });

/** Escape: puts back what is in hand, then lays the action down, then forgets the choice. */
export function leaveAction(): void {
  const { action, drag, refusal, locked, sketch, selectedSettlement } = getState();
  const holds =
    (drag?.kind === 'move' ? drag : null) ?? refusal ?? locked ?? selectedSettlement ?? (sketch.length > 0 || null);
  if (holds !== null) setState(NOTHING_IN_HAND);
  else if (action !== 'look') setState({ action: 'look', ...NOTHING_IN_HAND });
  else setState({ selectedSite: null });
}

/** Everything as it is when a plan is opened. */
export const resetPlanMap = (): void =>
  setState({ action: 'look', selectedSite: null, before: null, ...NOTHING_IN_HAND });

/** Changes what is typed. */
export const changeForm = (patch: Partial<PlanForm>): void => setState(({ form }) => ({ form: { ...form, ...patch } }));

/** Chooses a site, or none. */
export const selectSite = (selectedSite: string | null): void =>
  setState((store) =>
    store.selectedSite === selectedSite ? store : { selectedSite, before: null, refusal: null, locked: null },
  );

/** Takes a site in hand. */
export const beginDrag = (drag: PlanDrag, before: PlanEvaluationAnswer | null): void =>
  setState({
    drag,
    before,
    dragEvaluation: null,
    refusal: null,
    locked: null,
    selectedSite: drag.kind === 'move' ? drag.siteCode : null,
  });

/** Says why a site stays where it is, and shows its account. */
export const refuseDrag = (locked: LockedSite): void =>
  setState({ ...NOTHING_IN_HAND, locked, selectedSite: locked.siteCode });

/** Moves the site in hand. */
export const moveDrag = (position: LonLat): void =>
  setState(({ drag }) => (drag && !drag.isDropped ? { drag: { ...drag, position } } : {}));

/** Puts the site in hand back. */
export const cancelDrag = (): void => setState({ drag: null, dragEvaluation: null, refusal: null });

/** What the site in hand does where it is. */
export const dragEdit = ({ kind, siteCode, name, position, capacityHouseholds }: PlanDrag): Refusal['edit'] =>
  kind === 'move'
    ? { kind: 'move_site', input: { siteCode, position } }
    : { kind: 'place_site', input: { siteCode, name, position, capacityHouseholds } };
