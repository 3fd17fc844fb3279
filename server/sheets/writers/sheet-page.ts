import type { DrawItem } from '#core/cartography/sheet/drawing.ts';
import type { PaperDimensions } from '#core/cartography/sheet/paper.ts';

/** A page as writers take it: a drawing list with its origin at the upper left corner of the trimmed paper. */
export interface SheetPage {
  readonly items: readonly DrawItem[];
  /** Paper as it is trimmed, in millimetres. */
  readonly paper: PaperDimensions;
  /** Ground beyond the trimmed paper on every side: the file is larger by twice this. */
  readonly bleedMillimeters: number;
}

/** Width and height of a page's file in millimetres, bleed included. */
export const pageDimensions = ({ paper, bleedMillimeters }: SheetPage): PaperDimensions => ({
  width: paper.width + 2 * bleedMillimeters,
  height: paper.height + 2 * bleedMillimeters,
});

/** Takes the bytes of a file in their order; what it returns is awaited before more are made. */
export type WriteBytes = (bytes: Uint8Array) => void | Promise<void>;

/** Chunks as one, in a buffer of its own that may be handed on. */
export function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Keeps what is written. */
export function createByteKeeper(): { readonly write: WriteBytes; readonly join: () => Uint8Array } {
  const chunks: Uint8Array[] = [];
  return {
    write: (bytes) => {
      chunks.push(bytes);
    },
    join: () => joinBytes(chunks),
  };
}
