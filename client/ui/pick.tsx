import { useId } from 'react';

interface PickProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onPick: (value: Value) => void;
  /** The label is for readers of the page's structure alone. */
  readonly hideLabel?: boolean;
}

/** One of a few, side by side; arrow keys move the choice. */
export function Pick<Value extends string>({ label, value, options, onPick, hideLabel = false }: PickProps<Value>) {
  const name = useId();
  return (
    <fieldset className="pick">
      <legend className={hideLabel ? 'is-unseen' : ''}>{label}</legend>
      <div className="pick-options">
        {options.map((option) => (
          <label key={option.value} data-checked={option.value === value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onPick(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
