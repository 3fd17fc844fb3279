/** Hundredths of a millimetre: finer than any plotter. */
export const formatPlace = (value: number): string => String(Math.round(value * 100) / 100);

/** Thousandths: widths of lines, sizes of letters, shares of ink. */
export const formatWidth = (value: number): string => String(Math.round(value * 1000) / 1000);

/** Hundred thousandths: sines and cosines. */
export const formatFactor = (value: number): string => String(Math.round(value * 100_000) / 100_000);

/** Greys are written as grey, so that black stays pure black on a plotter and does not become four inks. */
export function colorOperator(color: string, use: 'fill' | 'stroke'): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  if (red === green && green === blue) return `${formatWidth(red)} ${use === 'fill' ? 'g' : 'G'}`;
  return `${formatWidth(red)} ${formatWidth(green)} ${formatWidth(blue)} ${use === 'fill' ? 'rg' : 'RG'}`;
}
