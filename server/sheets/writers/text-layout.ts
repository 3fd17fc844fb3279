import type { TextItem } from '#core/cartography/sheet/drawing.ts';
import type { PrintFont, SheetFonts } from '../sheet-fonts.ts';

/** A stretch of characters in one font, at its start on the line or at a place of its own. */
export interface PlacedRun {
  readonly font: PrintFont;
  readonly text: string;
  /** From the run's own axes (millimetres, y up the letters) to the drawing list: `[a, b, c, d, e, f]` of `x = a u + c v + e`, `y = b u + d v + f`. */
  readonly matrix: readonly [number, number, number, number, number, number];
}

/** A text as it is set. */
export interface TextLayout {
  readonly runs: readonly PlacedRun[];
  /** Whether what stands there cannot be read as the text: characters with places of their own, or boxes for missing ones. */
  readonly needsWording: boolean;
}

/** Sets a text: fonts for its characters and where each stretch of it begins. */
export function layoutText(item: TextItem, fonts: SheetFonts): TextLayout {
  return item.glyphs ? layoutGlyphs(item, item.glyphs, fonts) : layoutLine(item, fonts);
}

function layoutLine(item: TextItem, fonts: SheetFonts): TextLayout {
  const spacing = item.spacing ?? 0;
  const split = fonts.splitRuns(item.text, item.font);
  const [first] = split;
  // where a text begins does not rest on its width
  if (first && split.length === 1 && (item.anchor === undefined || item.anchor === 'start'))
    return { runs: [{ ...first, matrix: createMatrix(item, lineOf(item), 0) }], needsWording: first.isMissing };
  const widths = split.map(({ text }) => fonts.measure(text, item.font, item.size) + spacing * [...text].length);
  const width = widths.reduce((sum, each) => sum + each, 0) - spacing;
  let along = item.anchor === 'middle' ? -width / 2 : item.anchor === 'end' ? -width : 0;
  const runs = split.map((run, i) => {
    const placed = { ...run, matrix: createMatrix(item, lineOf(item), along) };
    along += widths[i] ?? 0;
    return placed;
  });
  return { runs, needsWording: split.some(({ isMissing }) => isMissing) };
}

const lineOf = ({ x, y, rotation = 0 }: TextItem) => ({ x, y, rotation });

function layoutGlyphs(item: TextItem, places: NonNullable<TextItem['glyphs']>, fonts: SheetFonts): TextLayout {
  const runs = [...item.text].flatMap((character, i) => {
    const place = places[i];
    const [run] = fonts.splitRuns(character, item.font);
    return place && run && character.trim() !== '' ? [{ ...run, matrix: createMatrix(item, place, 0) }] : [];
  });
  return { runs, needsWording: true };
}

/** Turned clockwise about a place, sheared to the right, and begun `along` millimetres from it. */
function createMatrix(
  { shear = 0 }: TextItem,
  place: { readonly x: number; readonly y: number; readonly rotation: number },
  along: number,
): PlacedRun['matrix'] {
  const angle = (place.rotation * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos, sin, shear * cos + sin, shear * sin - cos, place.x + cos * along, place.y + sin * along];
}
