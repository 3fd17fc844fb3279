interface CheckFieldProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
}

/** On or off. */
export function CheckField({ label, isOn, onTurn }: CheckFieldProps) {
  return (
    <label className="choices-check">
      <input type="checkbox" checked={isOn} onChange={(event) => onTurn(event.target.checked)} />
      {label}
    </label>
  );
}
