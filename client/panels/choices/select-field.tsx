import { useId } from 'react';

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onPick: (value: Value) => void;
  /** What the choice means, in one line. */
  readonly note?: string;
}

/** One of several, with a line that says what it means. */
export function SelectField<Value extends string>({ label, value, options, onPick, note }: SelectFieldProps<Value>) {
  const id = useId();
  return (
    <>
      <label className="plan-field">
        {label}
        <select
          value={value}
          aria-describedby={note ? id : undefined}
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
        <p id={id} className="tool-note choices-note">
          {note}
        </p>
      ) : null}
    </>
  );
}
