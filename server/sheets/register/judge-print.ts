import { sheetSpecSchema } from '#core/api/sheet-spec.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import { InvalidInputError, NotFoundError } from '#core/errors.ts';
import type { HangingState, HangingStates } from './hanging-state.ts';
import type { PrintRecord } from './print-store.ts';
import { listJudged } from './printed-book.ts';

/** A sheet that cannot be compared with the county, and why: its spec cannot be read, or its plan is gone. */
export interface UnknownState {
  readonly reason: InvalidInputError | NotFoundError;
}

/** What a printed sheet is worth. */
export type JudgedState = HangingState | UnknownState;

/** What prints are judged with. */
export interface JudgeParts {
  readonly states: HangingStates;
  /** Version of the product that reads. */
  readonly productVersion: string;
}

/**
 * The spec of a print.
 *
 * @throws {InvalidInputError} `print_unreadable`: another version of the product wrote what this one does not understand
 */
export function readPrintedSpec({ id, spec, productVersion }: PrintRecord, version: string): SheetSpec {
  const parsed = sheetSpecSchema.safeParse(spec);
  if (parsed.success) return parsed.data;
  throw new InvalidInputError(
    'print_unreadable',
    `Got a spec of version ${productVersion}, expected one of ${version}`,
    { id, product: productVersion, version },
  );
}

/** Whether a print still tells what is; where that cannot be told, why. One sheet that cannot be read says nothing about the others on its wall. */
export async function judgePrint({ states, productVersion }: JudgeParts, print: PrintRecord): Promise<JudgedState> {
  try {
    const found: HangingState[] = [];
    for (const spec of listJudged(print, readPrintedSpec(print, productVersion)))
      found.push(await states.find({ ...print, spec }));
    return joinStates(found);
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof NotFoundError) return { reason: error };
    throw error;
  }
}

/** What a book is worth: out of date when one of its maps is, since the first day; what several maps show is told once. */
function joinStates(states: readonly HangingState[]): HangingState {
  const [first, ...others] = states;
  if (first === undefined) throw new RangeError('Got a print without maps, expected at least one');
  if (others.length === 0) return first;
  const changes = new Map(states.flatMap((state) => state.changes).map((change) => [JSON.stringify(change), change]));
  const days = states.flatMap(({ since }) => (since === null ? [] : [since])).sort();
  return { ...first, changes: [...changes.values()], since: days[0] ?? null };
}
