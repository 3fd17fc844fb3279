import type { PositionRun } from '../../../geo/position-run.ts';
import type { FeatureProperties } from '../../features/map-feature.ts';
import type { Contour, PackedContours } from '../drawing.ts';
import { packContours } from '../packed-contours.ts';
import type { StyleFeature } from './layer-style.ts';

/** A path of more lines than this is slow to show in part: whoever looks at a corner of the sheet would draw all of it. */
export const MOST_LINES = 500;
/** More kinds than this are not gathered: each line is a feature by itself. */
const MOST_KINDS = 256;
/** Numbers that a kind begins with room for. */
const FIRST_NUMBERS = 256;

/** Lines that look the same, as one feature on paper. */
export class FoldedLines implements StyleFeature {
  readonly type = 'LineString';
  readonly rings: readonly (readonly number[])[] = [];
  readonly properties: FeatureProperties;
  readonly packed: PackedContours;

  constructor(properties: FeatureProperties, packed: PackedContours) {
    this.properties = properties;
    this.packed = packed;
  }

  get code(): string {
    return this.properties.code;
  }

  /** For names, of which few are set along lines. */
  get contours(): readonly (readonly number[])[] {
    return Array.from(this.packed, (contour) => [...contour]);
  }
}

/** Gathers lines of the same kind, `MOST_LINES` at a time. */
export interface LineFolder {
  /** Takes a line. */
  add(properties: FeatureProperties, run: PositionRun): void;
  /** All features, in the order in which they came to be full, then in that of their first lines. */
  finish(): readonly FoldedLines[];
}

/** How a line comes to paper. */
export interface LineWriting {
  /** Writes a line that stays whole at a place that has room for it. @returns the place after it; -1 where it has to be cut */
  write(run: PositionRun, into: Float64Array, at: number): number;
  /** What is left of a line near the frame. */
  cut(run: PositionRun): readonly Contour[];
}

/** A folder without lines. */
export function createLineFolder({ write, cut }: LineWriting): LineFolder {
  const kinds = new Map<FeatureProperties, Gathered>();
  const folded: FoldedLines[] = [];
  const seal = (properties: FeatureProperties, gathered: Gathered): void => {
    if (gathered.count > 0) folded.push(new FoldedLines(properties, gathered.take()));
  };
  const gatheredOf = (properties: FeatureProperties): Gathered => {
    const known = kinds.get(properties);
    if (known) return known;
    const created = new Gathered();
    if (kinds.size < MOST_KINDS) kinds.set(properties, created);
    return created;
  };
  return {
    add(properties, run) {
      const gathered = gatheredOf(properties);
      const numbers = gathered.reserve(2 * run.count);
      const end = write(run, numbers, gathered.used);
      if (end >= 0) gathered.endContour(end);
      else for (const contour of cut(run)) gathered.add(contour);
      if (gathered.count >= MOST_LINES || !kinds.has(properties)) seal(properties, gathered);
    },
    finish() {
      for (const [properties, gathered] of kinds) seal(properties, gathered);
      return folded;
    },
  };
}

/** Contours that are being gathered. */
class Gathered {
  #numbers = new Float64Array(FIRST_NUMBERS);
  readonly #ends: number[] = [];
  used = 0;

  get count(): number {
    return this.#ends.length;
  }

  /** Room for so many more numbers. @returns where they go, from `used` on */
  reserve(more: number): Float64Array {
    if (this.used + more > this.#numbers.length) {
      const grown = new Float64Array(2 * (this.used + more));
      grown.set(this.#numbers.subarray(0, this.used));
      this.#numbers = grown;
    }
    return this.#numbers;
  }

  endContour(end: number): void {
    this.used = end;
    this.#ends.push(end);
  }

  add(contour: Contour): void {
    this.reserve(contour.length).set(contour, this.used);
    this.endContour(this.used + contour.length);
  }

  /** What was gathered; from here on there is nothing. */
  take(): PackedContours {
    const packed = packContours(this.#numbers.slice(0, this.used), Int32Array.from(this.#ends));
    this.used = 0;
    this.#ends.length = 0;
    return packed;
  }
}
