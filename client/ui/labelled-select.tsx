import { useId } from 'react';

interface LabelledSelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onPick: (value: Value) => void;
  readonly disabled?: boolean;
  /** Of the field, so that it can be jumped to. */
  readonly id?: string;
  /** What the choice means, in one line. */
  readonly note?: string;
  /** Classes of the field, and of its note. */
  readonly look?: { readonly field: string; readonly note: string };
}

const USUAL_LOOK = { field: 'field', note: 'field-note' };

/** One of several, with its label at the left, and below it a line that says what it means. */
export function LabelledSelect<Value extends string>(props: LabelledSelectProps<Value>) {
  const { label, value, options, onPick, disabled, id, note, look = USUAL_LOOK } = props;
  const noteId = useId();
  return (
    <>
      <label className={look.field}>
        <span>{label}</span>
        <select
          id={id}
          value={value}
          disabled={disabled}
          aria-describedby={note ? noteId : undefined}
          // the options are the values of the type
          onChange={(event) => onPick(event.target.value as Value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
      {note ? (
        <p id={noteId} className={look.note}>
          {note}
        </p>
      ) : null}
    </>
  );
}
