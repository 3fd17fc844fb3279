import { type FormEvent, useState } from 'react';
import { type ChosenRepair, findChoice, isSameRepair, resolveRepair } from '#client/state/import-repairs.ts';
import { describeRule, listRowRepairs, listValues, readTyped } from '#client/state/import-rule-words.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { IconButton } from '#client/ui/icon-button.tsx';
import type { FindingRow } from '#core/api/import-records.ts';
import type { RepairChoice } from '#core/ledgers/import-finding.ts';
import { SeverityPanel } from './severity-panel.tsx';

interface FindingPanelProps {
  readonly finding: FindingRow;
  readonly repairs: readonly RepairChoice[];
  readonly isFixed: boolean;
  readonly onChoose: (repair: ChosenRepair | null) => void;
  readonly onClose: () => void;
}

/** One finding: what it says, what the rule means, and what is to be done with this row. */
export function FindingPanel({ finding, repairs, isFixed, onChoose, onClose }: FindingPanelProps) {
  const say = useTopic('importRoom');
  const sayApp = useText();
  const language = useView((view) => view.language);
  const about = describeRule(finding.rule, language);
  const choice = findChoice(repairs, finding);
  const chosen = choice && resolveRepair(choice, finding);
  const place = [
    finding.fileName,
    finding.tableName === finding.fileName ? '' : finding.tableName,
    finding.row === 0 ? say('whole_table') : say('row_number', { row: finding.row }),
    finding.fieldName ?? '',
  ];
  return (
    <section className="finding-card" aria-label={say('finding')}>
      <div className="finding-head">
        <SeverityPanel severity={finding.severity} />
        <h3>{finding.sentence}</h3>
        <IconButton icon="close" label={sayApp('close')} onPress={onClose} />
      </div>
      <p className="room-note numeral">{place.filter(Boolean).join(' › ')}</p>
      <dl className="finding-facts">
        <div>
          <dt>{say('got')}</dt>
          <dd className="finding-got">{finding.got || say('cells_empty')}</dd>
        </div>
        {finding.expected ? (
          <div>
            <dt>{say('expected')}</dt>
            <dd>{finding.expected}</dd>
          </div>
        ) : null}
      </dl>
      {about ? <p className="room-note">{about}</p> : null}
      <ul className="finding-repairs" aria-label={say('repair')}>
        {listRowRepairs(finding, language).map(({ repair, sentence, isProposed }) => {
          const isChosen = chosen !== null && isSameRepair(repair, chosen);
          return (
            <li key={sentence}>
              <button
                type="button"
                className="plain-button"
                aria-pressed={isChosen}
                disabled={isFixed}
                onClick={() => onChoose(isChosen ? null : repair)}
              >
                {sentence}
                {isProposed ? <em className="mark">{say('proposal')}</em> : null}
              </button>
            </li>
          );
        })}
      </ul>
      {finding.field && !isFixed ? <OwnValue finding={finding} field={finding.field} onChoose={onChoose} /> : null}
    </section>
  );
}

interface OwnValueProps {
  readonly finding: FindingRow;
  readonly field: string;
  readonly onChoose: (repair: ChosenRepair) => void;
}

function OwnValue(props: OwnValueProps) {
  const language = useView((view) => view.language);
  const values = listValues(props.finding.ledger, props.field, language);
  return values ? <PickedValue {...props} values={values} /> : <TypedValue {...props} />;
}

interface PickedValueProps extends OwnValueProps {
  readonly values: NonNullable<ReturnType<typeof listValues>>;
}

function PickedValue({ finding, field, values, onChoose }: PickedValueProps) {
  const say = useTopic('importRoom');
  return (
    <label className="field own-value">
      <span>{say('own_value', { field: finding.fieldName ?? field })}</span>
      <select
        value=""
        onChange={(event) => {
          const picked = values[Number(event.target.value)];
          if (picked) onChoose({ kind: 'set', field, value: picked.value });
        }}
      >
        <option value="">{say('own_value_pick')}</option>
        {values.map(({ label }, place) => (
          <option key={label} value={place}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function TypedValue({ finding, field, onChoose }: OwnValueProps) {
  const say = useTopic('importRoom');
  const [typed, setTyped] = useState('');
  const value = readTyped(finding.ledger, field, typed);
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (value !== null) onChoose({ kind: 'set', field, value });
  };
  return (
    <form className="own-value" onSubmit={handleSubmit}>
      <label className="field">
        <span>{say('own_value', { field: finding.fieldName ?? field })}</span>
        <input value={typed} maxLength={200} onChange={(event) => setTyped(event.target.value)} />
      </label>
      <button type="submit" className="plain-button" disabled={value === null}>
        {say('own_value_take')}
      </button>
      {typed.trim() !== '' && value === null ? <small role="alert">{say('own_value_wrong')}</small> : null}
    </form>
  );
}
