interface LabelledCheckProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
  readonly disabled?: boolean;
  readonly id?: string;
}

/** On or off. */
export function LabelledCheck({ label, isOn, onTurn, disabled, id }: LabelledCheckProps) {
  return (
    <label className="check">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        disabled={disabled}
        onChange={(event) => onTurn(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
