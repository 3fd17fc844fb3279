import { listFields, nameField } from '#client/state/import-ledgers.ts';
import { listFieldsOf, listPositionColumns, setColumnField } from '#client/state/import-mapping.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { LedgerField } from '#core/ledgers/ledger.ts';
import type { MappingProps } from './mapping-props.ts';

/** Cells shown of a column. */
const SAMPLE_CELLS = 3;

/** Every column of a table with some of its cells, and the field that it is. */
export function ColumnsPanel(props: MappingProps) {
  const say = useTopic('importRoom');
  const { table, mapping } = props;
  const fields = listFields(mapping.ledger);
  const places = listPositionColumns(mapping.position);
  const used = table.source.columns.filter(
    (_, column) => listFieldsOf(mapping, column).length > 0 || places.includes(column),
  ).length;
  return (
    <section className="import-section" aria-label={say('columns')}>
      <h2>
        {say('columns')}{' '}
        <small className="numeral">{say('columns_used', { used, all: table.source.columns.length })}</small>
      </h2>
      <div className="import-scroll">
        <table className="import-grid columns-grid">
          <thead>
            <tr>
              <th scope="col">{say('column')}</th>
              <th scope="col">{say('cells')}</th>
              <th scope="col">{say('becomes')}</th>
            </tr>
          </thead>
          <tbody>
            {table.source.columns.map((header, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place of a column is its identity
              <ColumnRow key={column} {...props} fields={fields} header={header} column={column} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface ColumnRowProps extends MappingProps {
  readonly fields: readonly LedgerField[];
  readonly header: string;
  readonly column: number;
}

function ColumnRow({ table, mapping, fields, header, column, onChange, isFixed }: ColumnRowProps) {
  const say = useTopic('importRoom');
  const language = useView((view) => view.language);
  const { ledger } = mapping;
  if (!ledger) return null;
  const own = listFieldsOf(mapping, column);
  const isPosition = listPositionColumns(mapping.position).includes(column);
  const cells = table.source.sample
    .map((row) => row.cells[column])
    .filter((cell) => cell !== null && cell !== undefined && cell !== '')
    .slice(0, SAMPLE_CELLS);
  return (
    <tr data-used={own.length > 0 || isPosition}>
      <th scope="row">{header || say('column_unnamed', { number: column + 1 })}</th>
      <td className="sample-cells numeral">{cells.map(String).join(' · ') || say('cells_empty')}</td>
      <td>
        <select
          aria-label={say('column_becomes', { header })}
          value={own[0] ?? ''}
          disabled={isFixed}
          onChange={(event) => onChange(setColumnField(mapping, column, event.target.value || null))}
        >
          <option value="">{say(isPosition ? 'becomes_position' : 'becomes_nothing')}</option>
          {fields.map((field) => (
            <option key={field.name} value={field.name}>
              {field.required
                ? say('required_field', { field: nameField(ledger, field, language) })
                : nameField(ledger, field, language)}
            </option>
          ))}
        </select>
        {own.slice(1).map((name) => {
          const field = fields.find((each) => each.name === name);
          return field ? <small key={name}> + {nameField(ledger, field, language)}</small> : null;
        })}
      </td>
    </tr>
  );
}
