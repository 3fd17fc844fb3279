import type { DrawItem, Rect } from '../drawing.ts';
import type { FurnitureKit } from '../furniture-kit.ts';
import { textItem } from '../shapes.ts';
import { NOTE_LEADING } from '../sheet-layout.ts';
import { wrapText } from '../wrap-text.ts';

/** Lines are easiest to read at about this many ems. */
const COLUMN_EMS = 46;
/** Lines are never shorter than this many ems. */
const LEAST_COLUMN_EMS = 24;

/** Sizes tried for the notes against the least that can be read, largest first. */
const ENLARGEMENTS = [1.5, 1.35, 1.2, 1.1, 1];

/** Sentences in columns, in their order, as large as they fit; those that find no room are counted in the last line. */
export function drawNotes(
  kit: FurnitureKit,
  place: Rect,
  { sentences, goesOn = false }: { readonly sentences: readonly string[]; readonly goesOn?: boolean },
): { readonly items: readonly DrawItem[]; readonly omitted: number } {
  let setting: ReturnType<typeof setNotes> = { items: [], omitted: 0 };
  for (const times of ENLARGEMENTS) {
    const size = kit.em.note * times;
    const usual = Math.max(1, Math.round(place.width / (COLUMN_EMS * size)));
    setting = setNotes(kit, place, { sentences, goesOn, size, columns: usual });
    if (setting.omitted === 0) return setting;
  }
  // short sentences leave half of a wide column empty
  const size = kit.em.note;
  const most = Math.floor(place.width / (LEAST_COLUMN_EMS * size));
  for (let columns = Math.round(place.width / (COLUMN_EMS * size)) + 1; columns <= most; columns++) {
    const narrower = setNotes(kit, place, { sentences, goesOn, size, columns });
    if (narrower.omitted < setting.omitted) setting = narrower;
  }
  return setting;
}

function setNotes(
  kit: FurnitureKit,
  place: Rect,
  {
    sentences,
    goesOn,
    size,
    columns,
  }: {
    readonly sentences: readonly string[];
    readonly goesOn: boolean;
    readonly size: number;
    readonly columns: number;
  },
): { readonly items: readonly DrawItem[]; readonly omitted: number } {
  const pitch = size * NOTE_LEADING;
  const gap = size * 2;
  const width = (place.width - gap * (columns - 1)) / columns;
  const perColumn = Math.max(1, Math.floor((place.height + pitch - size) / pitch));
  const wrapped = sentences.map((sentence) => wrapText(sentence, { measure: kit.measure, font: 'sans', size, width }));
  let kept = wrapped.length;
  const columnsWith = (count: number): string[][] =>
    fillColumns(
      [
        ...wrapped.slice(0, count),
        ...(count < wrapped.length
          ? [[kit.say(goesOn ? 'more_on_next' : 'more', { count: wrapped.length - count })]]
          : []),
      ],
      perColumn,
    );
  while (kept > 0 && columnsWith(kept).length > columns) kept--;
  const items = columnsWith(kept).flatMap((lines, column) =>
    lines.map((line, row) =>
      textItem(line, [place.x + column * (width + gap), place.y + row * pitch + size * 0.9], { size }),
    ),
  );
  return { items, omitted: wrapped.length - kept };
}

/** Sentences in columns; one is broken over two only where it is longer than half a column. */
function fillColumns(sentences: readonly (readonly string[])[], perColumn: number): string[][] {
  const columns: string[][] = [[]];
  for (const lines of sentences) {
    const last = columns.at(-1) ?? [];
    const room = perColumn - last.length;
    const isShort = lines.length <= perColumn / 2;
    if (lines.length > room && isShort) columns.push([]);
    for (const line of lines) {
      if ((columns.at(-1)?.length ?? 0) >= perColumn) columns.push([]);
      columns.at(-1)?.push(line);
    }
  }
  return columns;
}
