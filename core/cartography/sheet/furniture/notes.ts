import type { DrawItem, Rect } from '../drawing.ts';
import type { FurnitureKit } from '../furniture-kit.ts';
import { textItem } from '../shapes.ts';
import { NOTE_LEADING } from '../sheet-layout.ts';
import { wrapText } from '../wrap-text.ts';

/** Lines are easiest to read at about this many ems. */
const COLUMN_EMS = 46;

/** Sizes tried for the notes against the least that can be read, largest first. */
const ENLARGEMENTS = [1.5, 1.35, 1.2, 1.1, 1];

/** Sentences in columns, in their order, as large as they fit; those that find no room are counted in the last line. */
export function drawNotes(
  kit: FurnitureKit,
  place: Rect,
  sentences: readonly string[],
): { readonly items: readonly DrawItem[]; readonly omitted: number } {
  const settings = ENLARGEMENTS.map((times) => setNotes(kit, place, { sentences, size: kit.em.note * times }));
  return settings.find(({ omitted }) => omitted === 0) ?? settings[settings.length - 1] ?? { items: [], omitted: 0 };
}

function setNotes(
  kit: FurnitureKit,
  place: Rect,
  { sentences, size }: { readonly sentences: readonly string[]; readonly size: number },
): { readonly items: readonly DrawItem[]; readonly omitted: number } {
  const pitch = size * NOTE_LEADING;
  const columns = Math.max(1, Math.round(place.width / (COLUMN_EMS * size)));
  const gap = size * 2;
  const width = (place.width - gap * (columns - 1)) / columns;
  const perColumn = Math.max(1, Math.floor((place.height + pitch - size) / pitch));
  const wrapped = sentences.map((sentence) => wrapText(sentence, { measure: kit.measure, font: 'sans', size, width }));
  let kept = wrapped.length;
  const linesOf = (count: number): number => wrapped.slice(0, count).flat().length + (count < wrapped.length ? 1 : 0);
  while (kept > 0 && linesOf(kept) > perColumn * columns) kept--;
  const omitted = wrapped.length - kept;
  const lines = [...wrapped.slice(0, kept).flat(), ...(omitted > 0 ? [kit.say('more', { count: omitted })] : [])];
  return {
    items: lines.map((line, index) =>
      textItem(
        line,
        place.x + Math.floor(index / perColumn) * (width + gap),
        place.y + (index % perColumn) * pitch + size * 0.9,
        { size },
      ),
    ),
    omitted,
  };
}
