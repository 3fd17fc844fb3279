import { useCallback, useEffect, useId, useRef, useState } from 'react';

/** After this long without a key what was typed counts. */
const PAUSE_MILLISECONDS = 500;

interface SettledFieldProps {
  readonly label: string;
  readonly value: string;
  /** Hears of what was typed after a pause, or when the field is left. */
  readonly onSettle: (value: string) => void;
  readonly placeholder?: string;
  /** Lines; 1 = a plain field. */
  readonly lines?: number;
  readonly type?: 'text' | 'date';
  readonly most?: number;
  readonly id?: string;
}

/** A text whose change costs something: it counts when the writer pauses. */
export function SettledField({
  label,
  value,
  onSettle,
  lines = 1,
  type = 'text',
  most = 200,
  ...rest
}: SettledFieldProps) {
  const [typed, setTyped] = useState(value);
  const settle = useRef(onSettle);
  settle.current = onSettle;
  const told = useRef(value);
  const tell = useCallback((text: string): void => {
    if (text === told.current) return;
    told.current = text;
    settle.current(text);
  }, []);
  // what was changed elsewhere replaces what stands here, not what is being typed
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => tell(typed), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [typed, tell]);
  const own = useId();
  const id = rest.id ?? own;
  const shared = { ...rest, id, value: typed, maxLength: most, onBlur: () => tell(typed) };
  return (
    <label className="field" data-lines={lines} htmlFor={id}>
      <span>{label}</span>
      {lines > 1 ? (
        <textarea {...shared} rows={lines} onChange={(event) => setTyped(event.target.value)} />
      ) : (
        <input {...shared} type={type} onChange={(event) => setTyped(event.target.value)} />
      )}
    </label>
  );
}
