import { sheetSpecSchema } from '#core/api/sheet-spec.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import { InvalidInputError, NotFoundError } from '#core/errors.ts';
import type { HangingState, HangingStates } from './hanging-state.ts';
import type { PrintRecord } from './print-store.ts';

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
    return await states.find({ ...print, spec: readPrintedSpec(print, productVersion) });
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof NotFoundError) return { reason: error };
    throw error;
  }
}
