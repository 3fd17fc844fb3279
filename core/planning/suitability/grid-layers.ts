import type { DestinationKind } from '../../network/place-kinds.ts';
import type { LineIndex } from '../ground/line-index.ts';
import type { SiteGround } from '../ground/site-ground.ts';
import type { CountyCells } from './county-cells.ts';
import { fillArea } from './fill-area.ts';
import { centreOfCell } from './grid-frame.ts';
import { layConstraints } from './lay-constraints.ts';
import { visitNearest } from './visit-nearest.ts';

/** How cells reach the roads: straight metres to the nearest one (`Infinity` = none), its link, and how far along it. */
export interface RoadLayer {
  readonly meters: Float64Array;
  /** -1 = no road. */
  readonly link: Int32Array;
  readonly alongMeters: Float64Array;
}

/**
 * What is measured at every cell, whatever the rules and weights; aligned with `CountyCells.cells`. Each layer is made at its first use and kept with
 * the rows it is made of, so that a change of weights, or a plan that changes other rows, makes none of them again.
 */
export interface GridLayers {
  readonly ground: SiteGround;
  readonly countyCells: CountyCells;
  /** As in `layConstraints`. */
  constraintEffects(): Uint32Array;
  /** 1 = in a threatened area. */
  threatened(): Uint8Array;
  /** Straight metres to the nearest threatened area or hazard point without one; `Infinity` = there is none. */
  hazardMeters(): Float64Array;
  /** Rise over run; `NaN` = not known. */
  slopes(): Float64Array;
  riverMeters(): Float64Array;
  roads(): RoadLayer;
  hardenedMeters(): Float64Array;
  /** Metres along roads to the nearest place of a kind. */
  metersTo(kind: DestinationKind): Float64Array;
}

/** The long layers, which are made in steps so that others may take their turn. */
export const LONG_LAYERS = ['hazards', 'rivers', 'roads', 'hardened'] as const;
export type LongLayer = (typeof LONG_LAYERS)[number];

/** Layers of a county's cells over its ground. */
export function createGridLayers(ground: SiteGround, countyCells: CountyCells): GridLayers {
  const keep = <Layer>(source: object, make: () => Layer): Layer => keepLayer(source, countyCells, make);
  const finish = <Layer>(long: LongLayer): Layer => drain(makeLongLayer(ground, countyCells, long)) as Layer;
  const threatened = () => {
    const hazards = ground.hazards();
    return keep(hazards, () => layThreatened(ground, countyCells));
  };
  return {
    ground,
    countyCells,
    constraintEffects: () => drain(makeConstraintLayer(ground, countyCells)),
    threatened,
    hazardMeters() {
      const meters = finish<Float64Array>('hazards');
      const inside = threatened();
      return keep(meters, () => meters.map((distance, cell) => (inside[cell] === 1 ? 0 : distance)));
    },
    slopes: () => drain(makeSlopeLayer(ground, countyCells)),
    riverMeters: () => finish('rivers'),
    roads: () => finish('roads'),
    hardenedMeters: () => finish('hardened'),
    metersTo: (kind) => drain(makeRouteLayer(ground, countyCells, kind)),
  };
}

/** So many cells are measured before others may take their turn. */
const CELLS_A_STEP = 40_000;

/** Visits the places of `CountyCells.cells` one by one, yielding now and then. */
export function* eachCell({ cells }: CountyCells, visit: (place: number) => void): Generator<undefined, void> {
  for (let from = 0; from < cells.length; from += CELLS_A_STEP) {
    const to = Math.min(cells.length, from + CELLS_A_STEP);
    for (let place = from; place < to; place++) visit(place);
    yield;
  }
}

/** Makes the layer of constraint areas that is not kept yet, yielding now and then. */
export function* makeConstraintLayer(ground: SiteGround, countyCells: CountyCells): Generator<undefined, Uint32Array> {
  const constraints = ground.constraints();
  const known = findLayer(constraints, countyCells) as Uint32Array | undefined;
  if (known) return known;
  const effects = yield* layConstraints(countyCells, constraints.constraints);
  return keepLayer(constraints, countyCells, () => effects);
}

/** Makes the layer of slopes that is not kept yet, yielding now and then. */
export function* makeSlopeLayer(ground: SiteGround, countyCells: CountyCells): Generator<undefined, Float64Array> {
  const slope = ground.slope();
  const known = findLayer(slope, countyCells) as Float64Array | undefined;
  if (known) return known;
  const { frame, cells } = countyCells;
  const slopes = new Float64Array(cells.length);
  yield* eachCell(countyCells, (place) => {
    slopes[place] = slope(...centreOfCell(frame, cells[place] as number));
  });
  return keepLayer(slope, countyCells, () => slopes);
}

/** Makes the layer of the ways to a kind of place that is not kept yet, yielding now and then. */
export function* makeRouteLayer(
  ground: SiteGround,
  countyCells: CountyCells,
  kind: DestinationKind,
): Generator<undefined, Float64Array> {
  const distances = ground.roads().distancesTo(ground.places(kind));
  const known = findLayer(distances, countyCells) as Float64Array | undefined;
  if (known) return known;
  const { meters, link, alongMeters } = (yield* makeLongLayer(ground, countyCells, 'roads')) as RoadLayer;
  const routes = new Float64Array(meters.length).fill(Infinity);
  yield* eachCell(countyCells, (place) => {
    const offRoad = meters[place] as number;
    if (offRoad === Infinity) return;
    routes[place] = offRoad + distances.metersFrom(link[place] as number, alongMeters[place] as number);
  });
  return keepLayer(distances, countyCells, () => routes);
}

/** Makes a long layer that is not kept yet, yielding now and then; answers the layer. */
export function* makeLongLayer(
  ground: SiteGround,
  countyCells: CountyCells,
  layer: LongLayer,
): Generator<undefined, object> {
  const lines = linesOf(ground, layer);
  const known = findLayer(lines, countyCells);
  if (known) return known;
  const count = countyCells.cells.length;
  const meters = new Float64Array(count).fill(Infinity);
  if (layer !== 'roads') {
    yield* visitNearest(countyCells, lines, (cell, { squared }) => {
      meters[cell] = Math.sqrt(squared);
    });
    return keepLayer(lines, countyCells, () => meters);
  }
  const roads = ground.roads();
  const link = new Int32Array(count).fill(-1);
  const alongMeters = new Float64Array(count);
  yield* visitNearest(countyCells, lines, (cell, { edge, squared, share }) => {
    const place = roads.locate(edge, share);
    meters[cell] = Math.sqrt(squared);
    link[cell] = place.link;
    alongMeters[cell] = place.alongMeters;
  });
  return keepLayer(lines, countyCells, (): RoadLayer => ({ meters, link, alongMeters }));
}

function linesOf(ground: SiteGround, layer: LongLayer): LineIndex {
  switch (layer) {
    case 'hazards':
      return ground.hazards().edges;
    case 'rivers':
      return ground.rivers();
    case 'roads':
      return ground.roads().roads;
    case 'hardened':
      return ground.roads().hardened;
  }
}

function layThreatened(ground: SiteGround, { frame, cells }: CountyCells): Uint8Array {
  const { hazards, withArea } = ground.hazards();
  const all = new Uint8Array(frame.columns * frame.rows);
  for (const index of withArea) {
    const area = hazards[index]?.threatenedArea;
    if (area) {
      fillArea(frame, area, (cell) => {
        all[cell] = 1;
      });
    }
  }
  return Uint8Array.from(cells, (cell) => all[cell] as number);
}

const layers = new WeakMap<object, WeakMap<CountyCells, object>>();

const findLayer = (source: object, countyCells: CountyCells): object | undefined =>
  layers.get(source)?.get(countyCells);

/** The layer of a source at some cells, made once for both. One source has one layer a grid. */
function keepLayer<Layer>(source: object, countyCells: CountyCells, make: () => Layer): Layer {
  const ofSource = layers.get(source) ?? new WeakMap<CountyCells, object>();
  layers.set(source, ofSource);
  const layer = (ofSource.get(countyCells) as Layer | undefined) ?? make();
  ofSource.set(countyCells, layer as object);
  return layer;
}

/** Runs to the end at once. */
export function drain<Value>(steps: Generator<undefined, Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
