/** Paper sizes, portrait `[width, height]` in millimetres (ISO 216). */
export const PAPER_SIZES = {
  A0: [841, 1189],
  A1: [594, 841],
  A2: [420, 594],
  A3: [297, 420],
  A4: [210, 297],
} as const;

/** Name of a paper size. */
export type PaperSize = keyof typeof PAPER_SIZES;

/** Names of the paper sizes, largest first. */
export const PAPER_NAMES = ['A0', 'A1', 'A2', 'A3', 'A4'] as const satisfies readonly PaperSize[];

/** Which way the paper lies. */
export type Orientation = 'landscape' | 'portrait';

/** Width and height in millimetres. */
export interface PaperDimensions {
  readonly width: number;
  readonly height: number;
}

/** A paper as it lies. */
export function paperDimensions(paper: PaperSize, orientation: Orientation): PaperDimensions {
  const [short, long] = PAPER_SIZES[paper];
  return orientation === 'landscape' ? { width: long, height: short } : { width: short, height: long };
}

/** Short side of the paper as a fraction of A0's: 1 for A0, 0.25 for A4. */
export const paperFactor = (paper: PaperSize): number => PAPER_SIZES[paper][0] / PAPER_SIZES.A0[0];

/** Margin around the sheet in millimetres: equal on all sides (domain.md section 8); 10 on the sizes that office printers take. */
export const paperMargin = (paper: PaperSize): number => (paper === 'A3' || paper === 'A4' ? 10 : 15);
