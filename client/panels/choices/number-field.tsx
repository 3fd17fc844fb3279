interface NumberFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (value: string) => void;
  /** Said in the empty field. */
  readonly placeholder?: string;
}

/** A number as it is typed; what cannot be meant is told beside the button. */
export function NumberField({ label, value, onType, placeholder }: NumberFieldProps) {
  return (
    <label className="plan-field">
      {label}
      <input
        className="numeral"
        inputMode="decimal"
        value={value}
        placeholder={placeholder}
        onChange={(event) => onType(event.target.value)}
      />
    </label>
  );
}
