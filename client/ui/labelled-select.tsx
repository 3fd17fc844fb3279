interface LabelledSelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onPick: (value: Value) => void;
  readonly disabled?: boolean;
  /** Of the field, so that it can be jumped to. */
  readonly id?: string;
}

/** One of several, with its label at the left. */
export function LabelledSelect<Value extends string>(props: LabelledSelectProps<Value>) {
  const { label, value, options, onPick, disabled, id } = props;
  return (
    <label className="field">
      <span>{label}</span>
      <select
        id={id}
        value={value}
        disabled={disabled}
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
  );
}
