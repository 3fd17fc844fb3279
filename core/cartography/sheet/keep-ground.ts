import type { Area } from '../../county/county.ts';
import { createGround, type GroundInput, type SheetGround } from './sheet-ground.ts';

interface KeptGround {
  readonly area: Area;
  readonly key: string;
  readonly ground: SheetGround;
}

/** Grounds kept of each county, the last ones: whoever changes map, date or language looks at one. */
const MOST_KEPT = 3;

/** By the county's own area, which sheets of all days share. */
const kept = new WeakMap<Area, readonly KeptGround[]>();

/**
 * The ground of a sheet, the very same for sheets of one area that differ in neither paper nor scale: what rests on its projection alone is kept with it.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `unknown_paper`, `scale_does_not_fit`, `area_without_outline`
 */
export function getGround(input: GroundInput): SheetGround {
  const { context, spec } = input;
  const { area } = context.scope(spec.areaCode);
  const { area: county } = context.scope(context.county.code);
  const key = keyOf(input);
  const known = kept.get(county) ?? [];
  const found = known.find((one) => one.area === area && one.key === key) ?? { area, key, ground: createGround(input) };
  kept.set(county, [found, ...known.filter((one) => one !== found)].slice(0, MOST_KEPT));
  return found.ground;
}

/** Everything that a ground follows from, beside the outlines of the area and the county. */
const keyOf = ({ spec: { paper, orientation, scale, options }, extent, page }: GroundInput): string =>
  JSON.stringify([
    paper,
    orientation,
    scale,
    options.hidden.includes('panels'),
    options.secondLanguage !== null && options.title === null,
    extent ?? null,
    page ?? null,
  ]);
