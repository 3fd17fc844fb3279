import type { IsoDate } from '../../county/dates.ts';
import type { SegmentRow } from '../../county/things.ts';
import type { CountyDraft } from '../county-draft.ts';

/**
 * The events of a new segment that is to open in a year, with the surface that it then has. They always come after the data date, because no ledger
 * tells of the road yet: one that is late opens at the end of the year under way.
 */
export function openIn(
  { county: { dataDate } }: Pick<CountyDraft, 'county'>,
  year: number,
  surface: string | undefined,
): SegmentRow['events'] {
  const thisYear = Number(dataDate.slice(0, 4));
  const earliest = `${thisYear}-12-31` > dataDate ? thisYear : thisYear + 1;
  const on: IsoDate = `${Math.max(year, earliest)}-12-31`;
  return [{ kind: 'opened', on }, ...(surface === undefined ? [] : [{ kind: 'surface', on, value: surface } as const])];
}
