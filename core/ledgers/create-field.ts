import { CHOICE_LISTS, type ChoiceList } from './choice-lists.ts';
import type { LedgerField, LedgerFieldType, LedgerKind, LedgerLookup, LedgerUnit } from './ledger.ts';

/** What a field may be beside its name and type; `short` is the column of a DBF. */
export interface FieldOptions {
  readonly short: string;
  readonly unit?: LedgerUnit;
  readonly required?: boolean;
  readonly choices?: ChoiceList;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly refersTo?: readonly LedgerKind[];
  readonly finds?: LedgerLookup;
  readonly requiredWith?: string;
  readonly isAreaCode?: boolean;
}

/** A field of a ledger. Years lie between 1949 and 2100 and money is not negative unless it is said otherwise. */
export function createField(name: string, type: LedgerFieldType, options: FieldOptions): LedgerField {
  const { short, unit, required, choices, minimum, maximum, refersTo, finds, requiredWith, isAreaCode } = options;
  const isCount = unit !== undefined && unit !== 'degrees';
  return {
    name,
    type,
    unit: unit ?? null,
    required: required ?? false,
    choices: choices === undefined ? null : CHOICE_LISTS[choices],
    choiceList: choices ?? null,
    minimum: minimum ?? (type === 'year' ? 1949 : isCount ? 0 : null),
    maximum: maximum ?? (type === 'year' ? 2100 : null),
    refersTo: refersTo ?? null,
    shortName: short,
    ...(finds === undefined ? {} : { finds }),
    ...(requiredWith === undefined ? {} : { requiredWith }),
    ...(isAreaCode === undefined ? {} : { isAreaCode }),
  };
}
