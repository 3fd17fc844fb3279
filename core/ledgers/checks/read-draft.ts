import type { Language } from '../../texts/language.ts';
import type { ImportRule, Repair } from '../import-finding.ts';
import type { LedgerField, LedgerValue } from '../ledger.ts';
import { readValue, type ValueReading } from '../read-value.ts';
import type { SourceCell, SourceRow } from '../source-table.ts';
import { type CheckContext, type Report, reportRow } from './check-context.ts';
import { proposeChoices } from './propose-choices.ts';
import { findTextDamage } from './repair-text.ts';
import type { CellReader, CellReading, DraftTable, MappedField, RowDraft } from './row-draft.ts';

/** Different cells that are remembered for a column. */
const REMEMBERED_CELLS = 20_000;

/** A reader of the cells of a table; `language` of the words that findings say were expected. */
export function createCellReader(
  { mapping, source }: Pick<DraftTable, 'mapping' | 'source'>,
  language: Language,
): CellReader {
  const remembered = new Map<string, Map<SourceCell, CellReading>>();
  return (mapped, row) => {
    const cell = cellOf(mapped, row);
    const known = remembered.get(mapped.field.name) ?? new Map<SourceCell, CellReading>();
    remembered.set(mapped.field.name, known);
    const before = known.get(cell);
    if (before) return before;
    const header = source.columns[mapped.column] ?? '';
    const reading = readCell(mapped, cell, {
      asOf: mapping.asOf,
      from1904: source.from1904,
      header,
      language,
    });
    if (known.size < REMEMBERED_CELLS) known.set(cell, reading);
    return reading;
  };
}

/** The cell of a field in a row, or the value that every row has. */
const cellOf = ({ column, constant }: MappedField, row: SourceRow): SourceCell =>
  column < 0 ? constant : (row.cells[column] ?? null);

function readCell({ field }: MappedField, cell: SourceCell, options: ValueReading): CellReading {
  const damage = typeof cell === 'string' ? findTextDamage(cell) : null;
  if (damage !== null) {
    const again = damage.repaired === null ? null : readValue(field, damage.repaired, options);
    const values = again?.ok ? [again.value] : [];
    return { rule: 'text_damaged', expected: damage.repaired ?? '', repairs: listRepairs(field, values) };
  }
  const read = readValue(field, cell, options);
  if (read.ok) return { value: read.value, also: read.note === 'code_from_number' ? read.note : null };
  const values = read.rule === 'choice_unknown' ? proposeChoices(field, String(cell ?? '')) : [];
  return { rule: read.rule, expected: read.expected, repairs: listRepairs(field, values) };
}

/** Values that may be meant, then nothing at all where nothing is allowed. */
function listRepairs(field: LedgerField, values: readonly LedgerValue[]): readonly Repair[] {
  const set = values
    .filter((value) => value !== null)
    .map((value): Repair => ({ kind: 'set', field: field.name, value }));
  return field.required ? set : [...set, { kind: 'clear', field: field.name }];
}

/** A code that a spreadsheet turned into a number is worth a note where all its digits are there; where some are lost the row would become a new thing. */
const LOST: Readonly<Partial<Record<ImportRule, Pick<Report, 'severity'>>>> = {
  code_from_number: { severity: 'error' },
};

/**
 * Reads a row: values of its fields, and a finding for each cell that cannot be one. An empty cell says nothing in a table that adds to the county and
 * "not known" in one that replaces what is there.
 */
export function readDraft(context: CheckContext, table: DraftTable, source: SourceRow): RowDraft {
  const draft: RowDraft = {
    table,
    source,
    values: {},
    geometry: null,
    code: null,
    isCodeMade: false,
    before: null,
    state: 'good',
  };
  const keepsEmpty = table.mapping.mode === 'replace';
  for (const mapped of table.fields) {
    const reading = table.read(mapped, source);
    const { name } = mapped.field;
    if ('value' in reading) {
      if (reading.value !== null || keepsEmpty) draft.values[name] = reading.value;
      if (reading.also !== null)
        reportRow(context, draft, {
          rule: reading.also,
          field: name,
          got: quoteCell(mapped, source),
          expected: String(reading.value),
        });
    } else {
      reportRow(context, draft, {
        rule: reading.rule,
        field: name,
        got: quoteCell(mapped, source),
        expected: reading.expected,
        repairs: reading.repairs,
        ...LOST[reading.rule],
      });
    }
  }
  return draft;
}

/** What a cell says, as a finding quotes it. */
export const quoteCell = (mapped: MappedField, source: SourceRow): string => String(cellOf(mapped, source) ?? '');
