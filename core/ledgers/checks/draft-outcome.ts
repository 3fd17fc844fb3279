import { toPinyinName } from '../../county/pinyin-name.ts';
import { positionsOf } from '../../geo/bbox.ts';
import type { Geometry } from '../../geo/geometry.ts';
import type { LonLat } from '../../geo/lon-lat.ts';
import type { AnyRow, RowDraft } from './row-draft.ts';

/** A row of the county as an import will have it. */
export interface DraftOutcome {
  readonly draft: RowDraft;
  readonly after: AnyRow;
  readonly kind: 'new' | 'changed' | 'unchanged';
  readonly geometryChanged: boolean;
}

/** Properties that hold geometry. */
const PLACE_PROPERTIES = ['position', 'seat', 'accessPoint', 'line', 'boundary', 'outline', 'threatenedArea'] as const;

/** Positions that differ by less (7 cm) are one: conversions and six decimals, rounded, leave that much. */
const SAME_POSITION_DEGREES = 6e-7;

/** What becomes of a row whose draft passed its rules. Places that differ by what conversions leave stay exactly as they are. */
export function settleDraft(draft: RowDraft): DraftOutcome {
  const { table, values, geometry, before } = draft;
  const made = table.ledger.fromEntry({ values, geometry }, before, { asOf: table.mapping.asOf });
  if (before === null) return { draft, after: spellName(made), kind: 'new', geometryChanged: geometry !== null };
  const { after, geometryChanged } =
    table.ledger.geometries.length === 0 ? { after: made, geometryChanged: false } : keepPlaces(made, before);
  if (isSameValue(after, before)) return { draft, after: before, kind: 'unchanged', geometryChanged: false };
  return { draft, after, kind: 'changed', geometryChanged };
}

/** A new row with a name and no English one gets it in pinyin. */
function spellName(row: AnyRow): AnyRow {
  const { name, nameEn } = row as { readonly name?: unknown; readonly nameEn?: unknown };
  return typeof name === 'string' && nameEn === name ? ({ ...row, nameEn: toPinyinName(name) } as AnyRow) : row;
}

type Placed = AnyRow & Partial<Record<(typeof PLACE_PROPERTIES)[number], unknown>>;

function keepPlaces(made: AnyRow, before: AnyRow): { readonly after: AnyRow; readonly geometryChanged: boolean } {
  const after: { -readonly [Key in keyof Placed]: Placed[Key] } = { ...made };
  let geometryChanged = false;
  for (const property of PLACE_PROPERTIES) {
    const known = (before as Placed)[property];
    const next = after[property];
    if (known === next) continue;
    if (known && next && isSamePlace(known, next)) after[property] = known;
    else geometryChanged = true;
  }
  return { after, geometryChanged };
}

function isSamePlace(a: unknown, b: unknown): boolean {
  const [first, second] = [positionsIn(a), positionsIn(b)];
  return (
    first.length === second.length &&
    first.every(
      ([lon, lat], index) =>
        Math.abs(lon - (second[index]?.[0] ?? Infinity)) <= SAME_POSITION_DEGREES &&
        Math.abs(lat - (second[index]?.[1] ?? Infinity)) <= SAME_POSITION_DEGREES,
    )
  );
}

/** Positions of a property: of one position, or of a geometry. */
const positionsIn = (value: unknown): readonly LonLat[] =>
  Array.isArray(value) ? [value as unknown as LonLat] : positionsOf(value as Geometry);

/** Whether two plain values are the same all through. */
export function isSameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) =>
    isSameValue((a as Readonly<Record<string, unknown>>)[key], (b as Readonly<Record<string, unknown>>)[key]),
  );
}
