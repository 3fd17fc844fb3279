import { Slider } from 'antd';

interface MonthSliderProps {
  /** `YYYY-MM`, in order. */
  readonly months: readonly string[];
  readonly value: string;
  readonly label: string;
  readonly onChange: (month: string) => void;
  /** When the handle is let go. */
  readonly onSettle: (month: string) => void;
}

/** A slider over months, with a tick at each January and at both ends. */
export function MonthSlider({ months, value, label, onChange, onSettle }: MonthSliderProps) {
  const last = months.length - 1;
  const marks: Record<number, string> = {};
  for (const [index, month] of months.entries()) {
    if (month.endsWith('-01') || index === 0) marks[index] = month.slice(0, 4);
  }
  return (
    <Slider
      className="month-slider"
      min={0}
      max={last}
      marks={marks}
      value={Math.max(0, months.indexOf(value))}
      ariaLabelForHandle={label}
      ariaValueTextFormatterForHandle={(index) => months[index ?? 0] ?? ''}
      tooltip={{ formatter: (index) => months[index ?? 0] }}
      onChange={(index) => onChange(months[index] ?? value)}
      onChangeComplete={(index) => onSettle(months[index] ?? value)}
    />
  );
}
