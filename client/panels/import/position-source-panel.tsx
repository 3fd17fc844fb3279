import { changePositionKind, POSITION_KINDS, setPosition } from '#client/state/import-mapping.ts';
import { useTopic } from '#client/state/use-text.ts';
import { LabelledSelect } from '#client/ui/labelled-select.tsx';
import { getLedger } from '#core/ledgers/ledgers.ts';
import type { PositionSource } from '#core/ledgers/table-mapping.ts';
import type { MappingProps } from './mapping-props.ts';

/** Where the position of each row comes from; left out for ledgers without places. */
export function PositionSourcePanel({ table, mapping, onChange, isFixed }: MappingProps) {
  const say = useTopic('importRoom');
  const { position, ledger } = mapping;
  if (!ledger || (getLedger(ledger).geometries.length === 0 && position.kind === 'none')) return null;
  const kinds = POSITION_KINDS.filter((kind) => kind !== 'geometry' || table.source.hasGeometry);
  const put = (next: PositionSource): void => onChange(setPosition(mapping, next));
  const columns = table.source.columns.map((header, column) => ({
    value: String(column),
    label: header || say('column_unnamed', { number: column + 1 }),
  }));
  return (
    <section className="import-section import-mapping" aria-label={say('position')}>
      <LabelledSelect
        label={say('position')}
        value={position.kind}
        options={kinds.map((kind) => ({ value: kind, label: say(`position_${kind}`) }))}
        disabled={isFixed}
        onPick={(kind) => put(changePositionKind(position, kind))}
      />
      {position.kind === 'two_columns' ? (
        <>
          <LabelledSelect
            label={say('position_first')}
            value={String(position.first)}
            options={columns}
            disabled={isFixed}
            onPick={(column) => put({ ...position, first: Number(column) })}
          />
          <LabelledSelect
            label={say('position_second')}
            value={String(position.second)}
            options={columns}
            disabled={isFixed}
            onPick={(column) => put({ ...position, second: Number(column) })}
          />
        </>
      ) : null}
      {'column' in position ? (
        <LabelledSelect
          label={say('column')}
          value={String(position.column)}
          options={columns}
          disabled={isFixed}
          onPick={(column) => put({ ...position, column: Number(column) })}
        />
      ) : null}
      <p className="room-note">{say(`position_${position.kind}_note`)}</p>
    </section>
  );
}
