/**
 * Gradient noise in the plane, about -0.7 to 0.7, period far beyond the county.
 *
 * @see Perlin 2002, "Improving Noise": lattice gradients, quintic fade
 */
export function createNoise(seed: number): (x: number, y: number) => number {
  return (x, y) => {
    const column = Math.floor(x);
    const row = Math.floor(y);
    const u = x - column;
    const v = y - row;
    const fadeU = fade(u);
    const top = mix(
      slopeAlong(hashCorner(seed, column, row), u, v),
      slopeAlong(hashCorner(seed, column + 1, row), u - 1, v),
      fadeU,
    );
    const bottom = mix(
      slopeAlong(hashCorner(seed, column, row + 1), u, v - 1),
      slopeAlong(hashCorner(seed, column + 1, row + 1), u - 1, v - 1),
      fadeU,
    );
    return mix(top, bottom, fade(v));
  };
}

/** Sum of octaves, each of twice the frequency and half the height; about -1 to 1. */
export function createFractalNoise(seed: number, octaves: number): (x: number, y: number) => number {
  const layers = Array.from({ length: octaves }, (_, i) => createNoise(seed + i * 7919));
  return (x, y) => {
    let sum = 0;
    let scale = 1;
    for (const layer of layers) {
      sum += layer(x * scale, y * scale) / scale;
      scale *= 2;
    }
    return sum;
  };
}

const fade = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);
const mix = (a: number, b: number, t: number): number => a + (b - a) * t;

/** 32 bits that stand for a lattice point's own gradient. */
function hashCorner(seed: number, column: number, row: number): number {
  let hash = Math.imul(column, 374_761_393) ^ Math.imul(row, 668_265_263) ^ Math.imul(seed, 2_246_822_519);
  hash = Math.imul(hash ^ (hash >>> 13), 1_274_126_177);
  return hash ^ (hash >>> 16);
}

/** Dot product of a lattice point's gradient and the offset from it. */
function slopeAlong(hash: number, u: number, v: number): number {
  const gradientX = ((hash & 0xffff) / 0xffff) * 2 - 1;
  const gradientY = ((hash >>> 16) / 0xffff) * 2 - 1;
  return gradientX * u + gradientY * v;
}
