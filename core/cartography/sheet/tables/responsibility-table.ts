import type { ResponsibilityRow } from '../../../county/things.ts';
import { text } from '../../../texts/text.ts';
import type { TableData } from '../furniture/table-data.ts';
import { nameOf, say, type TableScope, wordColumn, wordOf } from './table-scope.ts';

/** Who answers for the area and for its children on the sheet's date; an old sheet keeps the holder of then. */
export function createResponsibilityTable(scope: TableScope): TableData | null {
  const { context, area, language } = scope;
  const shown = context.county.responsibilities.filter(
    (one) =>
      isAreaCode(one.aboutCode) &&
      one.aboutCode.startsWith(area.code) &&
      holdsAt(one, context.asOf) &&
      depth(one.aboutCode) <= depth(area.code) + 1,
  );
  if (shown.length === 0) return null;
  const areaName = (code: string): string => nameOf(scope, context.scope(code).area);
  return {
    id: 'responsibility',
    title: say(scope, 'responsibility'),
    columns: [
      { title: say(scope, 'column_area'), align: 'start', rank: 0 },
      { title: say(scope, 'column_role'), align: 'start', rank: 0 },
      wordColumn(say(scope, 'column_holder')),
    ],
    rows: shown.map(({ aboutCode, role, holder }) => [
      areaName(aboutCode),
      text(language, 'things', `role_${role}` as never),
      wordOf(scope, holder),
    ]),
  };
}

const isAreaCode = (code: string): boolean => /^(\d{6}|\d{9}|\d{12})$/.test(code);
const depth = (code: string): number => code.length / 3;
const holdsAt = ({ from, to }: ResponsibilityRow, asOf: string): boolean => from <= asOf && (to === null || to >= asOf);
