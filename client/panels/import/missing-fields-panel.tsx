import { listFields, listMissing, nameField } from '#client/state/import-ledgers.ts';
import { hasSource, setConstant, setFieldColumn } from '#client/state/import-mapping.ts';
import { joinWords } from '#client/state/import-words.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { Fold } from '#client/ui/fold.tsx';
import { SettledField } from '#client/ui/settled-field.tsx';
import type { LedgerField, LedgerKind } from '#core/ledgers/ledger.ts';
import type { MappingProps } from './mapping-props.ts';

/** Fields that no column is: the required ones first, the others on request; each may have one value for every row. */
export function MissingFieldsPanel(props: MappingProps) {
  const say = useTopic('importRoom');
  const language = useView((view) => view.language);
  const { mapping } = props;
  const { ledger } = mapping;
  if (!ledger) return null;
  const missing = listMissing(mapping);
  const others = listFields(ledger).filter(
    ({ name }) => !Object.hasOwn(mapping.columns, name) && !missing.some((field) => field.name === name),
  );
  const constants = others.filter(({ name }) => hasSource(mapping, name)).length;
  return (
    <section className="import-section" aria-label={say('missing_fields')}>
      {missing.length > 0 ? (
        <>
          <p role="alert">
            {say('required_missing', {
              fields: joinWords(
                missing.map((field) => nameField(ledger, field, language)),
                language,
              ),
            })}
          </p>
          <FieldRows {...props} ledger={ledger} fields={missing} />
        </>
      ) : null}
      <Fold title={say('other_fields')} note={say('other_fields_note', { count: others.length, constants })}>
        <FieldRows {...props} ledger={ledger} fields={others} />
      </Fold>
    </section>
  );
}

interface FieldRowsProps extends MappingProps {
  readonly ledger: LedgerKind;
  readonly fields: readonly LedgerField[];
}

function FieldRows({ ledger, fields, table, mapping, onChange, isFixed }: FieldRowsProps) {
  const say = useTopic('importRoom');
  const language = useView((view) => view.language);
  return (
    <ul className="missing-fields">
      {fields.map((field) => (
        <li key={field.name}>
          <span>
            {nameField(ledger, field, language)} {field.required ? <em>{say('required_mark')}</em> : null}
          </span>
          <select
            aria-label={say('field_column', { field: nameField(ledger, field, language) })}
            value=""
            disabled={isFixed}
            onChange={(event) => onChange(setFieldColumn(mapping, field.name, Number(event.target.value)))}
          >
            <option value="">{say('pick_column')}</option>
            {table.source.columns.map((header, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place of a column is its identity
              <option key={column} value={column}>
                {header || say('column_unnamed', { number: column + 1 })}
              </option>
            ))}
          </select>
          <SettledField
            label={say('same_for_all')}
            value={mapping.constants[field.name] ?? ''}
            onSettle={(value) => (isFixed ? undefined : onChange(setConstant(mapping, field.name, value)))}
          />
        </li>
      ))}
    </ul>
  );
}
