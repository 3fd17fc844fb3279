import { isIsoDate } from '../../county/dates.ts';
import type { LedgerField, LedgerValue } from '../ledger.ts';

/** Whether a field can hold a value: for values that a person or a proposal puts in place of a cell. Null fits what is not required. */
export function fitsField(field: LedgerField, value: LedgerValue): boolean {
  if (value === null) return !field.required;
  switch (field.type) {
    case 'text':
    case 'code':
      return typeof value === 'string' && value !== '';
    case 'integer':
    case 'year':
      return isInRange(field, value) && Number.isInteger(value);
    case 'number':
      return isInRange(field, value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return typeof value === 'string' && isIsoDate(value);
    case 'event_date':
      return typeof value === 'boolean' || (typeof value === 'string' && isIsoDate(value));
    case 'choice':
      return typeof value === 'string' && (field.choices?.includes(value) ?? false);
    case 'choices':
      return Array.isArray(value) && value.every((each) => field.choices?.includes(each) ?? false);
    case 'list':
      return Array.isArray(value);
    case 'json':
      return typeof value === 'string';
  }
}

/** Whether a number lies within the limits of a field, both inclusive. */
export function isInRange({ minimum, maximum }: LedgerField, value: LedgerValue): value is number {
  return typeof value === 'number' && value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity);
}
