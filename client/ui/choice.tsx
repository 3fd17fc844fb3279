import { Segmented } from 'antd';
import { useId } from 'react';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div className="choice">
      <span id={id}>{label}</span>
      <Segmented<Value> aria-labelledby={id} value={value} options={[...options]} onChange={onChange} />
    </div>
  );
}
