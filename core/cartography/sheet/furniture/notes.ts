import type { DrawItem, Rect } from '../drawing.ts';
import type { FurnitureKit } from '../furniture-kit.ts';
import { textItem } from '../shapes.ts';
import { NOTE_LEADING } from '../sheet-layout.ts';
import { wrapText } from '../wrap-text.ts';

/** Lines are easiest to read at about this many ems. */
const COLUMN_EMS = 46;

/** Sentences in columns, in their order; those that find no room are counted in the last line. */
export function drawNotes(
  kit: FurnitureKit,
  place: Rect,
  sentences: readonly string[],
): { readonly items: readonly DrawItem[]; readonly omitted: number } {
  const size = kit.em.note;
  const pitch = size * NOTE_LEADING;
  const columns = Math.max(1, Math.round(place.width / (COLUMN_EMS * size)));
  const gap = size * 2;
  const width = (place.width - gap * (columns - 1)) / columns;
  const room = Math.floor(place.height / pitch) * columns;
  const wrapped = sentences.map((sentence) => wrapText(sentence, { measure: kit.measure, font: 'sans', size, width }));
  let kept = wrapped.length;
  const linesOf = (count: number): number => wrapped.slice(0, count).flat().length + (count < wrapped.length ? 1 : 0);
  while (kept > 0 && linesOf(kept) > room) kept--;
  const omitted = wrapped.length - kept;
  const lines = [...wrapped.slice(0, kept).flat(), ...(omitted > 0 ? [kit.say('more', { count: omitted })] : [])];
  const perColumn = Math.max(1, Math.floor(place.height / pitch));
  return {
    items: lines.map((line, index) =>
      textItem(
        line,
        place.x + Math.floor(index / perColumn) * (width + gap),
        place.y + (index % perColumn) * pitch + size,
        { size },
      ),
    ),
    omitted,
  };
}
