import { create } from 'zustand';
import type { MapKind } from '#core/county/kinds.ts';
import type { IndicatorCode } from '#core/indicators/figure.ts';
import type { ImportView } from './import-view.ts';
import { type Camera, INITIAL_VIEW, type Page, type PlanTab, type SheetTab, type ThingRef, type View } from './view.ts';

/** Whether a change is a step the back button returns from, or a refinement of the present one. */
export type HistoryStep = 'push' | 'replace' | 'none';

interface ViewStore {
  readonly view: View;
  /** How the last change enters the browser's history; `none` when it came from there. */
  readonly step: HistoryStep;
  readonly change: (patch: Partial<View>, step?: HistoryStep) => void;
}

/** The one store of what is looked at; `app/url-sync.ts` keeps the address equal to it. */
export const useViewStore = create<ViewStore>()((set) => ({
  view: INITIAL_VIEW,
  step: 'none',
  change: (patch, step = 'push') => set(({ view }) => ({ view: { ...view, ...patch }, step })),
}));

/** One part of the view, for components. */
export function useView<Part>(select: (view: View) => Part): Part {
  return useViewStore((store) => select(store.view));
}

const change = (patch: Partial<View>, step?: HistoryStep): void => useViewStore.getState().change(patch, step);

/** Opens an area: the map moves there, details of the old one close. */
export const openArea = (area: string): void => change({ area, thing: null, camera: null, part: null });

/** Opens the origin of an area's figure. */
export const openAreaFigure = (area: string, figure: IndicatorCode): void =>
  change({ area, figure, part: null, thing: null, tool: null, camera: null, page: 'map' });

/** Opens one of the four maps. */
export const openMap = (map: MapKind): void => change({ map, page: 'map', figure: null, part: null, thing: null });

/** Opens the map, the data tables or the sheet room. */
export const openPage = (page: Page): void => change({ page });

/** Opens the origin of a figure. */
export const openFigure = (figure: IndicatorCode, part: string | null = null): void =>
  change({ figure, part, thing: null, tool: null, page: 'map' });

/** Opens the origin of a figure as of another date. */
export const openFigureAt = (figure: IndicatorCode, asOf: string): void =>
  change({ figure, asOf, part: null, thing: null, tool: null, page: 'map' });

/** Closes the origin of a figure or the card of a thing. */
export const closeDetails = (): void => change({ figure: null, part: null, thing: null });

/** Opens the card of a thing on the map. */
export const openThing = (thing: ThingRef): void => change({ thing, figure: null, part: null, tool: null });

/** Moves the as-of date; playing refines the step it began with. */
export const setAsOf = (asOf: string, step: HistoryStep = 'push'): void => change({ asOf }, step);

/** Puts an earlier date beside the map, or takes it away. */
export const setCompare = (compare: string | null): void => change({ compare });

/** Remembers where the reader moved the map. */
export const setCamera = (camera: Camera): void => change({ camera }, 'replace');

/** Opens the planning page, over the map of measures: what is planned is measures. */
export const openPlanning = (): void =>
  change({ page: 'plan', map: 'measures', figure: null, part: null, thing: null, tool: null, compare: null });

/** Opens a plan on the planning page, or its list of plans. */
export const openPlan = (plan: string | null): void => change({ page: 'plan', plan, planTab: 'edit', thing: null });

/** Opens a part of the planning page. */
export const openPlanTab = (planTab: PlanTab): void => change({ planTab });

/** Opens a part of the sheet room. */
export const openSheetTab = (sheetTab: SheetTab): void => change({ page: 'sheet', sheetTab });

/** Puts the banner of a scanned sheet away. */
export const closePrint = (): void => change({ print: null }, 'replace');

/** Opens an import, a step of it, or what a step shows; another import or step begins with everything, and the map with the whole area. */
export const openImport = (patch: Partial<ImportView>, step?: HistoryStep): void => {
  const { importing } = useViewStore.getState().view;
  const isElsewhere = 'id' in patch || 'step' in patch;
  const begun = isElsewhere ? { ...importing, rule: null, change: null } : importing;
  const room = { page: 'import', thing: null, figure: null, part: null, tool: null } as const;
  change({ ...room, ...(isElsewhere && { camera: null }), importing: { ...begun, ...patch } }, step);
};
