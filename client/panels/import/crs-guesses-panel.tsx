import { useId } from 'react';
import { describeCrs } from '#client/state/import-crs.ts';
import { isSameCrs } from '#client/state/import-steps.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import type { ImportRecord } from '#core/api/import-records.ts';
import type { SourceCrs } from '#core/geo/source-crs.ts';

interface CrsGuessesPanelProps {
  readonly guesses: ImportRecord['files'][number]['tables'][number]['crsGuesses'];
  readonly crs: SourceCrs | null;
  readonly isFixed: boolean;
  readonly onPick: (crs: SourceCrs) => void;
}

/** Reference systems that fit the numbers, with the share of points that fall into their own village under each. */
export function CrsGuessesPanel({ guesses, crs, isFixed, onPick }: CrsGuessesPanelProps) {
  const say = useTopic('importRoom');
  const language = useView((view) => view.language);
  const name = useId();
  if (guesses.length === 0) return <p className="room-note">{say('guesses_none')}</p>;
  return (
    <fieldset className="crs-guesses">
      <legend>{say('guesses')}</legend>
      {guesses.map((guess) => {
        const label = describeCrs(guess.crs, language);
        const percent = Math.round(guess.inside * 100);
        return (
          <label key={label} data-checked={isSameCrs(guess.crs, crs)}>
            <input
              type="radio"
              name={name}
              checked={isSameCrs(guess.crs, crs)}
              disabled={isFixed}
              onChange={() => onPick(guess.crs)}
            />
            <span className="guess-name">
              {label}
              <small>{say(`by_${guess.by}`)}</small>
            </span>
            <span className="guess-share numeral">
              <span className="share-bar" aria-hidden="true">
                <i style={{ width: `${percent}%` }} />
              </span>
              {say('inside_share', { percent })}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
