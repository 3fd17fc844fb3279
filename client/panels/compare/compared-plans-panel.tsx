import { chooseCompared } from '#client/state/compare-store.ts';
import { COMPARED_RANGE, TODAY, useComparedPlans } from '#client/state/use-compare.ts';
import { usePlans } from '#client/state/use-plans.ts';
import { useTopic } from '#client/state/use-text.ts';
import { useView } from '#client/state/view-store.ts';

/** Which plans are compared; a plan that is chosen becomes the last column. */
export function ComparedPlansPanel() {
  const say = useTopic('compare');
  const language = useView((view) => view.language);
  const items = usePlans().data?.items ?? [];
  const chosen = useComparedPlans();
  const isFull = chosen.length >= COMPARED_RANGE.most;
  const options = [
    { code: TODAY, name: say('today') },
    ...items.map(({ code, name, nameEn }) => ({ code, name: language === 'en' ? nameEn || name : name })),
  ];
  const toggle = (code: string): void =>
    chooseCompared(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  return (
    <fieldset className="compare-plans">
      <legend>{say('choose')}</legend>
      <p className="tool-note">{say('choose_note')}</p>
      {options.map(({ code, name }) => {
        const at = chosen.indexOf(code);
        return (
          <label key={code}>
            <input type="checkbox" checked={at >= 0} disabled={at < 0 && isFull} onChange={() => toggle(code)} />
            <span>{name}</span>
            <small className="numeral">{code === TODAY ? '' : code}</small>
            {at >= 0 ? <em className="mark">{at === 0 ? say('base') : at + 1}</em> : null}
          </label>
        );
      })}
    </fieldset>
  );
}
