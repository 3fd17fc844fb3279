import { dateToMonth, monthToDate, monthYearBefore } from '#client/state/months.ts';
import { useText } from '#client/state/use-text.ts';
import { setCompare, useView } from '#client/state/view-store.ts';
import { IconButton } from '#client/ui/icon-button.tsx';

interface ComparePanelProps {
  readonly months: readonly string[];
  readonly month: string;
  readonly dataDate: string;
}

/** Puts an earlier date beside the present one. */
export function ComparePanel({ months, month, dataDate }: ComparePanelProps) {
  const say = useText();
  const compare = useView((view) => view.compare);
  if (compare === null) {
    const earlier = monthToDate(monthYearBefore(month, months), dataDate);
    return (
      <IconButton
        icon="compare"
        word={say('compare')}
        label={say('compare')}
        pressed={false}
        onPress={() => setCompare(earlier)}
      />
    );
  }
  return (
    <div className="compare">
      <label>
        <span>{say('compare_with')}</span>
        <select
          className="numeral"
          value={dateToMonth(compare)}
          onChange={(event) => setCompare(monthToDate(event.target.value, dataDate))}
        >
          {months.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      </label>
      <IconButton icon="close" label={say('compare_off')} onPress={() => setCompare(null)} />
    </div>
  );
}
