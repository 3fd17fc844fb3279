import type { ChangeEvent, CSSProperties } from 'react';

interface MonthSliderProps {
  /** `YYYY-MM`, in order. */
  readonly months: readonly string[];
  readonly value: string;
  readonly label: string;
  readonly onChange: (month: string) => void;
  /** When the handle is let go. */
  readonly onSettle: (month: string) => void;
}

/** A slider over months, with a tick at each January. */
export function MonthSlider({ months, value, label, onChange, onSettle }: MonthSliderProps) {
  const last = Math.max(1, months.length - 1);
  const index = Math.max(0, months.indexOf(value));
  const place = (at: number): CSSProperties => ({ left: `${((at / last) * 100).toFixed(2)}%` });
  const handleChange = (event: ChangeEvent<HTMLInputElement>): void =>
    onChange(months[Number(event.target.value)] ?? value);
  const settle = (): void => onSettle(value);
  return (
    <div className="month-slider">
      <span className="month-past" style={{ width: place(index).left }} aria-hidden="true" />
      {months.map((month, at) =>
        month.endsWith('-01') ? (
          <span key={month} className="month-year numeral" style={place(at)} aria-hidden="true">
            {month.slice(0, 4)}
          </span>
        ) : null,
      )}
      <input
        type="range"
        min={0}
        max={last}
        value={index}
        aria-label={label}
        aria-valuetext={value}
        onChange={handleChange}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
      />
    </div>
  );
}
