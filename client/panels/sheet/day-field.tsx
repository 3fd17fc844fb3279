import { useState } from 'react';
import { readDay } from '#client/state/read-day.ts';
import { useTopic } from '#client/state/use-text.ts';
import { SettledField } from '#client/ui/settled-field.tsx';

interface DayFieldProps {
  readonly label: string;
  /** `2026-11-22`, or nothing. */
  readonly day: string;
  readonly onPick: (day: string) => void;
  readonly id?: string;
}

/** A day as the product writes it, whatever the browser's language; what is no day is said. */
export function DayField({ label, day, onPick, id }: DayFieldProps) {
  const say = useTopic('sheetRoom');
  const [wrong, setWrong] = useState<string | null>(null);
  const take = (typed: string): void => {
    const read = readDay(typed);
    setWrong(read === null && typed.trim() !== '' ? typed : null);
    if (read !== null && read !== day) onPick(read);
  };
  return (
    <>
      <SettledField {...(id && { id })} label={label} value={day} placeholder="2026-11-22" most={20} onSettle={take} />
      {wrong === null ? null : <p role="alert">{say('day_wrong', { got: wrong })}</p>}
    </>
  );
}
