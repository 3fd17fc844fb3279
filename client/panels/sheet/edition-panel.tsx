import { useState } from 'react';
import { useSheetWish } from '#client/state/use-sheet-wish.ts';
import { useText, useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';
import { LabelledCheck } from '#client/ui/labelled-check.tsx';
import { LabelledSelect } from '#client/ui/labelled-select.tsx';
import { Pick } from '#client/ui/pick.tsx';
import { SettledField } from '#client/ui/settled-field.tsx';
import { isPublicEdition } from '#core/cartography/sheet/sheet-spec.ts';
import { isIsoDate } from '#core/county/dates.ts';
import { DayField } from './day-field.tsx';

/** For whom the sheet is, in which languages and colours, and what it carries. */
export function EditionPanel() {
  const say = useTopic('sheetRoom');
  const { wish, choose } = useSheetWish();
  const area = useView((view) => view.area);
  const map = useView((view) => view.map);
  return (
    <section className="room-section" aria-label={say('edition')}>
      <Pick
        label={say('edition')}
        value={wish.edition}
        options={(['internal', 'review', 'public'] as const).map((value) => ({
          value,
          label: say(`edition_${value}`),
        }))}
        onPick={(edition) => choose({ edition })}
      />
      <p className="room-note">{say(`edition_${wish.edition}_note`)}</p>
      {wish.edition === 'public' ? <ApprovalFields key={`${area} ${map}`} /> : null}
      <LanguageFields />
      <LookFields />
      <ContentFields />
    </section>
  );
}

/** Number and day stand together: one without the other is not handed on. */
function ApprovalFields() {
  const say = useTopic('sheetRoom');
  const { wish, chooseOptions } = useSheetWish();
  const { approval } = wish.options;
  const [number, setNumber] = useState(approval?.number ?? '');
  const [date, setDate] = useState<string>(approval?.date ?? '');
  const take = (next: { readonly number: string; readonly date: string }): void => {
    setNumber(next.number);
    setDate(next.date);
    const isWhole = next.number.trim() !== '' && isIsoDate(next.date);
    chooseOptions({ approval: isWhole ? { number: next.number.trim(), date: next.date } : null });
  };
  return (
    <>
      <SettledField
        id="sheet-approval"
        label={say('approval_number')}
        value={number}
        most={60}
        onSettle={(typed) => take({ number: typed, date })}
      />
      <DayField label={say('approval_date')} day={date} onPick={(day) => take({ number, date: day })} />
    </>
  );
}

function LanguageFields() {
  const say = useTopic('sheetRoom');
  const sayApp = useText();
  const { wish, choose, chooseOptions } = useSheetWish();
  return (
    <>
      <Pick
        label={say('language')}
        value={wish.language ?? 'own'}
        options={[
          { value: 'own', label: say('language_own') },
          { value: 'zh', label: sayApp('language_zh') },
          { value: 'en', label: sayApp('language_en') },
        ]}
        onPick={(language) => choose({ language: language === 'own' ? null : language })}
      />
      <LabelledSelect
        label={say('second_language')}
        value={wish.options.secondLanguage ?? 'none'}
        options={[
          { value: 'none', label: say('second_none') },
          { value: 'zh', label: sayApp('language_zh') },
          { value: 'en', label: sayApp('language_en') },
        ]}
        onPick={(second) => chooseOptions({ secondLanguage: second === 'none' ? null : second })}
      />
    </>
  );
}

function LookFields() {
  const say = useTopic('sheetRoom');
  const { wish, choose, chooseOptions } = useSheetWish();
  return (
    <>
      <Pick
        label={say('colors')}
        value={wish.options.colors}
        options={(['color', 'mono'] as const).map((value) => ({ value, label: say(`colors_${value}`) }))}
        onPick={(colors) => chooseOptions({ colors })}
      />
      <div className="checks">
        <LabelledCheck label={say('relief')} isOn={wish.relief} onTurn={(relief) => choose({ relief })} />
        <LabelledCheck
          label={say('bleed')}
          isOn={wish.options.bleedMillimeters === 3}
          onTurn={(isOn) => chooseOptions({ bleedMillimeters: isOn ? 3 : 0 })}
        />
        <LabelledCheck
          label={say('hand_kept')}
          isOn={wish.options.isHandKept}
          onTurn={(isHandKept) => chooseOptions({ isHandKept })}
        />
      </div>
    </>
  );
}

function ContentFields() {
  const say = useTopic('sheetRoom');
  const { wish, chooseOptions } = useSheetWish();
  const isPublic = isPublicEdition(wish.edition);
  return (
    <>
      <LabelledSelect
        label={say('ranking')}
        value={isPublic ? 'none' : wish.options.ranking}
        disabled={isPublic}
        options={(['all', 'front_half', 'none'] as const).map((value) => ({ value, label: say(`ranking_${value}`) }))}
        onPick={(ranking) => chooseOptions({ ranking })}
      />
      <div className="checks">
        <LabelledCheck
          id="sheet-telephones"
          label={say('telephones')}
          isOn={wish.options.hasTelephones && !isPublic}
          disabled={isPublic}
          onTurn={(hasTelephones) => chooseOptions({ hasTelephones })}
        />
      </div>
    </>
  );
}
