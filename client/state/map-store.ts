import { create } from 'zustand';
import type { Bbox } from '#core/geo/bbox.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { TravelMode } from '#core/network/travel.ts';
import type { PlaceText } from './tool.ts';
import type { DrawnLine } from './tool-drawing.ts';
import type { Camera } from './view.ts';

/** A place that a list points at: drawn as a ring on the map. */
export interface Spotlight {
  readonly code: string;
  readonly position: LonLat;
}

/** Where one of two maps looks; `from` is the one that moved. */
export interface SharedCamera extends Camera {
  readonly from: string;
}

interface MapStore {
  /** What the pointer in a list points at. */
  readonly spotlight: Spotlight | null;
  /** Code of the area that a list points at: outlined on the map. */
  readonly pointedArea: string | null;
  /** Positions of the rows behind the open figure. */
  readonly rows: readonly { readonly code: string; readonly position: LonLat; readonly counts: boolean }[];
  /** Facts of the clicked feature, as the map's data holds them. */
  readonly thingFacts: Readonly<Record<string, unknown>> | null;
  /** Where the clicked feature stands, for those that are points. */
  readonly thingPlace: Spotlight | null;
  /** Segments that the gap list shows and those that are chosen in it. */
  readonly gapLines: readonly DrawnLine[];
  /** Where the way leads that a list points at. */
  readonly wayTo: { readonly place: PlaceText; readonly mode: TravelMode } | null;
  /** What a list wants to be seen: the main map goes there and forgets the wish. */
  readonly wanted: Bbox | null;
  /** Whether the data page was opened for its speed table. */
  readonly speedsWanted: boolean;
  /** The camera that both maps of a comparison share. */
  readonly shared: SharedCamera | null;
  /** For each map on the screen, whether it has drawn everything it was given. */
  readonly idle: Readonly<Record<string, boolean>>;
}

/** What map and lists tell each other; nothing here belongs into a link. */
export const useMapStore = create<MapStore>()(() => ({
  spotlight: null,
  pointedArea: null,
  rows: [],
  thingFacts: null,
  thingPlace: null,
  gapLines: [],
  wayTo: null,
  wanted: null,
  speedsWanted: false,
  shared: null,
  idle: {},
}));

/** Points at a place, or at nothing. */
export const setSpotlight = (spotlight: Spotlight | null): void => useMapStore.setState({ spotlight });

/** Points at an area, or at none. */
export const setPointedArea = (pointedArea: string | null): void => useMapStore.setState({ pointedArea });

/** Shows the rows behind a figure as dots. */
export const setRows = (rows: MapStore['rows']): void => useMapStore.setState({ rows });

/** Shows segments of the gap list. */
export const setGapLines = (gapLines: readonly DrawnLine[]): void => useMapStore.setState({ gapLines });

/** Points at a place to which the way is drawn, or at none. */
export const setWayTo = (wayTo: MapStore['wayTo']): void => useMapStore.setState({ wayTo });

/** Has the main map go to a place or an extent. */
export const flyTo = (wanted: Bbox): void => useMapStore.setState({ wanted });

/** Whether every map on the screen has drawn everything it was given. */
export const isEveryMapIdle = ({ idle }: MapStore): boolean =>
  Object.keys(idle).length > 0 && Object.values(idle).every(Boolean);

/** Keeps a ring around the thing whose card is open. */
export const setThingPlace = (thingPlace: Spotlight | null): void => useMapStore.setState({ thingPlace });
