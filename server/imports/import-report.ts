import type { DifferenceRow, FindingRow } from '#core/api/import-records.ts';
import type { CheckedFinding } from '#core/ledgers/checks/check-input.ts';
import { formatLedgerName } from '#core/ledgers/format-field.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';
import { formatField, formatFinding, formatRepair, formatRule } from './format-finding.ts';
import type { FileOverview } from './import-messages.ts';
import type { ShownDifference } from './list-difference-shapes.ts';

/** A finding as the interface tells it. */
export function findingToRow(
  language: Language,
  finding: CheckedFinding,
  overviews: readonly FileOverview[],
): FindingRow {
  const { ledger, field, repairs, settledBy, position, ...rest } = finding;
  const file = overviews[finding.file];
  return {
    ...rest,
    got: nameUnits(language, finding, finding.got),
    expected: nameUnits(language, finding, finding.expected),
    ledger,
    field,
    fileName: file?.name ?? '',
    tableName: file?.tables[finding.table]?.name ?? '',
    fieldName: field === null ? null : formatField(language, ledger, field),
    sentence: formatFinding(language, finding),
    repairs: repairs.map((repair) => ({ repair, sentence: formatRepair(language, finding, repair) })),
    chosen: settledBy,
    position: position === null ? null : [position[0], position[1]],
  };
}

/** Households and people of a site with their units, where a cell has both: `250 / 878`. */
function nameUnits(language: Language, { rule }: CheckedFinding, cell: string): string {
  const [households, people] = cell.split(' / ');
  if (rule !== 'capacity_exceeded' || households === undefined || people === undefined) return cell;
  return text(language, 'importDesk', 'households_and_people', { households, people });
}

/** A difference as the interface tells it. */
export function differenceToRow(
  language: Language,
  { geometry, former, ...difference }: ShownDifference,
): DifferenceRow {
  const { ledger, fields, position } = difference;
  return {
    ...difference,
    fields: fields.map((change) => ({ ...change, fieldName: formatField(language, ledger, change.field) })),
    position: position === null ? null : [position[0], position[1]],
  };
}

/** Features of a difference for a map; nothing for what has no place. */
export function differenceToFeatures({ geometry, former, position, fields, ...difference }: ShownDifference) {
  const shape = geometry ?? (position === null ? null : { type: 'Point', coordinates: position });
  const toFeature = (change: string, shown: object | null) =>
    shown === null
      ? []
      : [
          {
            type: 'Feature',
            geometry: shown,
            properties: { change, ledger: difference.ledger, code: difference.code, name: difference.name },
          },
        ];
  return [...toFeature('changed_from', former), ...toFeature(difference.kind, shape)];
}

const COLUMNS = [
  'severity',
  'rule',
  'file',
  'table',
  'row',
  'ledger',
  'field',
  'code',
  'got',
  'expected',
  'sentence',
  'repair',
  'chosen',
] as const;

/** The whole report as lines of a table, header first. */
export function listReportLines(
  language: Language,
  findings: Iterable<CheckedFinding>,
  overviews: readonly FileOverview[],
): readonly (readonly (string | number | null)[])[] {
  const lines: (readonly (string | number | null)[])[] = [
    COLUMNS.map((column) => text(language, 'importDesk', `column_${column}`)),
  ];
  for (const finding of findings) {
    const row = findingToRow(language, finding, overviews);
    lines.push([
      text(language, 'importDesk', `severity_${row.severity}`),
      formatRule(language, row.rule),
      row.fileName,
      row.tableName,
      row.row === 0 ? null : row.row,
      formatLedgerName(language, row.ledger),
      row.fieldName,
      row.code,
      row.got,
      row.expected,
      row.sentence,
      row.repairs[0]?.sentence ?? null,
      row.chosen === null ? null : formatRepair(language, row, row.chosen),
    ]);
  }
  return lines;
}
