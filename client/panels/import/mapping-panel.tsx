import { nameLedger } from '#client/state/import-ledgers.ts';
import { chooseLedger } from '#client/state/import-proposal.ts';
import { useImportAreas } from '#client/state/use-import-areas.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { LabelledSelect } from '#client/ui/labelled-select.tsx';
import { LEDGER_KINDS, type LedgerKind } from '#core/ledgers/ledger.ts';
import { IMPORT_MODES } from '#core/ledgers/table-mapping.ts';
import { DayField } from '../sheet/day-field.tsx';
import type { MappingProps } from './mapping-props.ts';

const NONE = 'none';

/** Which ledger a table is, of which area it speaks and as of which day, and what its rows mean beside those that are there. */
export function MappingPanel({ table, mapping, onChange, isFixed }: MappingProps) {
  const say = useTopic('importRoom');
  const language = useView((view) => view.language);
  const areas = useImportAreas(mapping.areaCode);
  const ledgers: readonly { readonly value: LedgerKind | typeof NONE; readonly label: string }[] = [
    { value: NONE, label: say('not_imported') },
    ...LEDGER_KINDS.map((kind) => ({ value: kind, label: nameLedger(kind, language) })),
  ];
  const pickLedger = (picked: LedgerKind | typeof NONE): void =>
    onChange(chooseLedger(table.source, mapping, picked === NONE ? null : picked));
  return (
    <section className="import-section import-mapping" aria-label={say('mapping')}>
      <LabelledSelect
        id={`ledger-${table.file}-${table.table}`}
        label={say('which_ledger')}
        value={mapping.ledger ?? NONE}
        options={ledgers}
        disabled={isFixed}
        onPick={pickLedger}
      />
      {mapping.ledger ? (
        <>
          <LabelledSelect
            label={say('which_area')}
            value={mapping.areaCode}
            options={areas}
            disabled={isFixed}
            onPick={(areaCode) => onChange({ ...mapping, areaCode })}
          />
          <DayField
            label={say('which_day')}
            day={mapping.asOf}
            onPick={(asOf) => (isFixed ? undefined : onChange({ ...mapping, asOf }))}
          />
          <LabelledSelect
            label={say('which_mode')}
            value={mapping.mode}
            options={IMPORT_MODES.map((mode) => ({ value: mode, label: say(`mode_${mode}`) }))}
            disabled={isFixed}
            onPick={(mode) => onChange({ ...mapping, mode })}
          />
          <p className="room-note">{say(`mode_${mapping.mode}_note`)}</p>
        </>
      ) : null}
    </section>
  );
}
