import { useEffect } from 'react';
import { changeChooseForm, useChoicesStore } from '#client/state/choices-store.ts';
import { type SitePick, setPick } from '#client/state/choose-form.ts';
import { usePlanSites } from '#client/state/use-choices.ts';
import { useTopic } from '#client/state/use-text.ts';
import { CheckField } from './check-field.tsx';
import { NumberField } from './number-field.tsx';

const PICKS = ['free', 'required', 'excluded'] as const;

/** Which places may be opened: sites, suitable places, drawn ones; which must stay and which must not open. */
export function CandidatesPanel() {
  const say = useTopic('plans');
  const { usesSites, suitable, capacityHouseholds } = useChoicesStore((store) => store.chooseForm);
  return (
    <section aria-label={say('choose_candidates')}>
      <h4>{say('choose_candidates')}</h4>
      <CheckField
        label={say('choose_existing')}
        isOn={usesSites}
        onTurn={(isOn) => changeChooseForm({ usesSites: isOn })}
      />
      <NumberField
        label={say('choose_suitable')}
        value={suitable}
        onType={(typed) => changeChooseForm({ suitable: typed })}
      />
      <DrawnPanel />
      <NumberField
        label={say('choose_capacity')}
        value={capacityHouseholds}
        onType={(typed) => changeChooseForm({ capacityHouseholds: typed })}
      />
      {usesSites ? <PicksPanel /> : null}
    </section>
  );
}

function DrawnPanel() {
  const say = useTopic('plans');
  const n = useChoicesStore((store) => store.chooseForm.positions.length);
  const isDrawing = useChoicesStore((store) => store.isDrawing);
  useEffect(() => () => useChoicesStore.setState({ isDrawing: false }), []);
  return (
    <>
      <div className="choices-drawn">
        <span className="numeral">{say('choose_drawn', { n })}</span>
        <button
          type="button"
          className="plain-button"
          aria-pressed={isDrawing}
          onClick={() => useChoicesStore.setState({ isDrawing: !isDrawing })}
        >
          {say(isDrawing ? 'choose_draw_end' : 'choose_draw')}
        </button>
        {n > 0 ? (
          <button type="button" className="plain-button" onClick={() => changeChooseForm({ positions: [] })}>
            {say('choose_draw_clear')}
          </button>
        ) : null}
      </div>
      {isDrawing ? <p className="tool-note">{say('choose_draw_hint')}</p> : null}
    </>
  );
}

/** What is asked of each site. */
function PicksPanel() {
  const say = useTopic('plans');
  const sites = usePlanSites();
  const picks = useChoicesStore((store) => store.chooseForm.picks);
  const count = (pick: SitePick): number => Object.values(picks).filter((one) => one === pick).length;
  return (
    <details className="choices-more">
      <summary>{say('choose_picks', { required: count('required'), excluded: count('excluded') })}</summary>
      <p className="tool-note">{say('choose_picks_hint')}</p>
      <ul className="choices-picks">
        {sites.map(({ code, label }) => (
          <li key={code}>
            <span>{label}</span>
            <select
              aria-label={label}
              value={picks[code] ?? 'free'}
              onChange={(event) => {
                const pick = PICKS.find((one) => one === event.target.value) ?? 'free';
                changeChooseForm({ picks: setPick(picks, code, pick === 'free' ? null : pick) });
              }}
            >
              {PICKS.map((pick) => (
                <option key={pick} value={pick}>
                  {say(`pick_${pick}`)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </details>
  );
}
