import { createKeptValues } from '#core/cartography/sheet/kept-values.ts';

/** What stands after the whole number, by the number of parts: `.05` for 5 of 100. */
const tailsOf = (parts: number): readonly string[] =>
  Array.from({ length: parts }, (_, part) => (part === 0 ? '' : String(part / parts).slice(1)));
const HUNDREDTHS = tailsOf(100);
const THOUSANDTHS = tailsOf(1000);

/** A value to so many parts of one: whole numbers are written several times as fast as others. */
function formatParts(value: number, tails: readonly string[]): string {
  const count = Math.round(Math.abs(value) * tails.length);
  const written = Math.floor(count / tails.length) + (tails[count % tails.length] ?? '');
  return value < 0 && count > 0 ? `-${written}` : written;
}

/** Hundredths of a millimetre: finer than any plotter. */
export const formatPlace = (value: number): string => formatParts(value, HUNDREDTHS);

/** Thousandths: widths of lines, sizes of letters, shares of ink. */
export const formatWidth = (value: number): string => formatParts(value, THOUSANDTHS);

/** Hundred thousandths: sines and cosines. */
export const formatFactor = (value: number): string => String(Math.round(value * 100_000) / 100_000);

/** A sheet has a few dozen colours and thousands of things drawn in them. */
const KEPT_COLORS = 256;
const keptColors = { fill: createKeptValues<string>(KEPT_COLORS), stroke: createKeptValues<string>(KEPT_COLORS) };

/** Greys are written as grey, so that black stays pure black on a plotter and does not become four inks. */
export const colorOperator = (color: string, use: 'fill' | 'stroke'): string =>
  keptColors[use](color, () => writeColor(color, use));

function writeColor(color: string, use: 'fill' | 'stroke'): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  if (red === green && green === blue) return `${formatWidth(red)} ${use === 'fill' ? 'g' : 'G'}`;
  return `${formatWidth(red)} ${formatWidth(green)} ${formatWidth(blue)} ${use === 'fill' ? 'rg' : 'RG'}`;
}
