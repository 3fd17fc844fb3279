/** Anchors of the style language: fractions of a box's width and height. */
const ANCHORS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['top-left', [0, 0]],
  ['top', [0.5, 0]],
  ['top-right', [1, 0]],
  ['left', [0, 0.5]],
  ['right', [1, 0.5]],
  ['bottom-left', [0, 1]],
  ['bottom', [0.5, 1]],
  ['bottom-right', [1, 1]],
]);
const MIDDLE = [0.5, 0.5] as const;

/** Where an anchor lies in a box: fractions of its width and height. */
export const anchorFractions = (anchor: string): readonly [number, number] => ANCHORS.get(anchor) ?? MIDDLE;
